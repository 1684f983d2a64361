// Package link is the screen of a link that was created. It has three phases: the
// code while the link is live, the moment in which the customer has authorised,
// and the end. Each phase is a face of the screen, with its own keys and view; the
// presenter view is a face of the live phase for a screen that is shared.
//
// The code disappears everywhere when the link expires: from the screen, from the
// image layer and from the browser.
package link

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/desk"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
)

// phase is what the screen shows of the link.
type phase uint8

const (
	away phase = iota // another screen is on
	live
	authorised
	expired
)

// face is what a phase looks like and which keys it has.
type face interface {
	bindings() []screen.Binding
	view(a screen.Area) screen.Frame
}

// Screen shows a link. Make it with [New].
type Screen struct {
	*subject
	phase phase

	// reopened is set for a link that was opened again from the list. If its
	// customer has authorised, that is shown and not the code.
	reopened bool

	// held is until when keys do nothing, on the steady clock.
	held time.Duration

	drawing *drawing
	page    *page
	saver   *saver
	faces   struct{ live, presenter, authorised, expired face }
	ticker  screen.Ticker
}

// New makes the screen of a session's links.
func New(s *screen.Session) *Screen {
	sub := &subject{Session: s}
	l := &Screen{subject: sub, drawing: &drawing{subject: sub}, page: &page{subject: sub}, saver: &saver{subject: sub}}
	code := newLive(sub, l.drawing, l.page, l.saver)
	l.faces.live = code
	l.faces.presenter = newPresenter(code)
	l.faces.authorised = newAuthorised(sub)
	l.faces.expired = newExpired(sub)
	return l
}

// Enter implements [screen.Screen].
func (s *Screen) Enter(e flow.Event, h screen.Handover) tea.Cmd {
	s.Veil.Fall()
	switch e {
	case flow.Authorise:
		s.phase = authorised
		s.Desk.Read(s.link)
		if s.Clock.Steady() < s.held && !s.Still() { // It is news.
			return tea.Batch(s.Follow.Show(s.link), s.sweep.Start(s.Clock))
		}
		return s.Follow.Show(s.link)
	case flow.Expire:
		s.phase = expired
		return s.Follow.Show(s.link)
	default:
		s.phase = live
	}
	if h.Link != nil {
		s.take(h.Link)
		s.reopened = e == flow.Reopen
		s.presenting = s.presenting && !s.reopened
	}
	s.left = s.link.Left()
	s.drawing.refit()
	return tea.Batch(s.Follow.Show(s.link), s.tick())
}

// Leave implements [screen.Screen]. The page in the browser goes with the screen, and
// the window gets its old size back.
func (s *Screen) Leave() tea.Cmd {
	s.phase, s.reopened = away, false
	s.sweep.Stop()
	s.drawing.clear()
	return tea.Batch(s.Follow.Show(nil), s.page.withdraw(), s.Terminal.GiveBack())
}

// Update implements [screen.Screen].
func (s *Screen) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) {
	if s.ticker.Ticked(msg) {
		return screen.Outcome{}, s.tick()
	}
	switch msg := msg.(type) {
	case screen.Woken:
		return s.wake(), nil
	case screen.Resized:
		s.drawing.area = msg.Area
		s.refit()
	case screen.Refitted:
		s.refit()
	case screen.Resumed:
		return screen.Outcome{}, s.tick()
	case desk.Change:
		return s.changed(msg), nil
	case screen.CopyDone:
		return s.copied(msg), nil
	case pageShown:
		if s.phase != live || msg.url != s.link.URL.Reveal() {
			return screen.Outcome{}, s.page.tooLate()
		}
		return s.page.shown(msg), nil
	case saveDone:
		if s.phase == live && msg.url == s.link.URL.Reveal() {
			return s.saver.saved(msg), nil
		}
	}
	return screen.Outcome{}, s.sweep.Update(msg, s.Clock)
}

// wake looks at the clock. A link that is over goes before anything else happens.
func (s *Screen) wake() screen.Outcome {
	if s.phase == away {
		return screen.Outcome{}
	}
	s.left = s.link.Left()
	switch {
	case s.phase != live:
		return screen.Outcome{}
	case s.reopened && s.link.Authorised():
		return screen.Go(flow.Authorise)
	case s.left == 0:
		return screen.Go(flow.Expire)
	default:
		return screen.Outcome{}
	}
}

func (s *Screen) refit() {
	if s.phase == live {
		s.drawing.refit()
	}
}

// holdTime is how long keys do nothing once an authorisation has replaced the code, so
// that a key that was meant for the code does not sweep the news away.
const holdTime = 500 * time.Millisecond

// changed takes news of a link. An authorisation is shown at once, unless one was
// shown already.
func (s *Screen) changed(c desk.Change) screen.Outcome {
	if s.phase == away || c.Link != s.link {
		return screen.Outcome{}
	}
	s.refit()
	if _, ok := c.Authorised(); ok && s.phase != authorised {
		s.held = s.Clock.Steady() + holdTime
		return screen.Go(flow.Authorise)
	}
	return screen.Outcome{}
}

// copied says how a copy of the URL went, unless the screen is shared.
func (s *Screen) copied(done screen.CopyDone) screen.Outcome {
	switch {
	case s.phase != live || s.presenting || done.Text != s.link.URL.Reveal():
		return screen.Outcome{}
	case s.Copier.Sure(done):
		return screen.Outcome{Notice: s.Text.Link.Copied, Success: true}
	default:
		return screen.Outcome{Notice: s.Text.Link.CopiedMaybe}
	}
}

// tick waits for the next change of the countdown.
func (s *Screen) tick() tea.Cmd {
	if s.phase != live {
		return nil
	}
	return s.ticker.Next(s.Clock, s.left)
}

// face returns the face of the phase.
func (s *Screen) face() face {
	switch {
	case s.phase == live && s.presenting:
		return s.faces.presenter
	case s.phase == live:
		return s.faces.live
	case s.phase == authorised:
		return s.faces.authorised
	default:
		return s.faces.expired
	}
}

// Bindings implements [screen.Screen].
func (s *Screen) Bindings() []screen.Binding { return s.face().bindings() }

// View implements [screen.Screen].
func (s *Screen) View(a screen.Area) screen.Frame { return s.face().view(a) }

// Aspects implements [screen.Screen].
func (s *Screen) Aspects() screen.Aspects {
	a := screen.Aspects{Shared: s.presenting, Held: s.phase == authorised && s.Clock.Steady() < s.held}
	if s.phase == live {
		a.ConfirmQuit, a.Picture = s.ask(s.Text.Link.AskQuitF), s.drawing.picture()
	}
	return a
}
