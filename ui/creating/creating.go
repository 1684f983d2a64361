// Package creating is the screen that waits for the API to create a link.
package creating

import (
	"context"
	"errors"
	"time"

	"charm.land/bubbles/v2/spinner"
	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
)

// Screen asks for a link when it is entered, and waits. Make it with [New].
type Screen struct {
	*screen.Session
	spinner spinner.Model
	keys    []screen.Binding

	request int // the number of the last request; answers to others are dropped
	cancel  context.CancelFunc
}

// LinkReceived answers a request for a link.
type LinkReceived struct {
	Request int // the number of the request
	Link    klavi.Link
	Err     error
	Asked   time.Duration // the moment before the request, on the steady clock
}

// New makes the screen.
func New(s *screen.Session) *Screen {
	c := &Screen{Session: s, spinner: spinner.New(spinner.WithSpinner(spinner.MiniDot))}
	c.keys = []screen.Binding{{Binding: screen.Bind("esc", s.Text.Keys.Cancel, "esc"), Do: c.giveUp}}
	c.restyle()
	return c
}

// Request is the number of the last request.
func (s *Screen) Request() int { return s.request }

// Enter implements [screen.Screen]. It sends the request.
func (s *Screen) Enter(flow.Event, screen.Handover) tea.Cmd {
	s.Veil.Fall()
	s.request++
	var ctx context.Context
	ctx, s.cancel = context.WithCancel(s.Ctx)
	number, client, clock, request := s.request, s.Client, s.Clock, s.Desk.Draft().Request()
	return tea.Batch(s.spinner.Tick, func() tea.Msg {
		asked := clock.Steady()
		link, err := client.CreateLink(ctx, request)
		return LinkReceived{number, link, err, asked}
	})
}

// Leave implements [screen.Screen]. It gives a request up that is under way.
func (s *Screen) Leave() tea.Cmd {
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
	return nil
}

func (s *Screen) giveUp(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) { return screen.Go(flow.Back), nil }

// Update implements [screen.Screen].
func (s *Screen) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) {
	switch msg := msg.(type) {
	case LinkReceived:
		if s.cancel != nil && msg.Request == s.request {
			return s.received(msg)
		}
	case screen.Refitted:
		s.restyle()
	case spinner.TickMsg:
		if s.cancel == nil {
			return screen.Outcome{}, nil
		}
		var cmd tea.Cmd
		s.spinner, cmd = s.spinner.Update(msg)
		return screen.Outcome{}, cmd
	}
	return screen.Outcome{}, nil
}

// received takes the answer to the last request.
func (s *Screen) received(msg LinkReceived) (screen.Outcome, tea.Cmd) {
	if msg.Err != nil {
		return s.refused(msg.Err), nil
	}
	l := s.Desk.Add(msg.Link, msg.Asked, s.Bank(s.Desk.Draft()))
	s.Log.Note("link", "id", l.ShownID(), "expireIn", l.Lifetime.Seconds())
	out := screen.Outcome{Event: flow.Created, Handover: screen.Handover{Link: l}}
	if l.Left() == 0 {
		return out, nil
	}
	return out, s.Follow.Start(l)
}

// refused leads back to the field that the API does not want, or to the screen
// that says what else happened.
func (s *Screen) refused(err error) screen.Outcome {
	var e *klavi.Error
	if !errors.As(err, &e) {
		e = &klavi.Error{Op: "create link", Kind: klavi.KindProtocol, Err: err}
	}
	if f, ok := draft.Place(e.Field, s.Desk.Draft()); ok && (e.Kind == klavi.KindInput || e.Kind == klavi.KindBusiness) {
		to := screen.Handover{Err: e, Step: f.Step, Field: f.Key.String()}
		return screen.Outcome{Event: flow.Refused, Handover: to}
	}
	s.Log.Note("failed", "error", e.Error())
	return screen.Outcome{Event: flow.Broke, Handover: screen.Handover{Err: e}}
}

func (s *Screen) restyle() { s.spinner.Style = s.Theme.Title }

// Bindings implements [screen.Screen].
func (s *Screen) Bindings() []screen.Binding { return s.keys }

// Aspects implements [screen.Screen].
func (s *Screen) Aspects() screen.Aspects { return screen.Aspects{} }

// View implements [screen.Screen].
func (s *Screen) View(screen.Area) screen.Frame {
	return screen.Frame{Body: screen.Block(s.spinner.View() + " " + s.Theme.Text.Render(s.Text.Link.Submitting))}
}
