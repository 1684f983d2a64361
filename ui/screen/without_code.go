package screen

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Fold breaks sentences at blanks, with the styles of the text kept.
func Fold(s string, width int) string { return ansi.Wrap(s, width, "") }

// WithoutCode shows a link whose code is not on the screen: why not, the time left
// and the URL, under the warning of a foreign host. The URL is whole, even where everything else makes room for it.
func (f Facts) WithoutCode(why string, a Area) string {
	width := a.Cols - 2
	if warning := f.Foreign(width); warning != "" {
		why = warning + "\n" + why
	}
	countdown := f.Countdown() + "  " + f.Progress(min(width-30, 40))
	url := f.URL(width, 0)
	margin := lipgloss.NewStyle().MarginLeft(1)
	title := f.Theme.Good.Bold(true).Render("✓ " + f.Text.Link.Title)
	for _, parts := range [][]string{
		{title, "", why, "", countdown, "", f.Who(), f.Theme.Dim.Render(f.Link.ShownID()), "", url},
		{why, "", countdown, f.Who(), "", url},
		{why, countdown, url},
	} {
		if block := strings.Join(parts, "\n"); lipgloss.Height(block) <= a.Rows {
			return margin.Render(block)
		}
	}
	tooBig := f.Theme.Warn.Render(Fold(f.Text.Link.URLTooBig, width))
	return margin.Render(strings.Join([]string{why, countdown, "", tooBig}, "\n"))
}
