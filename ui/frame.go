package ui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/screen"
	"klavilink/ui/terminal"
)

// headerRows are the rows that header and blank line take above a framed view.
const headerRows = 2

// frame is what stands around the view of a screen or a sheet: the header, the
// warnings, a notice, and the help line.
type frame struct {
	*screen.Session
	help    help.Model
	shown   []key.Binding  // the keys of the help line
	notice  notice         // said until the next key
	aspects screen.Aspects // what the screen that is on wants around its view
	warned  string         // the warnings
}

func newFrame(s *screen.Session) *frame {
	f := &frame{Session: s, help: help.New(), notice: notice{words: s.Reminder}}
	f.help.ShortSeparator = "  "
	f.restyle()
	return f
}

// restyle fits the help line to the styles.
func (f *frame) restyle() { f.help.Styles = f.Theme.Help }

// surround takes what the screen wants around its view, and gives the room that is
// left for the view.
func (f *frame) surround(a screen.Aspects) screen.Area {
	f.aspects = a
	f.warned = f.warnings()
	return screen.Area{Cols: f.Terminal.Cols, Rows: f.Terminal.Rows - headerRows - f.footerRows()}
}

func (f *frame) tooSmall() string {
	cols, rows := f.Terminal.Cols, f.Terminal.Rows
	words := fmt.Sprintf(f.Text.Frame.TooSmallF, terminal.MinCols, terminal.MinRows, cols, rows)
	return strings.Join(screen.Clip(strings.Split(screen.Fold(words, max(cols, 1)), "\n"), rows), "\n")
}

// framed puts header and footer around a view. A code that fills the window keeps all of
// its rows: then the news stands in the header and not in a row of its own.
func (f *frame) framed(v screen.Frame) (string, *tea.Cursor) {
	top := headerRows
	if v.Chrome == screen.Tight {
		top--
	}
	rows := v.Rows()
	style, right, warned := f.Theme.Dim, f.aspects.Place, f.warned
	if v.Chrome == screen.Tight && top+len(rows)+f.footerRows() > f.Terminal.Rows {
		style, right, warned = f.Theme.Good, f.news(), ""
	}
	footer := f.footer(warned, f.Terminal.Rows-top-len(rows))
	if f.notice.words != "" && v.Chrome == screen.Framed && lipgloss.Height(footer) == rowsOf(warned)+1 {
		top-- // the blank line under the header makes room for the notice
		footer = f.footer(warned, f.Terminal.Rows-top-len(rows))
	}
	room := f.Terminal.Rows - top - lipgloss.Height(footer)
	rows = screen.Clip(rows, room)
	if v.Cursor != nil {
		v.Cursor.Y += top
	}
	var b strings.Builder
	b.WriteString(f.header(style, right) + strings.Repeat("\n", top))
	b.WriteString(strings.Join(rows, "\n"))
	b.WriteString(strings.Repeat("\n", room-len(rows)+1))
	b.WriteString(footer)
	return b.String(), v.Cursor
}

// bare puts one line under a view: its status and the keys, or a notice in
// their place.
func (f *frame) bare(v screen.Frame) string {
	line := v.Status
	demo := ""
	if f.Place.Demo {
		demo = f.Theme.Demo.Render(f.Text.Frame.DemoShort) + " "
	}
	if f.notice.words != "" {
		line = demo + f.notice.render(f.Theme)
	} else {
		line = demo + line + "  "
		line += f.keys(f.Terminal.Cols - ansi.StringWidth(line) - 2)
	}
	gap := strings.Repeat("\n", max(f.Terminal.Rows-lipgloss.Height(v.Body), 0))
	return v.Body + gap + screen.Cut(" "+line, f.Terminal.Cols)
}

// header says what this is and where links are made, and at the right what the screen adds,
// or the news. What has no room is left out.
func (f *frame) header(style lipgloss.Style, right string) string {
	left := " " + f.Theme.Strong.Render("klavilink") + " " + f.badge()
	gap := f.Terminal.Cols - lipgloss.Width(left) - lipgloss.Width(right) - 1
	if right == "" || gap < 1 {
		return screen.Cut(left, f.Terminal.Cols)
	}
	return left + strings.Repeat(" ", gap) + style.Render(right)
}

// badge names the place where links are made.
func (f *frame) badge() string {
	p := f.Place
	style := f.Theme.Sandbox
	switch {
	case p.Demo && p.Open != "" && p.HereOnly:
		return f.Theme.Demo.Render(fmt.Sprintf(f.Text.Frame.DemoLocalF, p.Open))
	case p.Demo && p.Open != "":
		return f.Theme.Demo.Render(fmt.Sprintf(f.Text.Frame.DemoOpenF, p.Open))
	case p.Demo:
		return f.Theme.Demo.Render(p.Name(f.Text))
	case p.Env == klavi.Production:
		style = f.Theme.Production
	}
	badge := style.Render(p.Name(f.Text))
	if p.Server != "" {
		badge += " " + f.Theme.Dim.Render(fmt.Sprintf(f.Text.Frame.CustomServerF, p.Server))
	}
	return badge
}

// warnings says what became of a link that is not on the screen, and what the
// screen warns of. On a shared screen nothing is said of other customers.
func (f *frame) warnings() string {
	var lines []string
	add := func(style lipgloss.Style, words string) {
		lines = append(lines, style.Render(screen.Fold(words, max(f.Terminal.Cols-2, 1))))
	}
	if news := f.news(); news != "" {
		add(f.Theme.Good, news)
	}
	for _, words := range f.aspects.Warnings {
		add(f.Theme.Warn, "! "+words)
	}
	return strings.Join(lines, "\n")
}

// news says that the customer of another link has authorised. It is empty if there is no
// news, and on a shared screen.
func (f *frame) news() string {
	change, ok := f.Desk.Unread()
	if !ok || f.aspects.Shared {
		return ""
	}
	step, _ := change.Authorised()
	return "✓ " + fmt.Sprintf(f.Text.Status.NewsF, change.Link.Customer, f.Desk.Institutions.Name(step))
}
