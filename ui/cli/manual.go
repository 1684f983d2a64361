package cli

import (
	"fmt"
	"strings"
	"time"

	"github.com/muesli/roff"
	"github.com/spf13/cobra"
)

// manual returns the hidden command that writes the manual page, for releases.
func (h help) manual(now func() time.Time) *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: h.t.Help.Man, Long: h.t.Help.ManLong, Hidden: true, Args: noArgs(h.t),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(h.out, h.page(c.Root(), now()))
			return err //nolint:wrapcheck // a write to standard output
		},
	}
}

// page returns the manual page. It says what the help of each command and each topic says.
func (h help) page(root *cobra.Command, date time.Time) string {
	w := &h.t.Help
	d := &document{roff.NewDocument()}
	d.Heading(1, root.Name(), w.ManPage, date)
	d.Section(w.ManName)
	d.Text(root.Name() + " - " + root.Short)
	d.Section(w.ManSynopsis)
	d.TextBold(h.usage(root))
	d.Section(w.ManDescription)
	own := h.sheet(root)
	d.Text(own.about)
	for _, part := range own.sections[1:] {
		if !part.empty() {
			d.Section(part.heading)
			d.rows(part)
		}
	}
	for _, c := range below(root) {
		d.Section(c.CommandPath())
		s := h.sheet(c)
		d.Text(s.about)
		d.Paragraph()
		d.TextBold(h.usage(c))
		for _, part := range s.sections[1:] {
			if !part.empty() && part.heading != w.General { // the program's own section has those
				d.Paragraph()
				d.TextBold(part.heading)
				d.rows(part)
			}
		}
	}
	for _, t := range h.topics() {
		s := sheetOf(t)
		d.Section(t.Short)
		d.Text(s.about)
		d.rows(s.sections[0])
	}
	return exact(d.String())
}

// below returns the commands below a command that its help lists, and those below them.
func below(c *cobra.Command) (list []*cobra.Command) {
	for _, name := range subcommands(c) {
		sub := child(c, name)
		list = append(append(list, sub), below(sub)...)
	}
	return list
}

// empty reports whether a section says nothing.
func (s section) empty() bool { return len(s.rows)+len(s.examples) == 0 }

// document is a manual page.
type document struct{ *roff.Document }

// rows writes the rows and the examples of a section.
func (d *document) rows(s section) {
	for _, r := range s.rows {
		d.TaggedParagraph(-1)
		d.TextBold(strings.TrimSpace(r[0]))
		d.EndSection()
		d.Text(sentence(r[1]))
	}
	for _, e := range s.examples {
		d.TaggedParagraph(-1)
		d.Text(e.Says)
		d.EndSection()
		d.TextBold(e.Line)
	}
}

// exact returns a page that can be copied into a shell. Characters that roff takes for
// typographic ones stay what a shell takes, no word is broken, and no blank is made wider.
// Lines that begin with a full stop are commands of roff.
func exact(page string) string {
	head, body, _ := strings.Cut(page, "\n")
	literally := strings.NewReplacer("-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`)
	lines := strings.Split(body, "\n")
	for i, line := range lines {
		if !strings.HasPrefix(line, ".") {
			lines[i] = literally.Replace(line)
		}
	}
	return head + "\n.nh\n.ad l\n" + strings.Join(lines, "\n")
}
