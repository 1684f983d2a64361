package ui

import (
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// pressLink takes a key while a link is live.
func (m *Model) pressLink(msg tea.KeyPressMsg, asked confirmation) tea.Cmd {
	switch {
	case key.Matches(msg, m.keys.copyLink):
		return m.copyLink()
	case key.Matches(msg, m.keys.message):
		return m.compose(byClipboard)
	case key.Matches(msg, m.keys.whatsApp):
		return m.compose(byWhatsApp)
	case key.Matches(msg, m.keys.email):
		return m.compose(byEmail)
	case key.Matches(msg, m.keys.play):
		m.link.playing = true
		return m.playNext(played{m.link, 0})
	case key.Matches(msg, m.keys.allKeys):
		m.showKeys()
	case key.Matches(msg, m.keys.browser):
		return m.showPage()
	case key.Matches(msg, m.keys.present), key.Matches(msg, m.keys.leavePresenter):
		m.presenter = !m.presenter
		m.redraw()
	case key.Matches(msg, m.keys.swap):
		m.inverted = !m.inverted
		m.redraw()
	case key.Matches(msg, m.keys.redraw):
		m.drawOtherwise()
	case key.Matches(msg, m.keys.save):
		return m.saveCode()
	case key.Matches(msg, m.keys.editData):
		if asked != confirmBack {
			m.ask(confirmBack, m.t.Link.AskBackF)
			return nil
		}
		return m.follow(Back)
	}
	return nil
}

// drawOtherwise goes on to the next rendering that fits, for a phone that does
// not catch this one.
func (m *Model) drawOtherwise() {
	at := slices.Index(m.fitting, m.drawing.rendering)
	at = (at + 1) % len(m.fitting)
	m.chosen = m.fitting[at]
	m.redraw()
	names := [...]string{halfBlocks: m.t.Link.HalfBlocks, fullCells: m.t.Link.FullCells, asImage: m.t.Link.Image}
	m.notice = fmt.Sprintf(m.t.Link.DrawnF, names[m.chosen], at+1, len(m.fitting))
}
