package ui

import (
	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/creating"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/fit"
	"klavilink/ui/flow"
	"klavilink/ui/follow"
	"klavilink/ui/qr"
	"klavilink/ui/watch"
	"klavilink/validate"
)

// Answer gives the wizard an answer to its last request, as if it had come from
// the network. It returns what the answer leads to.
func (m *Model) Answer(link klavi.Link, err error) tea.Cmd { return m.AnswerTo(0, link, err) }

// AnswerTo answers the request so many before the last.
func (m *Model) AnswerTo(before int, link klavi.Link, err error) tea.Cmd {
	last := m.screens[flow.Submitting].(*creating.Screen).Request()
	answer := creating.LinkReceived{Request: last - before, Link: link, Err: err, Asked: m.Clock.Steady()}
	_, cmd := m.Update(answer)
	return cmd
}

// Document returns what the agent has typed as the customer's document.
func (m *Model) Document() string { return *m.Desk.Draft().Text(draft.Document) }

// Draft returns a copy of all that the agent has typed.
func (m *Model) Draft() *draft.Draft { return m.Desk.Draft().Clone() }

// Look shows the wizard where the customer of the last link stands.
func (m *Model) Look(s klavi.ConsentStatus, name string) { m.LookBefore(0, s, name) }

// LookBefore shows what the look so many before the last one saw.
func (m *Model) LookBefore(before int, s klavi.ConsentStatus, name string) {
	if last := len(m.Desk.Links()) - 1; last >= 0 {
		m.look(last, before, s, name)
	}
}

// LookAt shows the wizard where the customer of a link stands. The first link is 0.
func (m *Model) LookAt(link int, s klavi.ConsentStatus, name string) { m.look(link, 0, s, name) }

func (m *Model) look(link, before int, s klavi.ConsentStatus, name string) {
	look := m.Desk.LookNow(m.Desk.Links()[link])
	look.Number -= before
	step := watch.Step{Code: string(s), Name: validate.Harmless(name, 80), Status: s}
	m.Update(follow.StatusReceived{Sight: desk.Sight{Look: look, Steps: []watch.Step{step}}})
}

// LateImage returns the message that a sixel image went out to the terminal, so many
// images before the last.
func (m *Model) LateImage(before int) tea.Msg {
	return tea.RawMsg{Msg: fit.ImageSent{Number: m.layer.Number() - before, Protocol: qr.Sixel}}
}

// IsLook reports whether a message says that a look at a link is due, or that its turn
// has come.
func IsLook(msg tea.Msg) bool {
	switch msg.(type) {
	case follow.PollDue, follow.TurnDue:
		return true
	default:
		return false
	}
}
