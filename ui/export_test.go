package ui

import (
	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/qr"
)

// Answer gives the wizard an answer to its last request, as if it had come from
// the network.
func (m *Model) Answer(link klavi.Link, err error) { m.AnswerTo(0, link, err) }

// AnswerTo answers the request so many before the last.
func (m *Model) AnswerTo(before int, link klavi.Link, err error) {
	m.Update(answered{m.request - before, link, err, m.cfg.Clock.Steady()})
}

// LateImage is a sixel image, so many before the last, that went out to the
// terminal.
func (m *Model) LateImage(before int) tea.Msg {
	return tea.RawMsg{Msg: placed{m.lastPicture - before, qr.Sixel, ""}}
}
