// Package follow drives a desk from a Bubble Tea program: it turns what the desk
// wants to know into commands, and gives the answers back to the desk.
//
// Following does not depend on the screen. A [Follower] goes on looking at the
// links of earlier customers while the agent types the data of the next one.
package follow

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/clock"
	"klavilink/ui/desk"
	"klavilink/ui/watch"
	"klavilink/validate"
)

// Config is what a follower is made of.
type Config struct {
	// Context ends with the program. Questions to the API end with it.
	Context context.Context //nolint:containedctx // commands run without a caller that could pass one

	Desk  *desk.Desk
	Clock clock.Clock

	// Play moves the customer of a demo's link to a state at an institution. Nil
	// means that there is no demo.
	Play func(linkID, institutionCode string, s klavi.ConsentStatus) error

	// Note is told what happened, with nothing of the customer's own.
	Note func(what string, attrs ...any)
}

// Follower follows the links of one desk. Make it with [New].
type Follower struct {
	cfg  Config
	turn turn
}

// New makes a follower.
func New(cfg Config) *Follower {
	return &Follower{cfg, turn{budget: watch.NewBudget[*desk.Link](), looks: map[*desk.Link]desk.Look{}}}
}

// PollDue says that the time for a look at a link has come.
type PollDue struct{ Look desk.Look }

// StatusReceived is what a look at a link showed.
type StatusReceived struct{ Sight desk.Sight }

// consentsReceived says what the customer who is being typed has authorised.
type consentsReceived struct{ consents desk.Consents }

// listDue says that the time to fetch Klavi's list of institutions has come.
type listDue struct{ link *desk.Link }

// listPause leaves the network to the code, which comes first.
const listPause = 2 * time.Second

// Start follows a link that was just made.
func (f *Follower) Start(l *desk.Link) tea.Cmd {
	poll := f.poll(l)
	if !f.cfg.Desk.Institutions.Claim() {
		return poll
	}
	return tea.Batch(poll, f.cfg.Clock.After(listPause, listDue{l}))
}

// LookUp asks what the customer who is being typed has authorised already, once
// for each valid document. Nobody waits for the answer.
func (f *Follower) LookUp() tea.Cmd {
	customer := f.cfg.Desk.Customer
	q, ok := customer.LookUp(f.cfg.Desk.Draft())
	if !ok {
		return nil
	}
	ctx := f.cfg.Context
	return func() tea.Msg { return consentsReceived{customer.Ask(ctx, q)} }
}

// Update takes the messages of the follower and ignores all others.
func (f *Follower) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case PollDue:
		if msg.Look.Due() {
			return f.due(msg.Look)
		}
	case TurnDue:
		return f.take(msg)
	case StatusReceived:
		return f.received(msg.Sight)
	case consentsReceived:
		f.cfg.Desk.Customer.Record(msg.consents)
	case listDue:
		ctx, institutions := f.cfg.Context, f.cfg.Desk.Institutions
		return func() tea.Msg {
			institutions.Fetch(ctx, msg.link)
			return nil
		}
	case playDue:
		return f.playStep(msg)
	}
	return nil
}

// poll waits until the next look at a link is due, if anything more can be seen.
func (f *Follower) poll(l *desk.Link) tea.Cmd {
	look, wait, ok := f.cfg.Desk.NextLook(l)
	if !ok {
		return nil
	}
	f.turn.plan(look, f.cfg.Clock.Steady(), wait)
	return f.cfg.Clock.After(wait, PollDue{look})
}

func (f *Follower) look(look desk.Look) tea.Cmd {
	ctx, d := f.cfg.Context, f.cfg.Desk
	return func() tea.Msg { return StatusReceived{d.Look(ctx, look)} }
}

// received gives an answer to the desk and waits for the next look, which the
// answer decides.
func (f *Follower) received(s desk.Sight) tea.Cmd {
	f.turn.answered(f.cfg.Clock.Steady(), s.Err)
	if !f.cfg.Desk.Record(s) {
		return nil
	}
	if s.Err != nil {
		f.cfg.Note("look failed", "error", validate.Harmless(s.Err.Error(), maxNote))
	}
	return f.poll(s.Link)
}

// maxNote limits an error in the log, in characters.
const maxNote = 600
