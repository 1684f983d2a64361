package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/clock"
	"klavilink/ui/draft"
)

// Veil hides what is the customer's own, because others see the screen too. A key
// lifts it for a while, for one customer: the data of another stays hidden.
type Veil struct {
	clock  clock.Clock
	lifted *draft.Draft // the draft that is shown in the clear, nil for none
	number int          // of the last lifting
}

// veilTime is how long the veil stays lifted.
const veilTime = 10 * time.Second

// veilDue says that the time of a lifting is over.
type veilDue struct{ number int }

// Hides reports whether the data of a draft is hidden.
func (v *Veil) Hides(d *draft.Draft) bool { return v.lifted != d || d == nil }

// Toggle lifts the veil for a draft, or lets it fall.
func (v *Veil) Toggle(d *draft.Draft) tea.Cmd {
	v.number++
	if !v.Hides(d) {
		v.lifted = nil
		return nil
	}
	v.lifted = d
	return v.clock.After(veilTime, veilDue{v.number})
}

// Fall hides everything at once.
func (v *Veil) Fall() { v.lifted = nil }

func (v *Veil) update(msg tea.Msg) {
	if due, ok := msg.(veilDue); ok && due.number == v.number {
		v.lifted = nil
	}
}
