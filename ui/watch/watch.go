// Package watch follows a link whose code is on the screen. It keeps what the
// customer has done so far, and decides when and where to poll next.
//
// The API tells the state of a customer in two places:
//
//   - The link's own token reads the status at each institution until the link
//     expires ([FromLink]).
//   - The partner's token reads the consents of a customer whose tax id is known,
//     also after the link has expired ([FromConsents]). It is also needed before,
//     because some links never show a status: those of partners that let the
//     customer choose only one institution.
//
// A [Watch] does not use the network, the screen or a clock. The caller polls, and
// tells the Watch what it saw.
//
// We poll every few seconds, less often when nothing happens or when the API asks us
// to wait, and stop when there is nothing left to learn. A [Budget] shares the looks of
// one wizard among its links, so that many links ask no more often than a few.
package watch

import (
	"errors"
	"slices"
	"time"

	"klavilink/klavi"
)

// Source says where to poll.
type Source uint8

// The sources, with the request that reads each of them.
const (
	Nowhere      Source = iota // stop polling: there is nothing left to learn
	FromLink                   // GET /links/institutions/status
	FromConsents               // GET /consents
)

// Step is a state of the customer at an institution, and when it began.
type Step struct {
	At         time.Time // on the wall clock; zero if the answer does not say when
	Code, Name string    // of the institution
	Status     klavi.ConsentStatus
}

// The intervals between two polls. A random factor from 0.8 to 1.2 varies each of
// them.
const (
	fastest      = 3 * time.Second
	slower       = 8 * time.Second  // after slowerAfter without a change
	slowest      = 20 * time.Second // after slowestAfter without a change
	slowerAfter  = time.Minute
	slowestAfter = 6 * time.Minute
	firstPause   = 5 * time.Second // after the first failure; each further failure doubles it
	maxPause     = time.Minute     // after any number of failures

	// consentLimit is how long a consent can change after the link has expired. A
	// consent that is not finished within an hour is rejected (page "Create a
	// consent" of the API).
	consentLimit = time.Hour
)

// The most that a Watch keeps. A customer connects only a few institutions. The
// limits keep a faulty server from filling the memory.
const (
	maxInstitutions = 20
	maxSteps        = 200
)

// Watch follows one link. Use [New] to make one.
type Watch struct {
	taxID      bool // whether the tax id is known, so that consents can be read
	steps      []Step
	lastChange time.Time // when a state changed last
	lastSeen   time.Time // when a poll succeeded last
	ends       time.Time
	failures   int
	retryAfter time.Duration // how long the API asks us to wait

	linkRefused, consentsRefused bool
	polls                        int
	latePolls                    int // after the link has expired
}

// New returns a Watch for a link that was made and ends at these times of the wall
// clock. Consents are read only if taxID says that the customer's tax id is known.
func New(made, ends time.Time, taxID bool) *Watch {
	return &Watch{taxID: taxID, lastChange: made, lastSeen: made, ends: ends}
}

// NoToken says that the link's own token is not known, so that only the consents of the
// customer are read.
func (w *Watch) NoToken() { w.linkRefused = true }

// Ends returns the time on the wall clock at which the link expires. Only the Watch
// keeps this time; a countdown and a check for expiry read it here.
func (w *Watch) Ends() time.Time { return w.ends }

// Seen returns when a poll succeeded last. Before the first one it is the time at which
// the link was made, because the customer had done nothing then.
func (w *Watch) Seen() time.Time { return w.lastSeen }

// Steps returns all states that were seen, oldest first.
func (w *Watch) Steps() []Step { return w.steps }

// Next returns where to poll next, and after how long. Chance is a random number
// from 0 to 1. It varies the interval, so that many programs do not poll at once.
func (w *Watch) Next(now time.Time, chance float64) (Source, time.Duration) {
	source := w.source(now)
	wait := fastest
	switch calm := now.Sub(w.lastChange); {
	case w.failures > 0:
		wait = pause(w.failures - 1)
	case calm > slowestAfter:
		wait = slowest
	case calm > slowerAfter:
		wait = slower
	}
	wait = time.Duration(float64(wait) * (0.8 + 0.4*chance))
	return source, max(wait, w.retryAfter)
}

