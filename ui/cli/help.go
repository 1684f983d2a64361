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
	"github.com/spf13/cobra"

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

// sheet is what the help of a command or of a topic says.
type sheet struct {
	about    string
	sections []section
}

// section is a part of a sheet. A row has a name and what it stands for.
type section struct {
	heading  string
	rows     [][2]string
	examples []text.Example
	flags    bool // the rows are flags, whose names are as wide in all sections
}

// write writes the help of a command.
func (h help) write(c *cobra.Command, _ []string) { h.print(h.sheet(c)) }

// sheet returns the help of a command.
func (h help) sheet(c *cobra.Command) sheet {
	w := &h.t.Help
	s := sheet{about: cmp.Or(c.Long, c.Short), sections: []section{
		{heading: h.t.HelpUsage, rows: [][2]string{{h.usage(c), ""}}},
		{heading: h.t.HelpCommands, rows: commands(c)},
	}}
	s.sections = append(s.sections, h.flags(c)...)
	if !c.HasParent() {
		topics := section{heading: w.Topics}
		for _, t := range h.topics() {
			topics.rows = append(topics.rows, [2]string{helpName + " " + t.Name, t.Short})
		}
		s.sections = append(s.sections, topics)
	}
	s.sections = append(s.sections, section{heading: w.Examples, examples: w.Lines[path(c)]})
	return s
}

// path returns the names of a command and of those above it, without the program's.
func path(c *cobra.Command) string {
	_, below, _ := strings.Cut(c.CommandPath(), " ")
	return below
}

// print writes a sheet.
func (h help) print(s sheet) {
	var b strings.Builder
	b.WriteString(ansi.Wordwrap(s.about, helpWidth, "") + "\n")
	widest := 0
	for _, part := range s.sections {
		if part.flags {
			widest = max(widest, part.width())
		}
	}
	for _, part := range s.sections {
		part.print(&b, widest)
	}
	_, _ = io.WriteString(colorprofile.NewWriter(h.out, h.environ), b.String())
}

// width returns the width of the widest name that is explained.
func (s section) width() int {
	widest := 0
	for _, r := range s.rows {
		if r[1] != "" {
			widest = max(widest, ansi.StringWidth(r[0]))
		}
	}
	return widest
}

// print writes a section, if there is anything in it. What a name stands for is broken
// over lines. Names of flags are as wide as the widest one of all.
func (s section) print(b *strings.Builder, flags int) {
	if len(s.rows) == 0 && len(s.examples) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", lipgloss.NewStyle().Bold(true).Render(s.heading))
	names := s.width()
	if s.flags {
		names = flags
	}
	for _, r := range s.rows {
		if r[1] == "" {
			fmt.Fprintf(b, "  %s\n", r[0])
			continue
		}
		lines := strings.Split(ansi.Wordwrap(sentence(r[1]), helpWidth-names-4, ""), "\n")
		fmt.Fprintf(b, "  %-*s  %s\n", names, r[0], strings.Join(lines, "\n"+strings.Repeat(" ", names+4)))
	}
	for _, e := range s.examples {
		fmt.Fprintf(b, "  # %s\n  $ %s\n", e.Says, e.Line)
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
		if sub.IsAvailableCommand() || sub.Name() == helpName {
			rows = append(rows, [2]string{sub.Name(), sub.Short})
		}
	}
	return rows
}

// sentence returns a text that begins with a capital letter. A name such as redirectURL
// stays as it is.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	word, _, _ := strings.Cut(s[size:], " ")
	if s == "" || strings.ContainsFunc(word, unicode.IsUpper) {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
