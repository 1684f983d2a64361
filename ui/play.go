package ui

import (
	"cmp"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/watch"
)

// The demo plays a customer who authorises, where there is none with a telephone:
// at this institution if none was chosen, a step every few seconds, slowly enough
// to be told.
const (
	playedAt  = "260"
	playPause = 4 * time.Second
)

var story = [...]klavi.ConsentStatus{klavi.Started, klavi.AwaitingBank, klavi.AwaitingLGPD, klavi.Authorised}

// played is the time for a step of the story.
type played struct {
	link *liveLink
	step int
}

// playable tells whether the demo can play the customer of the link on the
// screen.
func (m *Model) playable() bool {
	return m.cfg.Play != nil && !m.link.playing && !m.link.watch.Authorised()
}

// playNext takes a step, has a look at what it led to, and waits for the next.
func (m *Model) playNext(msg played) tea.Cmd {
	l := msg.link
	if l.over(m.cfg.Clock) || l.watch.Authorised() {
		return nil
	}
	l.look++
	play, look := m.cfg.Play, due{l, l.look, watch.FromLink}
	id, at, status := l.ID, cmp.Or(l.request.InstitutionCode, playedAt), story[msg.step]
	step := func() tea.Msg {
		_ = play(id, at, status) // the look tells
		return look
	}
	if msg.step+1 == len(story) {
		return step
	}
	return tea.Batch(step, m.cfg.Clock.After(playPause, played{l, msg.step + 1}))
}
