package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/clock"
)

// Ticker waits for the next change of a countdown. The zero value is ready.
type Ticker struct{ number int }

// ticked says that a countdown has changed.
type ticked struct {
	ticker *Ticker
	number int
}

// Next waits until the first of the times left has changed by a whole second. A
// tick that was waited for before is old then. Times that are over are ignored.
func (t *Ticker) Next(c clock.Clock, left ...time.Duration) tea.Cmd {
	var first time.Duration
	for _, l := range left {
		if l <= 0 {
			continue
		}
		wait := l % time.Second
		if wait == 0 {
			wait = time.Second
		}
		if first == 0 || wait < first {
			first = wait
		}
	}
	if first == 0 {
		return nil
	}
	t.number++
	return c.After(first, ticked{t, t.number})
}

// Ticked reports whether a message is the tick that is waited for.
func (t *Ticker) Ticked(msg tea.Msg) bool {
	m, ok := msg.(ticked)
	return ok && m.ticker == t && m.number == t.number
}
