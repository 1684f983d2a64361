package follow

import (
	"cmp"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/desk"
)

// The demo plays a customer who authorises, where no customer with a telephone is
// at hand. The customer goes to this institution if none was chosen, and takes a
// step every few seconds, slowly enough for somebody to explain it.
const (
	playedBank = "260"
	playPause  = 4 * time.Second
)

// story returns the steps of the customer.
func story() []klavi.ConsentStatus {
	return []klavi.ConsentStatus{klavi.Started, klavi.AwaitingBank, klavi.AwaitingLGPD, klavi.Authorised}
}

// playDue says that the time for a step of the story has come.
type playDue struct {
	link *desk.Link
	step int
}

// Playable reports whether the demo can play the customer of a link.
func (f *Follower) Playable(l *desk.Link) bool {
	return f.cfg.Play != nil && !l.Playing() && !l.Authorised()
}

// Play has the demo play the customer of a link.
func (f *Follower) Play(l *desk.Link) tea.Cmd {
	if f.cfg.Play == nil || !l.StartPlaying() {
		return nil
	}
	return f.playStep(playDue{l, 0})
}

// playStep takes a step, looks at once at what it led to, and waits for the next.
func (f *Follower) playStep(msg playDue) tea.Cmd {
	l := msg.link
	if l.Over() || l.Authorised() {
		return nil
	}
	look := f.cfg.Desk.LookNow(l)
	steps := story()
	id, bank, status := l.ID, cmp.Or(l.Request.InstitutionCode, playedBank), steps[msg.step]
	play := f.cfg.Play
	step := func() tea.Msg {
		_ = play(id, bank, status) // The look shows whether it worked.
		return PollDue{look}
	}
	if msg.step+1 == len(steps) {
		return step
	}
	return tea.Batch(step, f.cfg.Clock.After(playPause, playDue{l, msg.step + 1}))
}
