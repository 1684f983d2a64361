package ui

import (
	"fmt"
	"image/color"
	"strings"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// viewLink shows the code and what goes with it in the layout that fits.
func (m *Model) viewLink(room int) string {
	code := m.drawing.code
	switch m.drawing.layout {
	case layoutBeside:
		panel := strings.Split(m.panel(m.drawing.size.Cols, room), "\n")
		rows := strings.Split(code, "\n")
		for i := range rows {
			if i < len(panel) && panel[i] != "" {
				rows[i] += "  " + panel[i]
			}
		}
		for i := len(rows); i < min(len(panel), room); i++ {
			rows = append(rows, strings.Repeat(" ", m.drawing.size.Cols+2)+panel[i])
		}
		return strings.Join(rows, "\n")
	case layoutBelow:
		left := " " + m.countdown() + "  " + m.progress(m.width-ansi.StringWidth(m.countdown())-4)
		who := " " + cut(m.statusStyle(m.link).Render(m.standing(m.link))+m.theme.dim.Render(" · ")+m.who()+m.theme.dim.Render(" · "+m.link.id()), m.width-2)
		return code + "\n" + left + "\n" + who + "\n" + m.url(m.width-2, 1)
	default:
		return m.viewWithoutCode(room)
	}
}

// viewAlone is the code on the whole window with one line beneath it.
func (m *Model) viewAlone() string {
	return m.overLine(m.countdown() + m.theme.dim.Render(" · ") + m.statusStyle(m.link).Render(m.standing(m.link)))
}

// viewPresenter is the code in the middle of the window with the time it has
// left, and nothing that tells whom it is for.
func (m *Model) viewPresenter() string {
	words := m.t.Link.PresenterScan
	if m.link.watch.Standing() != "" {
		words = m.standing(m.link)
	}
	return m.overLine(m.countdown() + "  " + m.theme.text.Render(words))
}

// overLine puts the code where it belongs and, at the bottom of the window, a
// line with the keys after it, or a notice in its place.
func (m *Model) overLine(line string) string {
	demo := ""
	if m.cfg.Place.Demo {
		demo = m.theme.demo.Render(m.t.Frame.DemoShort) + " "
	}
	if m.notice != "" {
		line = demo + m.theme.warn.Render("! "+m.notice)
	} else {
		line = demo + line + "  "
		keys := m.help
		keys.SetWidth(m.width - ansi.StringWidth(line) - 2)
		line += keys.ShortHelpView(m.shown)
	}
	d := m.drawing
	indent := strings.Repeat(" ", d.col)
	code := indent + strings.ReplaceAll(d.code, "\n", "\n"+indent)
	return strings.Repeat("\n", d.row) + code + strings.Repeat("\n", m.height-d.size.Rows-d.row) + cut(" "+line, m.width)
}

// viewWithoutCode says what the code would need, and shows the URL: whole, even
// where everything else has to make room for it.
func (m *Model) viewWithoutCode(room int) string {
	width := m.width - 2
	wrap := func(style lipgloss.Style, s string) string { return style.Render(ansi.Wrap(s, width, "")) }
	why := wrap(m.theme.warn, m.t.Link.NoCode)
	switch {
	case m.overlay == overlayURL:
		why = wrap(m.theme.text, m.t.Link.AnyKey)
	case m.link.code.Modules() > 0:
		need := m.drawing.need
		why = wrap(m.theme.warn, fmt.Sprintf(m.t.Link.TooBigF, need.Cols, need.Rows, m.width, m.height)) + "\n" + wrap(m.theme.text, m.t.Link.TooBigHow)
		if m.cfg.Pages != nil {
			why += "\n" + wrap(m.theme.strong, m.t.Link.TooBigPage)
		}
	}
	countdown := m.countdown() + "  " + m.progress(min(width-30, 40))
	who := m.who()
	url := m.url(width, 0)
	for _, parts := range [][]string{
		{m.theme.good.Bold(true).Render("✓ " + m.t.Link.Title), "", why, "", countdown, "", who, m.theme.dim.Render(m.link.id()), "", url},
		{why, "", countdown, who, "", url},
		{why, countdown, url},
	} {
		if block := strings.Join(parts, "\n"); lipgloss.Height(block) <= room {
			return lipgloss.NewStyle().MarginLeft(1).Render(block)
		}
	}
	return lipgloss.NewStyle().MarginLeft(1).Render(strings.Join([]string{why, countdown, "", wrap(m.theme.warn, m.t.Link.URLTooBig)}, "\n"))
}

// panel is what stands beside a code of so many columns, in so many rows: the
// timeline takes what the rest leaves, a line at least.
func (m *Model) panel(beside, rows int) string {
	t := &m.t.Link
	width := min(m.width-beside-3, 60)
	above := []string{
		"",
		m.theme.good.Bold(true).Render("✓ " + t.Title),
		m.theme.text.Render(ansi.Wrap(t.Scan, width, "")),
		"",
		m.countdown(),
		m.progress(width),
		m.theme.dim.Render(fmt.Sprintf(t.ExpiresAtF, m.expiry())),
		m.urgency(),
	}
	below := []string{
		"",
		m.theme.dim.Render(t.Customer),
		m.theme.text.Render(m.link.customer),
		m.theme.dim.Render(t.Institution),
		m.theme.text.Render(cut(m.link.bank, width)),
		m.theme.dim.Render(t.ID),
		m.theme.text.Render(cut(m.link.id(), width)),
		"",
		m.url(width, 0),
	}
	if p := m.cfg.Place; p.Demo && p.Open == "" && m.link.watch.Standing() == "" {
		below = append([]string{"", m.theme.dim.Render(ansi.Wrap(t.DemoLocal, width, ""))}, below...)
	}
	if m.link.watch.Trouble() {
		below = append([]string{m.theme.warn.Render(ansi.Wrap(m.t.Status.Trouble, width, ""))}, below...)
	} else if advice := m.advice(); advice != "" {
		below = append([]string{m.theme.warn.Render(ansi.Wrap(advice, width, ""))}, below...)
	}
	top, bottom := strings.Join(above, "\n"), strings.Join(below, "\n")
	most := max(rows-lipgloss.Height(top)-lipgloss.Height(bottom), 1)
	return top + "\n" + strings.Join(m.timeline(m.link, width, most), "\n") + "\n" + bottom
}

// url breaks the link's URL over lines with nothing around it, so that it can be
// marked and copied.
func (m *Model) url(width, margin int) string {
	return lipgloss.NewStyle().MarginLeft(margin).Render(m.theme.text.Render(wrapURL(m.link.URL.Reveal(), width)))
}

// who names the link's customer, redacted, and institution.
func (m *Model) who() string {
	return m.theme.text.Render(m.link.customer) + m.theme.dim.Render(" · ") + m.theme.text.Render(m.link.bank)
}

// expiry is the time of day at which the link ends.
func (m *Model) expiry() string { return m.link.expiresAt(m.cfg.Clock).Local().Format("15:04") }

// urgent tells how near the end is: 0, 1 under five minutes, 2 under one.
func (m *Model) urgent() int {
	switch left := m.link.left; {
	case left <= time.Minute:
		return 2
	case left <= 5*time.Minute:
		return 1
	default:
		return 0
	}
}

// countdown leaves the digits in the terminal's own colour: they change every
// second for half an hour, and a colour would be sent again each time.
func (m *Model) countdown() string {
	s := fmt.Sprintf(m.t.Link.LeftF, clockText(m.link.left))
	switch m.urgent() {
	case 2:
		return m.theme.bad.Render("!!") + " " + s
	case 1:
		return m.theme.warn.Render("!") + " " + s
	default:
		return s
	}
}

func (m *Model) urgency() string {
	switch m.urgent() {
	case 2:
		return m.theme.bad.Render(m.t.Link.UnderOne)
	case 1:
		return m.theme.warn.Render(m.t.Link.UnderFive)
	default:
		return ""
	}
}

// progress is a bar of the time that is left.
func (m *Model) progress(width int) string {
	bar := m.bar
	bar.SetWidth(max(width, 1))
	bar.FullColor = [...]color.Color{m.theme.barFull, m.theme.barSoon, m.theme.barEnd}[m.urgent()]
	return bar.ViewAs(m.link.left.Seconds() / m.link.ExpireIn.Seconds())
}

func (m *Model) viewExpired() string {
	lines := []string{
		m.theme.bad.Render("✗ " + m.t.Link.Expired), "",
		m.theme.text.Render(ansi.Wrap(m.t.Link.ExpiredNote, m.textWidth(), "")),
	}
	if !m.presenter { // the screen is shared
		lines = append(lines, "", m.who())
	}
	return m.block(lines...)
}
