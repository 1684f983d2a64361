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

// login asks for the keys, proves them, and stores them.
type login struct {
	env      Env
	t        *text.Catalogue
	print    *printer
	settings *settings
	vault    vault
	gateway  gateway

	insecure bool // keys go into a file
}

// command is the command with its flags.
func (l *login) command() *cobra.Command {
	t := &l.t.CLI
	c := &cobra.Command{
		Use: "login", Short: t.LoginShort, Long: t.LoginLong, Args: noArgs(t),
		RunE: func(cmd *cobra.Command, _ []string) error { return l.do(cmd.Context()) },
	}
	c.Flags().BoolVar(&l.insecure, "insecure-storage", false, t.FlagInsecure)
	return c
}

// do carries the command out. Keys that do not work are not stored.
func (l *login) do(ctx context.Context) error {
	p, err := l.settings.profile()
	if err != nil {
		return err
	}
	keys, err := l.ask()
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

// store puts keys where they are to be kept and says where that is.
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

// ask asks a person for the keys, without echo, or reads two lines of a pipe.
func (l *login) ask() (keyPair, error) {
	t := &l.t.CLI
	lines := bufio.NewReader(io.LimitReader(l.env.In, 1<<16))
	access, err := l.answer(lines, t.AskAccess)
	if err != nil {
		return keyPair{}, err
	}
	secret, err := l.answer(lines, t.AskSecret)
	if err != nil {
		return keyPair{}, err
	}
	return keyPair{access, secret}, nil
}

// answer reads one key. Quotation marks around it come from a configuration that it
// was copied from.
func (l *login) answer(lines *bufio.Reader, prompt string) (klavi.Secret, error) {
	var line string
	var err error
	if l.env.InTerminal && l.env.ReadSecret != nil {
		_, _ = fmt.Fprint(l.env.Err, prompt)
		line, err = l.env.ReadSecret()
		_, _ = fmt.Fprintln(l.env.Err)
	} else if line, err = lines.ReadString('\n'); errors.Is(err, io.EOF) && line != "" {
		err = nil
	}
	if line = validate.Trim(line); err != nil || line == "" {
		return "", usage(l.t.CLI.NoKeys)
	}
	return klavi.Secret(strings.Trim(line, `"'`)), nil
}

// storageFailed is the exit where keys can be neither stored nor removed.
func storageFailed(message string) *exit {
	return &exit{status: ExitFailed, kind: "storage", message: message}
}
