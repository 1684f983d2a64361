package watch

import (
	"slices"
	"time"
)

// budgetGap is the time between two looks of one wizard. All programs of a partner
// share the API's limit, so a wizard with many links must not ask more often than a
// wizard with a few.
const budgetGap = time.Second

// youngest is the longest wait of a link that counts as young. The states of such a
// link have changed lately.
const youngest = 6 * time.Second

// Budget shares the looks of one wizard among its links. It allows one look a second:
//
//   - The link on the screen comes first. No other look is made in the second before
//     its own, so that it is looked at as often as if it were alone.
//   - Of the other turns, every second one goes to the link that waits longest, so that
//     no link is forgotten. The rest go to young links first.
//   - If the API answers that there were too many requests, nobody is looked at for a
//     while.
//
// A Budget has no clock. All times are those of a steady clock. The zero value of L
// stands for no link. Use [NewBudget] to make a Budget.
type Budget[L comparable] struct {
	shown   L
	plans   []plan[L]
	free    time.Duration // the earliest time of the next look
	held    time.Duration // until when the API wants to be left alone
	refused int           // answers in a row that there were too many requests
	fair    bool          // the next turn goes to the link that waits longest
}

// plan is a look that has not been made yet.
type plan[L comparable] struct {
	link  L
	due   time.Duration
	young bool
}

// NewBudget returns a Budget of which nothing was used yet.
func NewBudget[L comparable]() *Budget[L] { return &Budget[L]{} }

// Show says which link is on the screen. The zero value says that none is.
func (b *Budget[L]) Show(link L) { b.shown = link }

// Plan says that the next look at a link is due after a time. It replaces an earlier
// plan for the link.
func (b *Budget[L]) Plan(link L, now, wait time.Duration) {
	b.plans = slices.DeleteFunc(b.plans, func(p plan[L]) bool { return p.link == link })
	b.plans = append(b.plans, plan[L]{link, now + wait, wait <= youngest})
}

// Due says that the planned look at a link is due now, if it is not due yet. The clock
// with which the caller waited may be a little ahead.
func (b *Budget[L]) Due(link L, now time.Duration) {
	for i, p := range b.plans {
		if p.link == link {
			b.plans[i].due = min(p.due, now)
		}
	}
}

// Next returns the link to look at now, which uses the budget. If a look is due that
// must not be made yet, it returns the zero value and how long to wait before the next
// call. It returns false if no look is due.
func (b *Budget[L]) Next(now time.Duration) (link L, wait time.Duration, ok bool) {
	i := b.choose(now)
	if i < 0 {
		return link, 0, false
	}
	p := b.plans[i]
	if at := b.earliest(p.link, now); at > now {
		return link, at - now, true
	}
	if p.link != b.shown {
		b.fair = !b.fair
	}
	b.free = now + budgetGap
	b.plans = slices.Delete(b.plans, i, i+1)
	return p.link, 0, true
}

// choose returns the index of the plan whose turn it is, or -1 if none is due.
func (b *Budget[L]) choose(now time.Duration) int {
	best := -1
	for i, p := range b.plans {
		if p.due <= now && (best < 0 || b.before(p, b.plans[best])) {
			best = i
		}
	}
	return best
}

// before reports whether the look p is made before the look q, if both are due.
func (b *Budget[L]) before(p, q plan[L]) bool {
	switch {
	case (p.link == b.shown) != (q.link == b.shown):
		return p.link == b.shown
	case !b.fair && p.young != q.young:
		return p.young
	default:
		return p.due < q.due
	}
}

// earliest returns when a look at a link may be made, at the earliest now. A look that would delay the link
// on the screen is made after it.
func (b *Budget[L]) earliest(link L, now time.Duration) time.Duration {
	at := max(b.free, b.held, now)
	if link == b.shown {
		return at
	}
	for _, p := range b.plans {
		if p.link == b.shown && p.due < at+budgetGap {
			return p.due + budgetGap
		}
	}
	return at
}

// Refused notes that the API answered that there were too many requests. No link is
// looked at for as long as the API asks, or for a pause that doubles each time. Answers
// to looks that were made before the pause do not make it longer, unless the API asks
// for that.
func (b *Budget[L]) Refused(now, retryAfter time.Duration) {
	if now < b.held {
		b.held = max(b.held, now+retryAfter)
		return
	}
	b.held = now + max(retryAfter, pause(b.refused))
	b.refused++
}

// Answered notes that the API answered anything else.
func (b *Budget[L]) Answered(now time.Duration) {
	if now >= b.held {
		b.refused = 0
	}
}

// pause returns how long to wait after so many failures before this one.
func pause(before int) time.Duration { return min(firstPause<<min(before, 10), maxPause) }
