package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"klavilink/klavi"
)

// pressAuthorised takes a key once the customer has authorised.
func (m *Model) pressAuthorised(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, m.keys.showCode):
		return m.follow(Reopen)
	case key.Matches(msg, m.keys.leavePresenter):
		m.presenter = false
	}
	return nil
}

// statusStyle colours how far a link is. The words say it too.
func (m *Model) statusStyle(l *liveLink) lipgloss.Style {
	switch l.watch.Standing() {
	case klavi.Authorised:
		return m.theme.good
	case klavi.Rejected, klavi.Failed, klavi.Expired, klavi.Revoked, klavi.DeletedByCustomer:
		return m.theme.bad
	default:
		return m.theme.text
	}
}

// viewAuthorised is what cannot be overlooked, from across a desk or on a shared
// screen.
func (m *Model) viewAuthorised(room int) string {
	banner := m.theme.done.Width(max(m.width-4, 1)).Align(lipgloss.Center).Render("✓ " + strings.ToUpper(m.t.Status.Authorised))
	lines := []string{"", banner, ""}
	if m.presenter {
		return m.block(lines...)
	}
	for _, s := range m.link.watch.Latest() {
		if s.Status == klavi.Authorised {
			lines = append(lines, m.theme.strong.Render(m.institutionName(s))+m.theme.dim.Render("  "+s.At.Local().Format("15:04")))
		}
	}
	lines = append(lines, m.theme.text.Render(m.link.customer)+m.theme.dim.Render(" · "+m.link.id()), "")
	lines = append(lines, m.timeline(m.link, m.textWidth(), max(room-len(lines)-2, 1))...)
	if m.link.watch.Standing() == klavi.Authorised && m.link.left > 0 {
		lines = append(lines, "", m.theme.dim.Render(hardwrap(m.t.Status.MoreBanks, m.textWidth())))
	}
	return m.block(lines...)
}
