package cli

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"klavilink/ui/text"
	"klavilink/validate"
)

// configurer is the command config. Its commands make, show and open config.toml.
type configurer struct {
	env         Env
	t           *text.Catalogue
	print       *printer
	settings    *settings
	credentials credentials
}

// command returns the command with the commands below it.
func (c *configurer) command() *cobra.Command {
	t := &c.t.CLI.Config
	root := &cobra.Command{
		Use: "config", Short: t.Short, Long: t.Long,
	}
	below := func(name, short, long string, run func(*cobra.Command) error) *cobra.Command {
		cmd := &cobra.Command{
			Use: name, Short: short, Long: long, Args: noArgs(&c.t.CLI),
			RunE: func(cmd *cobra.Command, _ []string) error {
				if c.env.ConfigFile == "" {
					return usage(t.NoFolder)
				}
				return run(cmd)
			},
		}
		root.AddCommand(cmd)
		return cmd
	}
	below("init", t.InitShort, t.InitLong, func(cmd *cobra.Command) error { return c.create(cmd.Context()) })
	show := below("show", t.ShowShort, t.ShowLong, func(*cobra.Command) error { return c.show() })
	show.Flags().BoolVar(&c.print.json, "json", c.print.json, c.t.CLI.FlagJSON)
	below("edit", t.EditShort, t.EditLong, func(cmd *cobra.Command) error { return c.edit(cmd.Context()) })
	below("path", t.PathShort, "", func(*cobra.Command) error { return c.path() })
	return root
}

// path prints the path of the file. A program gets it as it is.
func (c *configurer) path() error {
	path := c.env.ConfigFile
	if c.env.OutTerminal {
		path = validate.Harmless(path, len(path))
	}
	_, _ = fmt.Fprintln(c.env.Out, path)
	return nil
}

// name returns the path of the file for a sentence.
func (c *configurer) name() string {
	return validate.Harmless(filepath.Clean(c.env.ConfigFile), 200)
}
