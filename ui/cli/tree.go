package cli

import (
	"github.com/spf13/cobra"

	"klavilink/ui/text"
)

// finish gives the commands below a command, and itself, what all commands have: the help
// in the user's language, and completions. A command that does nothing itself shows its
// help, and refuses what is not below it.
func finish(c *cobra.Command, t *text.CLI, values completer) {
	c.Flags().BoolP("help", "h", false, t.FlagHelp)
	if !c.Runnable() {
		c.Args = noArgs(t)
		c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() } //nolint:wrapcheck // our own
	}
	values.add(c)
	for _, sub := range c.Commands() {
		finish(sub, t, values)
	}
}
