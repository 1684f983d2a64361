package ui

import (
	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/qr"
	"klavilink/ui/watch"
	"klavilink/validate"
)

// Answer gives the wizard an answer to its last request, as if it had come from
// the network.
func (m *Model) Answer(link klavi.Link, err error) { m.AnswerTo(0, link, err) }

// AnswerTo answers the request so many before the last.
func (m *Model) AnswerTo(before int, link klavi.Link, err error) {
	m.Update(answered{m.request - before, link, err, m.cfg.Clock.Steady()})
}

// Look shows the wizard, of the link on the screen or else of the last one, where
// its customer stands.
func (m *Model) Look(s klavi.ConsentStatus, name string) { m.LookBefore(0, s, name) }

// LookBefore is what the look so many before the last one showed.
func (m *Model) LookBefore(before int, s klavi.ConsentStatus, name string) {
	if len(m.links) == 0 {
		return
	}
	l := m.links[len(m.links)-1]
	m.Update(looked{due: due{l, l.look - before, watch.FromLink}, sights: []watch.Step{{Code: string(s), Name: validate.Harmless(name, 80), Status: s}}})
}

// LateImage is a sixel image, so many before the last, that went out to the
// terminal.
func (m *Model) LateImage(before int) tea.Msg {
	return tea.RawMsg{Msg: placed{m.lastPicture - before, qr.Sixel, ""}}
}

// IsLook tells whether a message is the time for a look at a link.
func IsLook(msg tea.Msg) bool {
	_, ok := msg.(due)
	return ok
}
