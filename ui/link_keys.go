package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// copied answers a copy to the system's clipboard.
type copied struct {
	url string
	err error
}

// pressLink takes a key while a link is live.
func (m *Model) pressLink(msg tea.KeyPressMsg, asked confirmation) tea.Cmd {
	if m.showURL { // any key brings the code back, and does nothing else
		m.showURL = false
		m.redraw()
		return nil
	}
	switch {
	case key.Matches(msg, m.keys.copyLink):
		return m.copyLink()
	case key.Matches(msg, m.keys.present), key.Matches(msg, m.keys.leavePresenter):
		m.presenter = !m.presenter
		m.redraw()
	case key.Matches(msg, m.keys.swap):
		m.inverted = !m.inverted
		m.redraw()
	case key.Matches(msg, m.keys.editData):
		if asked != confirmBack {
			m.ask(confirmBack, m.t.Link.AskBackF)
			return nil
		}
		return m.follow(Back)
	}
	return nil
}

// copyLink copies the URL both ways: through the terminal (OSC 52), which works
// over ssh and which nobody confirms, and through the system's clipboard, which
// a terminal without OSC 52 needs. Where the layout has no room for the URL it
// takes the code's place, so that "copied" is never all there is.
func (m *Model) copyLink() tea.Cmd {
	url := m.link.URL.Reveal()
	if m.drawing.layout == layoutAlone {
		m.showURL = true
		m.redraw()
	}
	native := func() tea.Msg { return copied{url: url} }
	if write := m.cfg.Clipboard; write != nil {
		native = func() tea.Msg { return copied{url, write(url)} }
	}
	return tea.Batch(tea.SetClipboard(url), native)
}

// copied says how it went, if the link is still the one on the screen.
func (m *Model) copied(msg copied) {
	if m.state != StateLink || m.presenter || m.link.URL.Reveal() != msg.url {
		return
	}
	m.notice = m.t.Link.Copied
	if msg.err != nil || m.cfg.Clipboard == nil {
		m.notice = m.t.Link.CopiedMaybe
	}
}
