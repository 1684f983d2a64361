package link

import (
	"fmt"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"klavilink/ui/desk"
	"klavilink/ui/flow"
	"klavilink/ui/qr"
	"klavilink/ui/screen"
)

// subject is what all faces of the screen are about.
type subject struct {
	*screen.Session
	link *desk.Link
	code *qr.Code      // has no modules if the URL is too long for one
	left time.Duration // the time that the link has left, as of the last message

	// presenting is set while the screen is shared: nothing on it may tell whom
	// the link is for.
	presenting bool

	// sweep runs once around the news of an authorisation.
	sweep screen.Sweep
}

// take makes a link the subject, with its code.
func (s *subject) take(l *desk.Link) {
	code, _ := qr.Encode(l.URL.Reveal()) // If it has no modules, the URL is shown as text.
	s.link, s.code = l, &code
}

// facts draws what is known of the link.
func (s *subject) facts() screen.Facts { return s.Facts(s.link, s.left) }

// ask words the question before a live link is left.
func (s *subject) ask(format string) string { return fmt.Sprintf(format, screen.ClockText(s.left)) }

// next turns to the next customer.
func (s *subject) next(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	s.presenting = false
	s.Desk.NextCustomer()
	return screen.Go(flow.NextCustomer), nil
}

// back leads to the data of this link, to be changed.
func (s *subject) back(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	s.presenting = false
	return screen.Go(flow.Back), nil
}

// do is what a key does.
type do = func(tea.KeyPressMsg) (screen.Outcome, tea.Cmd)

func bind(b key.Binding, f do) screen.Binding { return screen.Binding{Binding: b, Do: f} }

// with returns a binding that has a purpose.
func with(p screen.Purpose, b screen.Binding) screen.Binding {
	b.For = p
	return b
}