// source returns where to poll next.
func (w *Watch) source(now time.Time) Source {
	consents := w.taxID && !w.consentsRefused
	if w.done(now) {
		return Nowhere
	}
	if now.Before(w.ends) && !w.linkRefused {
		// Poll the consents every third time while the link shows nothing, because
		// the links of some partners never show anything.
		if consents && len(w.steps) == 0 && w.polls%3 == 2 {
			return FromConsents
		}
		return FromLink
	}
	if consents {
		return FromConsents
	}
	return Nowhere
}

// done reports whether there is nothing left to learn. That depends on the consents
// that were seen:
//
//   - If one is still open, we poll until consentLimit has passed after the link's end.
//   - If all are final and one of them is authorised, we stop at once.
//   - If all are final and none is authorised, we poll until the link expires,
//     because the customer may try again.
//   - If there is none, we poll once more after the link has expired.
func (w *Watch) done(now time.Time) bool {
	latest := w.Latest()
	open := slices.ContainsFunc(latest, func(s Step) bool { return !s.Status.Final() })
	switch {
	case open:
		return now.After(w.ends.Add(consentLimit))
	case w.Authorised():
		return true
	default:
		return !now.Before(w.ends) && (len(latest) > 0 || w.latePolls > 0)
	}
}

// Saw stores the states that a poll returned. It returns the states that are new, in
// the order of their times.
func (w *Watch) Saw(now time.Time, seen []Step) []Step {
	w.failures, w.retryAfter = 0, 0
	w.lastSeen = now
	w.polls++
	if !now.Before(w.ends) {
		w.latePolls++
	}
	var changes []Step
	for _, s := range seen[:min(len(seen), maxInstitutions)] {
		if s.Code == "" || s.Status == "" || s.Status == w.last(s.Code) {
			continue
		}
		if s.At.IsZero() || s.At.After(now) {
			s.At = now
		}
		changes = append(changes, s)
	}
	slices.SortStableFunc(changes, func(a, b Step) int { return a.At.Compare(b.At) })
	if len(changes) > 0 {
		w.lastChange = now
		w.steps = append(w.steps, changes...)
		w.steps = slices.Delete(w.steps, 0, max(len(w.steps)-maxSteps, 0))
	}
	return changes
}

// Failed notes that a poll failed. If the source refused the request with a status
// from 400 to 499, it is not polled again, unless there were only too many requests.
// After any other error it is polled again later.
func (w *Watch) Failed(from Source, err error) {
	w.failures++
	w.polls++
	w.retryAfter = 0
	var e *klavi.Error
	if !errors.As(err, &e) {
		return
	}
	w.retryAfter = e.RetryAfter
	refused := e.Status >= 400 && e.Status < 500
	if !refused || e.Kind == klavi.KindRate || e.Kind == klavi.KindServer {
		return
	}
	if from == FromLink {
		w.linkRefused = true
	} else {
		w.consentsRefused = true
	}
	w.failures = 0
}

// Trouble reports whether at least the last two polls failed.
func (w *Watch) Trouble() bool { return w.failures > 1 }

// last returns the last state at an institution. It is empty if nothing was seen there.
func (w *Watch) last(code string) klavi.ConsentStatus {
	for _, s := range slices.Backward(w.steps) {
		if s.Code == code {
			return s.Status
		}
	}
	return ""
}

// Latest returns the last step at each institution. The institutions are in the
// order in which they were first seen.
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

// Authorised reports whether the customer has authorised at one institution at
// least.
func (w *Watch) Authorised() bool {
	return slices.ContainsFunc(w.Latest(), func(s Step) bool { return s.Status == klavi.Authorised })
}

// Standing returns one state for the whole link: the state at the institution where
// the customer is farthest. It returns "" if nothing was seen yet.
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

// rank orders states by how much an agent wants to know them. An unknown state ranks
// like a consent that has just started.
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
