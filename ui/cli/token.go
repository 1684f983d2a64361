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

// commandTime limits the program that prints a token.
const commandTime = 10 * time.Second

var (
	errTokenCommand = errors.New("token_command failed")
	errNoToken      = errors.New("token_command printed no token")
)

// tokenSource returns a function that runs a program and returns the token it prints,
// without surrounding spaces. The errors quote nothing that the program prints,
// because it may be a secret.
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
