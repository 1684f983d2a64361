package follow

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/desk"
)

// The demo plays a customer who authorises, where no customer with a telephone is
// at hand. The customer takes a step every few seconds, slowly enough for somebody to
// explain it.
const playPause = 4 * time.Second

// playedBank is where the customer goes if no institution of the list fits.
const playedBank = "260"

// story returns the steps of the customer.
func story() []klavi.ConsentStatus {
	return []klavi.ConsentStatus{klavi.Started, klavi.AwaitingBank, klavi.AwaitingLGPD, klavi.Authorised}
}

// playDue says that the time for a step of the story has come.
type playDue struct {
	link *desk.Link
	bank string
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
	bank, step := f.cast(l)
	return f.playStep(playDue{l, bank, step})
}

// cast says at which institution the customer of a link is played, and from which step:
// at the one that the request names or that the customer has chosen, else at a common
// one that serves such a customer, another one for each link.
func (f *Follower) cast(l *desk.Link) (bank string, step int) {
	for _, s := range slices.Backward(l.Latest()) {
		if !s.Status.Final() {
			return s.Code, slices.Index(story(), s.Status) + 1
		}
		bank = s.Code
	}
	switch {
	case l.Request.InstitutionCode != "":
		return l.Request.InstitutionCode, 0
	case bank != "":
		return bank, 0
	}
	company := l.Request.BusinessTaxID != ""
	fitting := slices.DeleteFunc(f.cfg.Desk.Institutions.List(), func(in directory.Institution) bool {
		return in.Tier != 1 || in.Outage || company && !in.Companies || !company && !in.Persons
	})
	if len(fitting) == 0 {
		return playedBank, 0
	}
	return fitting[max(slices.Index(f.cfg.Desk.Links(), l), 0)%len(fitting)].Code, 0
}

// playStep takes a step, looks at once at what it led to, and waits for the next.
func (f *Follower) playStep(msg playDue) tea.Cmd {
	l := msg.link
	if l.Left() == 0 || l.Authorised() {
		return nil
	}
	look := f.cfg.Desk.LookNow(l)
	steps := story()
	id, bank, status := l.ID, msg.bank, steps[msg.step]
	play := f.cfg.Play
	step := func() tea.Msg {
		_ = play(id, bank, status) // The look shows whether it worked.
		return PollDue{look}
	}
	if msg.step+1 == len(steps) {
		return step
	}
	return tea.Batch(step, f.cfg.Clock.After(playPause, playDue{l, bank, msg.step + 1}))
}
