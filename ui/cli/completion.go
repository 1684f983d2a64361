package cli

import (
	"io"

	"github.com/spf13/cobra"

	"klavilink/ui/text"
)

// completion is the command completion. It writes the script with which a shell completes
// command lines.
type completion struct {
	out io.Writer
	t   *text.CLI
}

// shell is a shell that can complete.
type shell struct {
	name, short, long string

	// script writes the script, with or without descriptions.
	script func(root *cobra.Command, out io.Writer, described bool) error
}

// shells returns the shells that can complete.
func (p completion) shells() []shell {
	w := &p.t.Help
	return []shell{
		{"bash", w.Bash, w.BashLong, (*cobra.Command).GenBashCompletionV2},
		{"fish", w.Fish, w.FishLong, (*cobra.Command).GenFishCompletion},
		{"powershell", w.PowerShell, w.PowerShellLong, func(root *cobra.Command, out io.Writer, described bool) error {
			if described {
				return root.GenPowerShellCompletionWithDesc(out)
			}
			return root.GenPowerShellCompletion(out)
		}},
		{"zsh", w.Zsh, w.ZshLong, func(root *cobra.Command, out io.Writer, described bool) error {
			if described {
				return root.GenZshCompletion(out)
			}
			return root.GenZshCompletionNoDesc(out)
		}},
	}
}

// command returns the command, which has one below it for each shell.
func (p completion) command() *cobra.Command {
	c := &cobra.Command{Use: "completion", Short: p.t.CompletionShort, Long: p.t.Help.CompletionLong}
	for _, s := range p.shells() {
		bare := false
		sub := &cobra.Command{
			Use: s.name, Short: s.short, Long: s.long, Args: noArgs(p.t),
			RunE: func(c *cobra.Command, _ []string) error { return s.script(c.Root(), p.out, !bare) },
		}
		sub.Flags().BoolVar(&bare, "no-descriptions", false, p.t.Help.FlagNoDescriptions)
		c.AddCommand(sub)
	}
	return c
}
