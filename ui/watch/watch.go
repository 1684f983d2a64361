// Package watch follows a link after its code is on the screen: what the
// customer has done so far, when to look again, and where.
//
// Klavi tells it in two places. The link's own token reads the status at each
// institution for as long as the link lives ([FromLink]); the partner's token
// reads the consents of a customer whose tax id is known, also afterwards
// ([FromConsents]), and is what is left where the first place says nothing, as
// for partners that let the customer pick one institution alone. A [Watch] knows
// neither network nor screen nor clock: it is told what was seen, and says what
// to do next.
//
// It looks gently: every few seconds while something moves, ever slower while
// nothing does, slower still where the API asks for patience, and not at all
// once all is said.
package watch

import (
	"errors"
	"slices"
	"time"

	"klavilink/klavi"
)

// Source is where to look.
type Source uint8

// The sources.
const (
	Nowhere      Source = iota // nothing more will be seen
	FromLink                   // GET /links/institutions/status
	FromConsents               // GET /consents
)

// Step is where the customer stands at an institution, and since when.
type Step struct {
	At         time.Time // the wall clock's; zero where a look does not say
	Code, Name string
	Status     klavi.ConsentStatus
}

// How often to look. The intervals are drawn from 80 to 120 percent of these.
const (
	brisk      = 3 * time.Second
	slow       = 8 * time.Second  // after calmAfter without a change
	drowsy     = 20 * time.Second // after sleepAfter
	calmAfter  = time.Minute
	sleepAfter = 6 * time.Minute
	firstPause = 5 * time.Second // after a failure; doubled with each
	mostPause  = time.Minute

	// pending is how long after a link's end a consent may still change: one that
	// is not finished within an hour is rejected (page "Create a consent").
	pending = time.Hour
)

// A customer connects one or a handful. A server that says otherwise fills no
// memory.
const (
	mostInstitutions = 20
	mostSteps        = 200
)

// Watch follows one link. Make it with [New].
type Watch struct {
	taxID    bool // consents can be asked for
	steps    []Step
	changed  time.Time // when something was seen last
	ends     time.Time
	failures int
	patience time.Duration // what the API asked for

	linkDead, consentsDead bool
	looks                  int
	lateLooks              int // after the end
}

// New follows a link that was made and ends at these times of the wall clock.
// Without the customer's tax id there are no consents to look at.
func New(made, ends time.Time, taxID bool) *Watch {
	return &Watch{taxID: taxID, changed: made, ends: ends}
}

// Ends returns the link's end on the wall clock. A Watch is the one place that
// keeps it: whoever counts down or tells whether the link is over asks here.
func (w *Watch) Ends() time.Time { return w.ends }

// Steps lists what was seen, oldest first.
func (w *Watch) Steps() []Step { return w.steps }

// Next tells where to look next, and in how long. Chance, from 0 to 1, spreads
// the looks of many programs.
func (w *Watch) Next(now time.Time, chance float64) (Source, time.Duration) {
	source := w.source(now)
	wait := brisk
	switch calm := now.Sub(w.changed); {
	case w.failures > 0:
		wait = min(firstPause<<min(w.failures-1, 10), mostPause)
	case calm > sleepAfter:
		wait = drowsy
	case calm > calmAfter:
		wait = slow
	}
	wait = time.Duration(float64(wait) * (0.8 + 0.4*chance))
	return source, max(wait, w.patience)
}

// source chooses where to look.
func (w *Watch) source(now time.Time) Source {
	consents := w.taxID && !w.consentsDead
	if w.done(now) {
		return Nowhere
	}
	if now.Before(w.ends) && !w.linkDead {
		// A link that shows nothing may be of a partner whose links never do.
		if consents && len(w.steps) == 0 && w.looks%3 == 2 {
			return FromConsents
		}
		return FromLink
	}
	if consents {
		return FromConsents
	}
	return Nowhere
}

