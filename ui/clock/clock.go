// Package clock tells the time to the wizard and waits for it.
//
// The wizard gets its clock from outside, so that a test moves the time instead
// of waiting for it. The package owns the difference between the wall clock, which
// people and networks set, and a steady clock, which nobody can set. It does not
// know what the time is used for.
package clock

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// Clock tells the time and waits.
type Clock interface {
	// Now returns the time of the wall clock, which people and networks set.
	Now() time.Time

	// Steady returns the time since some fixed moment. It also counts while the
	// machine sleeps, and nobody can set it.
	Steady() time.Duration

	// After returns a command that answers with msg when d has passed. The time
	// runs from the call of After.
	After(d time.Duration, msg tea.Msg) tea.Cmd
}

// System is the clock of the machine. The zero value is ready for use.
type System struct{}

// Now implements [Clock].
func (System) Now() time.Time { return time.Now() }

// Steady implements [Clock].
func (System) Steady() time.Duration { return steady() }

// After implements [Clock].
func (System) After(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}
