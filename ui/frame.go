package ui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/progress"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
)

// The least window. Below it the wizard asks for room and waits.
const (
	minWidth  = 60
	minHeight = 20
)

func (m *Model) roomy() bool { return m.width >= minWidth && m.height >= minHeight }

// View implements tea.Model.
func (m *Model) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	v.WindowTitle = "klavilink" // never what is on the screen: titles end up in task bars and logs
	switch {
	case m.blank:
	case !m.roomy():
		words := ansi.Wrap(fmt.Sprintf(m.t.Frame.TooSmallF, minWidth, minHeight, m.width, m.height), max(m.width, 1), "")
		v.Content = strings.Join(clip(strings.Split(words, "\n"), m.height), "\n")
	case m.state == StateLink && m.presenter && m.drawing.code != "":
		v.Content = m.viewPresenter()
	case m.state == StateLink && m.drawing.layout == layoutAlone:
		v.Content = m.viewAlone()
	default:
		v.Content, v.Cursor = m.viewFramed()
	}
	return v
}

// viewFramed puts header and footer around what the state shows.
func (m *Model) viewFramed() (string, *tea.Cursor) {
	header, footer := m.header(), m.footer()
	top := 2 // header and a blank line
	if m.state == StateLink && m.drawing.code != "" {
		top = 1
	}
	room := m.height - top - m.footerHeight()
	var body string
	var cursor *tea.Cursor
	switch {
	case m.overlay == overlayLinks:
		body = m.viewLinks(room)
	case m.overlay == overlayMessage:
		body = m.viewMessage()
	case m.overlay == overlayNote:
		body = m.viewNote()
	case m.overlay == overlayKeys:
		body = m.viewKeys()
	case m.state == StateForm:
		body, cursor = m.viewForm()
	case m.state == StateReview:
		body = m.viewReview()
	case m.state == StateSubmitting:
		body = m.viewSubmitting()
	case m.state == StateLink:
		body = m.viewLink(room)
	case m.state == StateAuthorised:
		body = m.viewAuthorised(room)
	case m.state == StateExpired:
		body = m.viewExpired()
	case m.state == StateFailed:
		body = m.viewFailed()
	}
	if cursor != nil {
		cursor.Y += top
	}
	rows := clip(strings.Split(body, "\n"), room)
	var b strings.Builder
	b.WriteString(header + strings.Repeat("\n", top))
	b.WriteString(strings.Join(rows, "\n"))
	b.WriteString(strings.Repeat("\n", room-len(rows)+1))
	b.WriteString(footer)
	return b.String(), cursor
}

// header says what this is, where the link is made and how far the form is.
func (m *Model) header() string {
	left := " " + m.theme.strong.Render("klavilink") + " " + m.badge()
	if m.state != StateForm {
		return cut(left, m.width)
	}
	right := fmt.Sprintf(m.t.Frame.StepF, m.step+1, len(m.steps), m.steps[m.step].name)
	gap := m.width - lipgloss.Width(left) - lipgloss.Width(right) - 1
	return cut(left+strings.Repeat(" ", max(gap, 1))+m.theme.dim.Render(right), m.width)
}

func (m *Model) badge() string {
	p := m.cfg.Place
	var s string
	switch {
	case p.Demo && p.Open != "":
		return m.theme.demo.Render(fmt.Sprintf(m.t.Frame.DemoOpenF, p.Open))
	case p.Demo:
		return m.theme.demo.Render(m.t.Frame.Demo)
	case p.Env == klavi.Production:
		s = m.theme.production.Render(m.t.Frame.Production)
	default:
		s = m.theme.sandbox.Render(m.t.Frame.Sandbox)
	}
	if p.Server != "" {
		s += " " + m.theme.dim.Render(fmt.Sprintf(m.t.Frame.CustomServerF, p.Server))
	}
	return s
}

// footer is the line of keys, or a notice in its place, under the warning.
func (m *Model) footer() string {
	// The help cuts itself, but not where its own ellipsis has no room.
	line := cut(" "+m.help.ShortHelpView(m.shown), m.width)
	if m.notice != "" {
		line = " " + m.theme.warn.Render(cut("! "+m.notice, m.width-2))
	}
	if m.warned != "" {
		line = m.theme.warn.MarginLeft(1).Render(m.warned) + "\n" + line
	}
	return line
}

// warning says what became of an earlier link, and what is wrong with the API, as
// long as that matters.
func (m *Model) warning() string {
	var lines []string
	if m.news != "" && !m.presenter {
		lines = append(lines, ansi.Wrap("✓ "+m.news, max(m.width-2, 1), ""))
	}
	if m.state == StateForm || m.state == StateReview {
		for _, words := range []string{m.already(), m.early} {
			if words != "" {
				lines = append(lines, ansi.Wrap("! "+words, max(m.width-2, 1), ""))
			}
		}
	}
	return strings.Join(lines, "\n")
}

func (m *Model) footerHeight() int {
	if m.warned == "" {
		return 1
	}
	return 1 + lipgloss.Height(m.warned)
}

// resize fits everything into the window.
func (m *Model) resize() {
	m.help.SetWidth(m.width - 2)
	m.resizePage()
	m.redraw()
}

// restyle makes the styles for the terminal's background.
func (m *Model) restyle() {
	m.theme = newTheme(m.dark)
	m.help.Styles = m.theme.help
	m.spinner.Style = m.theme.title
	m.bar = progress.New(progress.WithoutPercentage(), progress.WithFillCharacters('━', '─'))
	m.bar.EmptyColor = lipgloss.NoColor{} // as with the digits: a tick is a few bytes
	if m.page != nil {
		m.page.form.WithTheme(m.theme)
	}
	m.resize()
}
