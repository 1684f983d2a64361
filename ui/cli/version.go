package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

// versioner is the command version. It prints what the flag --version prints.
type versioner struct {
	build Build
	print *printer
}

// command returns the command and its flag.
func (v *versioner) command() *cobra.Command {
	t := &v.print.t.CLI
	c := &cobra.Command{
		Use: "version", Short: t.Tools.VersionShort, Args: noArgs(t),
		RunE: func(*cobra.Command, []string) error {
			if v.print.json {
				v.print.object(v.build.object())
				return nil
			}
			return v.write()
		},
	}
	c.Flags().BoolVar(&v.print.json, "json", v.print.json, t.FlagJSON)
	return c
}

// flag gives the root the flag --version. Cobra's own prints with a template, and
// templates make the program a quarter larger.
func (v *versioner) flag(root *cobra.Command) {
	asked := root.Flags().BoolP("version", "v", false, v.print.t.CLI.FlagVersion)
	run := root.RunE
	root.RunE = func(c *cobra.Command, args []string) error {
		if *asked {
			return v.write()
		}
		return run(c, args)
	}
}

// write prints the version on a line.
func (v *versioner) write() error {
	_, err := fmt.Fprintln(v.print.out, "klavilink "+v.build.String())
	return err //nolint:wrapcheck // a write to standard output
}
