package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// overlay is what takes the place of the code for a moment, or of any screen.
type overlay uint8

const (
	overlayNone    overlay = iota
	overlayURL             // the URL, as the layout has no room for both
	overlayMessage         // a message to the customer
	overlayKeys            // every key that works
	overlayLinks           // the links of this run
	overlayNote            // words that are too long for the line of notices
)

// lay puts an overlay on the screen, or takes it off.
func (m *Model) lay(o overlay) {
	m.overlay = o
	if o != overlayMessage {
		m.sending = nil
	}
	m.redraw()
}

// say says something on the line of notices or, where it does not fit there and
// cutting it would help nobody, as a path, in the place of the code.
func (m *Model) say(words string) {
	if ansi.StringWidth(words)+4 <= m.width {
		m.notice = words
		return
	}
	m.said = words
	m.lay(overlayNote)
}

// viewNote shows words that needed the room.
func (m *Model) viewNote() string {
	width := max(m.width-4, 1)
	return m.block(m.theme.text.Render(hardwrap(m.said, width)), "", m.theme.dim.Render(cut(m.t.Link.AnyKey, width)))
}

// showKeys lists every key that works.
func (m *Model) showKeys() {
	m.listedKeys = slices.Clone(m.shown)
	m.lay(overlayKeys)
}

// viewKeys lists them, in two columns.
func (m *Model) viewKeys() string {
	lines := []string{m.theme.title.Render(m.t.Keys.AllKeysTitle), ""}
	half := (len(m.listedKeys) + 1) / 2
	column := min((m.width-4)/2, 36)
	line := func(i int) string {
		h := m.listedKeys[i].Help()
		return m.theme.strong.Render(pad(h.Key, 8)) + m.theme.text.Render(cut(h.Desc, column-9))
	}
	for i := range half {
		l := line(i)
		if i+half < len(m.listedKeys) {
			l = pad(l, column) + line(i+half)
		}
		lines = append(lines, l)
	}
	return m.block(append(lines, "", m.theme.dim.Render(m.t.Link.AnyKey))...)
}

// showLinks lists the links of this run, the last first.
func (m *Model) showLinks() tea.Cmd {
	m.listed, m.news = 0, ""
	m.lay(overlayLinks)
	return m.tick()
}

func (m *Model) pressLinks(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, m.keys.reopen):
		return m.reopen(m.links[len(m.links)-1-m.listed])
	case key.Matches(msg, m.keys.choose):
		by := map[string]int{"up": -1, "down": 1}[msg.String()]
		m.listed = min(max(m.listed+by, 0), len(m.links)-1)
	case key.Matches(msg, m.keys.leaveOverlay):
		m.lay(overlayNone)
		return m.tick()
	}
	return nil
}

// reopen shows a link of this run again: its code, or how it ended. What the
// agent was typing for the next customer is kept.
func (m *Model) reopen(l *liveLink) tea.Cmd {
	if m.state == StateForm || m.state == StateReview || m.state == StateFailed {
		m.draft = m.data
	}
	left := m.withdraw() // of another link
	m.overlay = overlayNone
	data := *l.data
	m.data, m.link, m.presenter = &data, l, false
	cmds := []tea.Cmd{left, m.follow(Reopen)}
	switch {
	case l.watch.Authorised():
		cmds = append(cmds, m.follow(Authorise))
	case l.over(m.cfg.Clock):
		cmds = append(cmds, m.follow(Expire))
	}
	return tea.Sequence(cmds...)
}

// nextCustomer starts anew, with what the profile fills in and nothing of the
// last customer's, or goes on with what was begun.
func (m *Model) nextCustomer() tea.Cmd {
	data := m.cfg.Defaults
	m.data, m.step = &data, stepCustomer
	if m.draft != nil {
		m.data, m.draft = m.draft, nil
	}
	m.overlay, m.failure = overlayNone, nil
	return tea.Batch(m.withdraw(), m.follow(Next), m.warm())
}

// viewLinks lists the links with what has become of each.
func (m *Model) viewLinks(room int) string {
	lines := []string{m.theme.title.Render(m.t.Links.Title), ""}
	rows := max(room-len(lines), 1)
	top := min(max(m.listed-rows+1, 0), max(len(m.links)-rows, 0))
	for i := top; i < min(top+rows, len(m.links)); i++ {
		l := m.links[len(m.links)-1-i]
		left := clockText(l.left)
		if l.left == 0 {
			left = m.t.Links.Over
		}
		mark := "  "
		if i == m.listed {
			mark = "❯ "
		}
		bank := l.bank
		if latest := l.watch.Latest(); len(latest) > 0 {
			bank = m.institutionName(latest[len(latest)-1])
		}
		who := pad(l.customer, 19) + pad(cut(bank, 24), 25)
		lines = append(lines, mark+m.theme.text.Render(who)+pad(left, 8)+m.statusStyle(l).Render(cut(m.standing(l), max(m.width-60, 1))))
	}
	return m.block(lines...)
}

// pad fills text with blanks up to a width.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-ansi.StringWidth(s), 0))
}

// cut shortens text to a width.
func cut(s string, width int) string { return ansi.Truncate(s, max(width, 0), "…") }

// hardwrap breaks text at blanks, and words that are too long for a line, as URLs
// are, at the width and nowhere before.
func hardwrap(s string, width int) string {
	width = max(width, 1)
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" && ansi.StringWidth(line)+1+ansi.StringWidth(word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		parts := strings.Split(ansi.Hardwrap(word, width, true), "\n")
		lines = append(lines, parts[:len(parts)-1]...)
		line = parts[len(parts)-1]
	}
	return strings.Join(append(lines, line), "\n")
}
