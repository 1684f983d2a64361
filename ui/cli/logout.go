package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"klavilink/ui/cli/ownfile"
	"klavilink/ui/text"
)

// logout is the command logout. It removes the keys of an environment from the keyring
// and from the file.
type logout struct {
	t        *text.CLI
	print    *printer
	settings *settings
	vault    vault
}

// command returns the command.
func (l *logout) command() *cobra.Command {
	return &cobra.Command{
		Use: "logout", Short: l.t.LogoutShort, Args: noArgs(l.t),
		RunE: func(*cobra.Command, []string) error { return l.do() },
	}
}

// do runs the command.
func (l *logout) do() error {
	p, err := l.settings.profile()
	if err != nil {
		return err
	}
	removed, err := l.vault.remove(p.Environment)
	switch {
	case err != nil:
		return storageFailed(join(l.t.NotRemoved, l.why(err)))
	case removed:
		l.print.tell(fmt.Sprintf(l.t.RemovedF, p.Environment))
	default:
		l.print.tell(fmt.Sprintf(l.t.NothingStoredF, p.Environment))
	}
	return nil
}

// why returns what is wrong with the file of keys, or "" if something else is.
func (l *logout) why(err error) string {
	var untrusted *ownfile.Untrusted
	for _, known := range []error{errBadKeys, ownfile.ErrNotRegular, ownfile.ErrTooLarge} {
		if errors.Is(err, known) {
			return fileProblem(string(l.vault.file), err, l.t)
		}
	}
	if errors.As(err, &untrusted) {
		return fileProblem(string(l.vault.file), err, l.t)
	}
	return ""
}
