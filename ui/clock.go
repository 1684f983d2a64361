package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// Clock tells the time and waits.
type Clock interface {
	// Now is the wall clock, which people and networks set.
	Now() time.Time

	// Steady counts from some fixed moment, while the machine sleeps too, and
	// cannot be set.
	Steady() time.Duration

	// After makes a command that answers with msg when d has passed.
	After(d time.Duration, msg tea.Msg) tea.Cmd
}

// SystemClock is the machine's clock.
type SystemClock struct{}

// Now implements [Clock].
func (SystemClock) Now() time.Time { return time.Now() }

// Steady implements [Clock].
func (SystemClock) Steady() time.Duration { return steady() }

// After implements [Clock].
func (SystemClock) After(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}
