package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// press gives a key to whoever it is for.
func (m *Model) press(msg tea.KeyPressMsg) tea.Cmd {
	m.notice = ""
	asked := m.asked
	m.asked = confirmNothing
	switch {
	case key.Matches(msg, m.keys.quit):
		if m.state == StateLink && asked != confirmQuit {
			m.ask(confirmQuit, m.t.Link.AskQuitF)
			return nil
		}
		m.abandon()
		m.blank = true
		return tea.Sequence(m.withdraw(), tea.Quit)
	case key.Matches(msg, m.keys.suspend):
		m.blank = true
		return tea.Suspend
	case !m.roomy():
		return nil // what cannot be seen must not be changed
	}
	switch m.overlay {
	case overlayLinks:
		return m.pressLinks(msg)
	case overlayMessage:
		return m.pressMessage(msg)
	case overlayURL, overlayKeys, overlayNote: // any key brings the code back, and does nothing else
		m.lay(overlayNone)
		return nil
	case overlayNone:
	}
	switch {
	case key.Matches(msg, m.keys.links, m.keys.linksTyping):
		return m.showLinks()
	case key.Matches(msg, m.keys.reveal):
		return m.reveal()
	case key.Matches(msg, m.keys.nextCustomer, m.keys.nextNow):
		return m.nextCustomer()
	}
	switch m.state {
	case StateForm:
		return m.pressForm(msg)
	case StateReview:
		return m.pressReview(msg, asked)
	case StateSubmitting:
		if key.Matches(msg, m.keys.cancel) {
			m.abandon()
			return m.follow(Back)
		}
	case StateLink:
		return m.pressLink(msg, asked)
	case StateAuthorised:
		return m.pressAuthorised(msg)
	case StateExpired, StateFailed:
		switch {
		case key.Matches(msg, m.keys.detail):
			m.detailed = !m.detailed
		case key.Matches(msg, m.keys.again), key.Matches(msg, m.keys.tryAgain):
			return m.follow(Submit)
		case key.Matches(msg, m.keys.editData):
			return m.follow(Back)
		}
	}
	return nil
}

// follow takes the wizard where an event leads and does what entering that state
// takes. Events that mean nothing here, such as a late one, do nothing.
func (m *Model) follow(e Event) tea.Cmd {
	to, ok := next(m.state, e)
	if !ok {
		return nil
	}
	m.note("state", "from", m.state.String(), "event", e.String(), "to", to.String())
	m.state = to
	m.notice = ""
	m.drawing, m.fitting = drawing{}, nil
	switch to {
	case StateForm:
		m.presenter = false
		m.open(m.step, "")
	case StateReview:
		m.presenter = false
		m.scrolled = 0
		return tea.Batch(m.withdraw(), m.warm(), m.probe())
	case StateSubmitting:
		return m.submit()
	case StateLink:
		m.redraw()
		return m.tick()
	case StateAuthorised, StateExpired:
		m.lay(overlayNone)
		return m.withdraw()
	case StateFailed:
	}
	return nil
}
