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
			_, err := fmt.Fprintln(v.print.out, "klavilink "+v.build.String())
			return err //nolint:wrapcheck // a write to standard output
		},
	}
	c.Flags().BoolVar(&v.print.json, "json", v.print.json, t.FlagJSON)
	return c
}
