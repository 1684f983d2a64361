package cli

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klavilink/ui/text"
)

// helpWidth is the widest line of the help, in cells.
const helpWidth = 80

// help writes the help of a command. It asks the terminal nothing, so that it never
// waits: its headings are bold, and everything else has the terminal's own colours.
type help struct {
	out     io.Writer
	environ []string
	t       *text.CLI
}

// write writes the help of a command.
func (h help) write(c *cobra.Command, _ []string) {
	var b strings.Builder
	b.WriteString(ansi.Wordwrap(cmp.Or(c.Long, c.Short), helpWidth, "") + "\n")
	h.section(&b, h.t.HelpUsage, [][2]string{{h.usage(c), ""}})
	h.section(&b, h.t.HelpCommands, commands(c))
	h.section(&b, h.t.HelpFlags, flags(c))
	_, _ = io.WriteString(colorprofile.NewWriter(h.out, h.environ), b.String())
}

// section writes a heading and its rows, if there are any. A row has a name and what it
// stands for, which is broken over lines.
func (h help) section(b *strings.Builder, heading string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", lipgloss.NewStyle().Bold(true).Render(heading))
	names := 0
	for _, r := range rows {
		if r[1] != "" {
			names = max(names, ansi.StringWidth(r[0]))
		}
	}
	for _, r := range rows {
		if r[1] == "" {
			fmt.Fprintf(b, "  %s\n", r[0])
			continue
		}
		lines := strings.Split(ansi.Wordwrap(sentence(r[1]), helpWidth-names-4, ""), "\n")
		fmt.Fprintf(b, "  %-*s  %s\n", names, r[0], strings.Join(lines, "\n"+strings.Repeat(" ", names+4)))
	}
}

// usage returns the shape of the command line.
func (h help) usage(c *cobra.Command) string {
	line := c.CommandPath()
	if c.HasAvailableSubCommands() {
		line += " " + h.t.HelpCommand
	}
	if _, arguments, ok := strings.Cut(c.Use, " "); ok {
		line += " " + arguments
	}
	return line + " " + h.t.HelpOptions
}

// commands returns the commands below a command, with what each does.
func commands(c *cobra.Command) (rows [][2]string) {
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			rows = append(rows, [2]string{sub.Name(), sub.Short})
		}
	}
	return rows
}

// flags returns the flags of a command, with what each does.
func flags(c *cobra.Command) (rows [][2]string) {
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		rows = append(rows, [2]string{name, f.Usage})
	})
	return rows
}

// sentence returns a text that begins with a capital letter.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// manual returns the hidden command that writes the manual page, for releases.
func manual(out io.Writer) *cobra.Command {
	return &cobra.Command{
		Use: "man", Hidden: true, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			page, err := mcobra.NewManPage(1, c.Root())
			if err != nil {
				return fmt.Errorf("write the manual page: %w", err)
			}
			_, err = fmt.Fprint(out, page.Build(roff.NewDocument()))
			return err //nolint:wrapcheck // a write to standard output
		},
	}
}
