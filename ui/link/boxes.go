package link

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/screen"
)

// boxedCols are the fewest columns in which the panel stands in boxes, in a window of at
// least boxedWindow columns. In a narrower one the URL would take too many lines.
const (
	boxedCols   = 40
	boxedWindow = 100
)

// boxes is the panel in boxes, one for each subject: the time, the journey of the
// customer, and what the link is. The URL stands beneath them with nothing around it,
// so that it can be marked and copied.
func (p *panel) boxes(width int) string {
	inner := width - screen.BoxCols
	rows := p.Theme.Box("✓ "+p.Text.Link.Title, p.clock(inner), width, 0)
	rows = append(rows, p.Theme.Box(p.Text.Journey.Title, p.journey(inner), width, 0)...)
	rows = append(rows, p.Theme.Box(p.Text.Journey.Link, p.about(inner), width, 0)...)
	return strings.Join(append(rows, "", p.facts().URL(width, 0)), "\n")
}

// clock has the time left, on a line of its own with a blank line above: it is what is
// looked at most. It is not bold, because each tick would write that anew.
func (p *panel) clock(width int) []string {
	f := p.facts()
	lines := fold(p.Theme.Text, p.Text.Link.Scan, width)
	if p.link.Foreign != "" {
		lines = append(fold(p.Theme.Warn, "! "+p.Text.Foreign(p.link.Foreign), width), lines...)
	}
	until := p.Theme.Dim.Render(fmt.Sprintf(p.Text.Link.ExpiresAtF, f.Expiry()))
	lines = append(lines, "", f.Countdown(), f.Progress(width), until)
	if hurry := f.Hurry(); hurry != "" {
		lines = append(lines, hurry)
	}
	return lines
}

// journey has the stages, and what the agent says now.
func (p *panel) journey(width int) []string {
	f := p.facts()
	way := f.Journey(false)
	lines := way.Column(p.Theme, width, len(way))
	switch {
	case p.link.Trouble():
		lines = append(lines, fold(p.Theme.Warn, p.Text.Status.Trouble, width)...)
	case f.Advice() != "":
		lines = append(lines, fold(p.Theme.Warn, f.Advice(), width)...)
	}
	return append(append(lines, ""), fold(p.Theme.Text, f.Say(), width)...)
}

// about says whom the link is for, with the number of the case if it fits
// beside.
func (p *panel) about(width int) []string {
	const label = 10
	t, customer := &p.Text.Link, p.link.Customer
	if ticket := p.facts().Ticket(); ticket != "" && ansi.StringWidth(customer+" · "+ticket) <= width-label {
		customer += " · " + ticket
	}
	var lines []string
	for _, row := range [][2]string{
		{t.Customer, customer}, {t.Institution, p.link.Bank}, {t.ID, p.link.ShownID()},
	} {
		name := row[0]
		for part := range strings.SplitSeq(screen.Wrap(row[1], width-label), "\n") {
			lines = append(lines, p.Theme.Dim.Render(screen.Pad(name, label))+p.Theme.Text.Render(part))
			name = ""
		}
	}
	if at := p.Place; at.Demo && (at.Open == "" || at.HereOnly) && p.link.Standing() == "" {
		lines = append(append(lines, ""), fold(p.Theme.Dim, t.DemoLocal, width)...)
	}
	return lines
}

// fold breaks a sentence into lines of a style.
func fold(style lipgloss.Style, words string, width int) []string {
	lines := strings.Split(screen.Fold(words, width), "\n")
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}
