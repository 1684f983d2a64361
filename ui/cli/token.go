package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"klavilink/klavi"
)

// commandTime bounds the program that prints a token.
const commandTime = 10 * time.Second

var (
	errTokenCommand = errors.New("token_command failed")
	errNoToken      = errors.New("token_command printed no token")
)

// tokenSource makes a source of tokens of a program: the token is what the program
// prints, without blanks around it. Nothing else that the program says is passed
// on, because nobody knows what is in it.
func tokenSource(
	run func(ctx context.Context, argv []string) ([]byte, error), argv []string,
) func(context.Context) (klavi.Secret, error) {
	return func(ctx context.Context) (klavi.Secret, error) {
		ctx, cancel := context.WithTimeout(ctx, commandTime)
		defer cancel()
		out, err := run(ctx, argv)
		token := klavi.Secret(bytes.TrimSpace(out))
		switch {
		case ctx.Err() != nil:
			return "", fmt.Errorf("token_command: %w", ctx.Err())
		case err != nil:
			return "", errTokenCommand
		case token == "" || strings.ContainsFunc(token.Reveal(), func(r rune) bool { return r <= ' ' || r > '~' }):
			return "", errNoToken
		}
		return token, nil
	}
}
