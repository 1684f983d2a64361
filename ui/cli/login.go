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
	"klavilink/validate"
)

// loginCommand asks for the keys, proves them, and stores them.
func (a *app) loginCommand() *cobra.Command {
	insecure := false
	c := &cobra.Command{
		Use: "login", Short: a.t.CLI.LoginShort, Long: a.t.CLI.LoginLong, Args: a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.login(cmd.Context(), insecure) },
	}
	c.Flags().BoolVar(&insecure, "insecure-storage", false, a.t.CLI.FlagInsecure)
	return c
}

func (a *app) login(ctx context.Context, insecure bool) error {
	p, err := a.profile()
	if err != nil {
		return err
	}
	keys, err := a.askKeys()
	if err != nil {
		return err
	}
	cfg := klavi.Config{AccessKey: keys.Access, SecretKey: keys.Secret}
	place := a.address(&cfg, p.Environment)
	s, err := a.open(cfg, place, func() {})
	if err != nil {
		return err
	}
	if err := s.client.Warm(ctx); err != nil {
		return a.explain(err) // nothing is stored that does not work
	}
	if insecure {
		all := a.readKeys()
		if all == nil {
			all = map[klavi.Environment]keyPair{}
		}
		all[p.Environment] = keys
		if err := a.writeKeys(all); err != nil {
			return &exit{status: ExitFailed, kind: "storage", message: a.t.CLI.NotStored}
		}
		a.tell(fmt.Sprintf(a.t.CLI.StoredFileF, p.Environment, validate.Harmless(a.keysFile(), 120)))
		return nil
	}
	if a.env.Keyring == nil || a.env.Keyring.Set(string(p.Environment), keys.encode()) != nil {
		return &exit{status: ExitFailed, kind: "storage", message: a.t.CLI.NoKeyring}
	}
	a.tell(fmt.Sprintf(a.t.CLI.StoredF, p.Environment))
	return nil
}

// askKeys asks a person, without echo, or reads two lines of a pipe.
func (a *app) askKeys() (keyPair, error) {
	var keys keyPair
	lines := bufio.NewReader(io.LimitReader(a.env.In, 1<<16))
	for _, q := range []struct {
		prompt string
		value  *klavi.Secret
	}{{a.t.CLI.AskAccess, &keys.Access}, {a.t.CLI.AskSecret, &keys.Secret}} {
		var line string
		var err error
		if a.env.InTerminal && a.env.ReadSecret != nil {
			_, _ = fmt.Fprint(a.env.Err, q.prompt)
			line, err = a.env.ReadSecret()
			_, _ = fmt.Fprintln(a.env.Err)
		} else if line, err = lines.ReadString('\n'); errors.Is(err, io.EOF) && line != "" {
			err = nil
		}
		if line = validate.Trim(line); err != nil || line == "" {
			return keys, usage(a.t.CLI.NoKeys)
		}
		*q.value = klavi.Secret(strings.Trim(line, `"'`)) // as copied from a configuration
	}
	return keys, nil
}

// logoutCommand takes the keys of an environment out of every place.
func (a *app) logoutCommand() *cobra.Command {
	return &cobra.Command{
		Use: "logout", Short: a.t.CLI.LogoutShort, Args: a.noArgs,
		RunE: func(*cobra.Command, []string) error { return a.logout() },
	}
}

func (a *app) logout() error {
	p, err := a.profile()
	if err != nil {
		return err
	}
	removed := false
	if a.env.Keyring != nil {
		if _, err := a.env.Keyring.Get(string(p.Environment)); err == nil {
			if a.env.Keyring.Delete(string(p.Environment)) != nil {
				return &exit{status: ExitFailed, kind: "storage", message: a.t.CLI.NotRemoved}
			}
			removed = true
		}
	}
	if all := a.readKeys(); all != nil {
		if _, there := all[p.Environment]; there {
			delete(all, p.Environment)
			if a.writeKeys(all) != nil {
				return &exit{status: ExitFailed, kind: "storage", message: a.t.CLI.NotRemoved}
			}
			removed = true
		}
	}
	if !removed {
		a.tell(fmt.Sprintf(a.t.CLI.NothingStoredF, p.Environment))
		return nil
	}
	a.tell(fmt.Sprintf(a.t.CLI.RemovedF, p.Environment))
	return nil
}

// tell says something that is no result.
func (a *app) tell(words string) { _, _ = fmt.Fprintln(a.env.Err, words) }
