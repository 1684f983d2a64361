package ui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/qr"
	"klavilink/ui/watch"
	"klavilink/validate"
)

// liveLink is a link with its end on the steady clock. The end counts from
// before the request was sent: the code goes rather a moment early than late.
type liveLink struct {
	klavi.Link
	ends time.Duration
	left time.Duration // when last looked at
	code qr.Code       // no modules where the URL is too long for one

	// Who it is for, as the form was when it was sent: what was typed, what went
	// out, and for the screen, the document redacted.
	data           *Data
	request        klavi.LinkRequest
	customer, bank string

	made  time.Time // on the wall clock
	asked time.Duration
	watch *watch.Watch
	look  int // number of the last look at it

	playing bool // the demo plays its customer
}

// ticked is the passing of a second on the screen. The number tells the last
// tick asked for from older ones.
type ticked struct{ number int }

func newLiveLink(l klavi.Link, clock Clock, asked time.Duration, d Data) *liveLink {
	code, err := qr.Encode(l.URL.Reveal())
	if err != nil {
		code = qr.Code{}
	}
	made := clock.Now().Add(asked - clock.Steady())
	request := d.Request()
	return &liveLink{
		Link: l, ends: asked + l.ExpireIn, left: l.ExpireIn, code: code, data: &d, request: request, made: made, asked: asked,
		watch: watch.New(made, made.Add(l.ExpireIn), request.PersonalTaxID+request.BusinessTaxID != ""),
	}
}

// now is the wall clock as it was when the link was made, and has run since:
// nobody set it.
func (l *liveLink) now(clock Clock) time.Time { return l.made.Add(clock.Steady() - l.asked) }

// id is the link's, fit for a terminal.
func (l *liveLink) id() string { return validate.Harmless(l.ID, 60) }

// over looks at the clock and tells whether the link's time is over.
func (l *liveLink) over(clock Clock) bool {
	l.left = max(l.ends-clock.Steady(), 0)
	return l.left == 0
}

// expiresAt is the end on the wall clock, as it goes now: a clock that was set
// in between says another time for the same end.
func (l *liveLink) expiresAt(clock Clock) time.Time { return clock.Now().Add(l.left) }

// tick waits for the next change of the countdown. A second tick for the same
// link, as after a suspension, would make the one before it old.
func (m *Model) tick() tea.Cmd {
	var first *liveLink // to change
	for _, l := range m.links {
		if !l.over(m.cfg.Clock) && (l == m.link && m.state == StateLink || m.overlay == overlayLinks) && (first == nil || l.left%time.Second < first.left%time.Second) {
			first = l
		}
	}
	if first == nil {
		return nil
	}
	wait := first.left % time.Second
	if wait == 0 {
		wait = time.Second
	}
	m.lastTick++
	return m.cfg.Clock.After(wait, ticked{m.lastTick})
}

func (m *Model) ticked(msg ticked) tea.Cmd {
	if msg.number != m.lastTick {
		return nil
	}
	return m.tick()
}

// expire takes the code off the screen.
func (m *Model) expire() tea.Cmd {
	m.asked, m.notice = confirmNothing, ""
	return m.follow(Expire)
}

// confirmation is a question that the next key answers.
type confirmation uint8

const (
	confirmNothing confirmation = iota
	confirmQuit
	confirmBack
	confirmProduction
)

// ask has the agent repeat a key that would take a living code away.
func (m *Model) ask(c confirmation, format string) {
	m.asked = c
	m.notice = fmt.Sprintf(format, clockText(m.link.left))
}

// clockText writes a duration as minutes and seconds, rounded up: at 0:00 it is
// over, not before.
func clockText(d time.Duration) string {
	s := int((d + time.Second - 1) / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
