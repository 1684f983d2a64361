package follow

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/watch"
)

// TurnDue says that the budget of looks may allow a look that it did not allow before.
type TurnDue struct{ number int }

// turn has the looks of all links wait for their turns.
type turn struct {
	budget *watch.Budget[*desk.Link]
	looks  map[*desk.Link]desk.Look // what each link waits with

	number int           // of the last wait for a turn
	until  time.Duration // when that wait ends, on the steady clock
}

// plan has a look wait for its time and for a turn after that.
func (t *turn) plan(look desk.Look, now, wait time.Duration) {
	t.looks[look.Link] = look
	t.budget.Plan(look.Link, now, wait)
}

// next returns the look to make now, or else how long to wait for a turn. It returns
// false if no look is due. A look that another has replaced is not made.
func (t *turn) next(now time.Duration) (desk.Look, time.Duration, bool) {
	for {
		link, wait, ok := t.budget.Next(now)
		if !ok || wait > 0 {
			return desk.Look{}, wait, ok
		}
		look := t.looks[link]
		delete(t.looks, link)
		if look.Due() {
			return look, 0, true
		}
	}
}

// answered tells the budget whether the API refused a look because there were too many.
func (t *turn) answered(now time.Duration, err error) {
	var e *klavi.Error
	if errors.As(err, &e) && e.Kind == klavi.KindRate {
		t.budget.Refused(now, e.RetryAfter)
		return
	}
	t.budget.Answered(now)
}

// Show says which link is on the screen. It is looked at before all others. Nil says
// that there is none.
func (f *Follower) Show(l *desk.Link) tea.Cmd {
	f.turn.budget.Show(l)
	return f.turns()
}

// due has a look that is due take its turn.
func (f *Follower) due(look desk.Look) tea.Cmd {
	now := f.cfg.Clock.Steady()
	if f.turn.looks[look.Link] != look {
		f.turn.plan(look, now, 0)
	}
	f.turn.budget.Due(look.Link, now)
	return f.turns()
}

// turns makes the look whose turn it is, and waits for the next turn if another look
// is due.
func (f *Follower) turns() tea.Cmd {
	now := f.cfg.Clock.Steady()
	look, wait, ok := f.turn.next(now)
	switch t := &f.turn; {
	case !ok:
		return nil
	case wait == 0:
		return tea.Batch(f.look(look), f.turns())
	case now < t.until && t.until <= now+wait:
		return nil // It is waited for already.
	default:
		t.number++
		t.until = now + wait
		return f.cfg.Clock.After(wait, TurnDue{t.number})
	}
}

// take ends the wait for a turn. The ends of earlier waits are ignored.
func (f *Follower) take(msg TurnDue) tea.Cmd {
	if msg.number != f.turn.number {
		return nil
	}
	f.turn.until = 0
	return f.turns()
}
