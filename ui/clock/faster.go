package clock

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// Faster returns a clock that shows the time of another one now, and from then on runs so
// many times as fast. A demonstration shows with it in seconds what takes minutes.
func Faster(c Clock, times int) Clock {
	return faster{c, c.Now(), c.Steady(), time.Duration(times)}
}

type faster struct {
	Clock

	begin  time.Time
	steady time.Duration
	times  time.Duration
}

// Now implements [Clock].
func (f faster) Now() time.Time { return f.begin.Add(f.Clock.Now().Sub(f.begin) * f.times) }

// Steady implements [Clock].
func (f faster) Steady() time.Duration { return f.steady + (f.Clock.Steady()-f.steady)*f.times }

// After implements [Clock].
func (f faster) After(d time.Duration, msg tea.Msg) tea.Cmd { return f.Clock.After(d/f.times, msg) }

// Real returns how long the clock of the machine runs while another one runs for d.
func Real(c Clock, d time.Duration) time.Duration {
	if f, ok := c.(faster); ok {
		return Real(f.Clock, d/f.times)
	}
	return d
}