// done tells whether nothing more will be seen: every institution came to an end,
// one of them a good one, or the link's time is over and so is theirs.
func (w *Watch) done(now time.Time) bool {
	latest := w.Latest()
	open := slices.ContainsFunc(latest, func(s Step) bool { return !s.Status.Final() })
	switch {
	case open:
		return now.After(w.ends.Add(pending))
	case w.Authorised():
		return true
	default:
		return !now.Before(w.ends) && (len(latest) > 0 || w.lateLooks > 0)
	}
}

// Saw takes what a look showed, and gives the changes.
func (w *Watch) Saw(now time.Time, sights []Step) []Step {
	w.failures, w.patience = 0, 0
	w.looks++
	if !now.Before(w.ends) {
		w.lateLooks++
	}
	var fresh []Step
	for _, s := range sights[:min(len(sights), mostInstitutions)] {
		last, known := w.last(s.Code)
		if s.Code == "" || s.Status == "" || known && last.Status == s.Status {
			continue
		}
		if s.At.IsZero() || s.At.After(now) {
			s.At = now
		}
		fresh = append(fresh, s)
	}
	slices.SortStableFunc(fresh, func(a, b Step) int { return a.At.Compare(b.At) })
	if len(fresh) > 0 {
		w.changed = now
		w.steps = append(w.steps, fresh...)
		w.steps = slices.Delete(w.steps, 0, max(len(w.steps)-mostSteps, 0))
	}
	return fresh
}

// Failed takes a look that showed nothing. A source that refuses is not asked
// again; for all else there is another time.
func (w *Watch) Failed(from Source, err error) {
	w.failures++
	w.looks++
	w.patience = 0
	var e *klavi.Error
	if !errors.As(err, &e) {
		return
	}
	w.patience = e.RetryAfter
	refused := e.Status >= 400 && e.Status < 500
	if !refused || e.Kind == klavi.KindRate || e.Kind == klavi.KindServer {
		return
	}
	if from == FromLink {
		w.linkDead = true
	} else {
		w.consentsDead = true
	}
	w.failures = 0
}

// Trouble tells whether the last looks showed nothing, one after the other.
func (w *Watch) Trouble() bool { return w.failures > 1 }

// last finds the last step at an institution.
func (w *Watch) last(code string) (Step, bool) {
	for _, s := range slices.Backward(w.steps) {
		if s.Code == code {
			return s, true
		}
	}
	return Step{}, false
}

// Latest gives the last step at each institution, in the order in which they
// were first seen.
func (w *Watch) Latest() []Step {
	var latest []Step
	for _, s := range w.steps {
		if i := slices.IndexFunc(latest, func(l Step) bool { return l.Code == s.Code }); i >= 0 {
			latest[i] = s
		} else {
			latest = append(latest, s)
		}
	}
	return latest
}

// Authorised tells whether the customer has authorised at one institution at
// least.
func (w *Watch) Authorised() bool {
	return slices.ContainsFunc(w.Latest(), func(s Step) bool { return s.Status == klavi.Authorised })
}

// Standing sums the link up in one state: that of the institution which is
// farthest. It is empty as long as nothing was seen.
func (w *Watch) Standing() klavi.ConsentStatus {
	var best Step
	for _, s := range w.Latest() {
		further := rank(s.Status) - rank(best.Status)
		if best.Status == "" || further > 0 || further == 0 && s.At.After(best.At) {
			best = s
		}
	}
	return best.Status
}

// rank orders states by what an agent wants to know first. A state that is not
// known ranks like one that has just started.
func rank(s klavi.ConsentStatus) int {
	switch outcome := s.Outcome(); {
	case outcome == klavi.Granted:
		return 5
	case outcome.Bad():
		return 1
	case s == klavi.AwaitingLGPD:
		return 4
	case s == klavi.AwaitingBank:
		return 3
	default:
		return 2
	}
}
