package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

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
