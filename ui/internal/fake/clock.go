package fake

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Clock is a clock that moves when a test says so. Make it with [NewClock].
type Clock struct {
	wall    time.Time
	steady  time.Duration
	waiting []wait
}

// wait is a message that is due at a moment of the steady clock.
type wait struct {
	until time.Duration
	msg   tea.Msg
}

// NewClock returns a clock that stands at 14:00 UTC on a day in November 2026.
func NewClock() *Clock {
	return &Clock{wall: time.Date(2026, time.November, 23, 14, 0, 0, 0, time.UTC)}
}

// Now returns the time of the wall clock.
func (c *Clock) Now() time.Time { return c.wall }

// Steady returns the time of the steady clock.
func (c *Clock) Steady() time.Duration { return c.steady }

// After returns a command that starts to wait when it runs. The time counts from
// the call of After. A command that nobody runs waits for nothing, as in a program.
func (c *Clock) After(d time.Duration, msg tea.Msg) tea.Cmd {
	until := c.steady + d
	return func() tea.Msg {
		c.waiting = append(c.waiting, wait{until, msg})
		return nil
	}
}

// Advance moves both clocks. What is due meanwhile stays in the list for [Clock.Due].
func (c *Clock) Advance(d time.Duration) {
	c.wall = c.wall.Add(d)
	c.steady += d
}

// Next returns how long it takes until the next message is due. It returns false if
// nothing is waited for.
func (c *Clock) Next() (in time.Duration, ok bool) {
	if len(c.waiting) == 0 {
		return 0, false
	}
	first := slices.MinFunc(c.waiting, func(a, b wait) int { return int(a.until - b.until) })
	return max(first.until-c.steady, 0), true
}

// Due takes the messages out of the list that are due, in the order of their times.
func (c *Clock) Due() []tea.Msg {
	slices.SortStableFunc(c.waiting, func(a, b wait) int { return int(a.until - b.until) })
	n := 0
	for n < len(c.waiting) && c.waiting[n].until <= c.steady {
		n++
	}
	due := make([]tea.Msg, n)
	for i, w := range c.waiting[:n] {
		due[i] = w.msg
	}
	c.waiting = slices.Delete(c.waiting, 0, n)
	return due
}
