package cli

import (
	"fmt"

	"github.com/spf13/cobra"

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
		return storageFailed(l.t.NotRemoved)
	case removed:
		l.print.tell(fmt.Sprintf(l.t.RemovedF, p.Environment))
	default:
		l.print.tell(fmt.Sprintf(l.t.NothingStoredF, p.Environment))
	}
	return nil
}
