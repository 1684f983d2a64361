package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

// login is the command login. It asks for the keys, tries them with the API, and
// stores them.
type login struct {
	env      Env
	t        *text.Catalogue
	print    *printer
	settings *settings
	vault    vault
	gateway  gateway

	insecure bool // store the keys in a file and not in the keyring
}

// command returns the command and its flags.
func (l *login) command() *cobra.Command {
	t := &l.t.CLI
	c := &cobra.Command{
		Use: "login", Short: t.LoginShort, Long: t.LoginLong, Args: noArgs(t),
		RunE: func(cmd *cobra.Command, _ []string) error { return l.do(cmd.Context()) },
	}
	c.Flags().BoolVar(&l.insecure, "insecure-storage", false, t.FlagInsecure)
	return c
}

// do runs the command. It stores the keys only if the API accepts them.
func (l *login) do(ctx context.Context) error {
	p, err := l.settings.profile()
	if err != nil {
		return err
	}
	keys, err := l.ask(ctx)
	if err != nil {
		return err
	}
	s, err := l.gateway.partner(klavi.Config{AccessKey: keys.Access, SecretKey: keys.Secret}, p.Environment)
	if err != nil {
		return err
	}
	if err := s.client.Warm(ctx); err != nil {
		return explain(l.t, err)
	}
	return l.store(p.Environment, keys)
}

// store stores the keys and tells the user where they are.
func (l *login) store(env klavi.Environment, keys keyPair) error {
	t := &l.t.CLI
	if l.insecure {
		if l.vault.storeInFile(env, keys) != nil {
			return storageFailed(t.NotStored)
		}
		l.print.tell(fmt.Sprintf(t.StoredFileF, env, validate.Harmless(string(l.vault.file), 120)))
		return nil
	}
	if l.vault.store(env, keys) != nil {
		return storageFailed(t.NoKeyring)
	}
	l.print.tell(fmt.Sprintf(t.StoredF, env))
	return nil
}

// ask returns the keys. It asks for them without echo on a terminal, and reads two
// lines from a pipe.
func (l *login) ask(ctx context.Context) (keyPair, error) {
	t := &l.t.CLI
	lines := bufio.NewReader(io.LimitReader(interruptible{ctx, l.env.In}, 1<<16))
	access, err := l.answer(ctx, lines, t.AskAccess)
	if err != nil {
		return keyPair{}, err
	}
	secret, err := l.answer(ctx, lines, t.AskSecret)
	if err != nil {
		return keyPair{}, err
	}
	return keyPair{access, secret}, nil
}

// answer reads one key. It removes quotation marks around the key, because users copy
// keys with them from configuration files.
func (l *login) answer(ctx context.Context, lines *bufio.Reader, prompt string) (klavi.Secret, error) {
	var line string
	var err error
	if l.env.InTerminal && l.env.ReadSecret != nil {
		_, _ = fmt.Fprint(l.env.Err, prompt)
		line, err = l.env.ReadSecret(ctx)
		_, _ = fmt.Fprintln(l.env.Err)
	} else if line, err = lines.ReadString('\n'); errors.Is(err, io.EOF) && line != "" {
		err = nil
	}
	if ctx.Err() != nil {
		return "", abandoned(l.t)
	}
	if line = validate.Trim(line); err != nil || line == "" {
		return "", usage(l.t.CLI.NoKeys)
	}
	return klavi.Secret(strings.Trim(line, `"'`)), nil
}

// storageFailed returns the exit for keys that cannot be stored or removed.
func storageFailed(message string) *exit {
	return &exit{status: ExitFailed, kind: "storage", message: message}
}
