package screen

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Fold breaks sentences at blanks, with the styles of the text kept.
func Fold(s string, width int) string { return ansi.Wrap(s, width, "") }

// WithoutCode shows a link whose code is not on the screen: why not, the time left, how
// far the customer is, what the agent says now, and the URL, under the warning of a foreign
// host. The URL is whole, even where everything else makes room for it.
func (f Facts) WithoutCode(why string, a Area) string {
	width := a.Cols - 2
	if warning := f.Foreign(width); warning != "" {
		why = warning + "\n" + why
	}
	countdown := f.Countdown() + "  " + f.Progress(min(width-30, 40))
	url := f.URL(width, 0)
	margin := lipgloss.NewStyle().MarginLeft(1)
	title := f.Theme.Good.Bold(true).Render("✓ " + f.Text.Link.Title)
	who := f.Who()
	if ticket := f.Ticket(); ticket != "" {
		who += f.Theme.Dim.Render(" · ") + f.Theme.Text.Render(ticket)
	}
	who = Cut(who, width)
	standing := f.StandingStyle().Render(Cut(f.Standing(), width))
	id, say := f.Theme.Dim.Render(f.Link.ShownID()), f.Theme.Text.Render(Fold(f.Say(), width))
	for _, parts := range [][]string{
		{title, "", why, "", countdown, standing, "", who, id, "", say, "", url},
		{why, "", countdown, standing, who, "", say, "", url},
		{why, "", countdown, who, "", url},
		{why, countdown, url},
	} {
		if block := strings.Join(parts, "\n"); lipgloss.Height(block) <= a.Rows {
			return margin.Render(block)
		}
	}
	tooBig := f.Theme.Warn.Render(Fold(f.Text.Link.URLTooBig, width))
	return margin.Render(strings.Join([]string{why, countdown, "", tooBig}, "\n"))
}
