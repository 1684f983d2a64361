package batch

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"klavilink/klavi"
)

// The wait after a refusal (429) that does not say how long to wait. It doubles with
// each refusal in a row.
const (
	firstWait = time.Second
	maxWait   = time.Minute
)

// Gate lets requests through, one after the other: no more a second than the user
// allows, and none while the API asks to wait. All workers share one gate.
type Gate struct {
	now      func() time.Duration
	after    func(time.Duration) <-chan time.Time
	every    time.Duration // between two requests
	patience time.Duration

	mu       sync.Mutex
	free     time.Duration // when the rate allows the next request
	open     time.Duration // when the API allows it
	since    time.Duration // when the API began to refuse
	refusals int           // in a row
	over     error         // the refusal at which the patience ended
}

// NewGate returns a gate for so many requests a second, or any number if the rate is 0.
// Patience is how long the API may refuse everything before the gate stays shut. Now
// returns the time since some fixed moment, and after waits by the same clock.
func NewGate(
	rate float64, patience time.Duration, now func() time.Duration, after func(time.Duration) <-chan time.Time,
) *Gate {
	g := &Gate{now: now, after: after, patience: patience}
	if rate > 0 {
		g.every = time.Duration(float64(time.Second) / rate)
	}
	return g
}

// Wait returns when a request may start. It returns an error if the context ends before
// that, or if the patience is over.
func (g *Gate) Wait(ctx context.Context) error {
	for {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("wait: %w", err)
		}
		wait, err := g.enter()
		if err != nil || wait <= 0 {
			return err
		}
		select {
		case <-g.after(wait):
		case <-ctx.Done():
		}
	}
}

// enter takes the next place, or returns how long there is none.
func (g *Gate) enter() (time.Duration, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := g.now()
	if at := max(g.free, g.open); at > now && g.over == nil {
		return at - now, nil
	}
	g.free = now + g.every
	return 0, g.over
}

// Pause keeps the gate shut for a while.
func (g *Gate) Pause(d time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.open = max(g.open, g.now()+d)
}

// Again takes the result of a request and reports whether the same request may be sent
// once more. That is so after a refusal for too many requests, for which the gate shuts.
func (g *Gate) Again(err error) bool {
	var e *klavi.Error
	refused := errors.As(err, &e) && e.Kind == klavi.KindRate
	g.mu.Lock()
	defer g.mu.Unlock()
	now := g.now()
	switch {
	case err == nil:
		g.refusals = 0
		return false
	case !refused:
		return false
	case g.refusals == 0:
		g.since = now
	}
	if now >= g.open { // not of a request that was under way when the gate shut
		g.refusals++
	}
	wait := e.RetryAfter
	if wait <= 0 {
		wait = min(firstWait<<min(max(g.refusals-1, 0), 10), maxWait)
	}
	if now+wait-g.since > g.patience {
		g.over = err
		return false
	}
	g.open = max(g.open, now+wait)
	return true
}

// Make sends a request through the gate, again and again while the API only asks to
// wait. The end of the context ends the waiting, but no request that is under way,
// because nobody would know whether it made a link.
func (g *Gate) Make(
	ctx context.Context, r klavi.LinkRequest, create func(context.Context, klavi.LinkRequest) (klavi.Link, error),
) (klavi.Link, error) {
	for {
		if err := g.Wait(ctx); err != nil {
			return klavi.Link{}, err
		}
		link, err := create(context.WithoutCancel(ctx), r)
		if !g.Again(err) {
			return link, err
		}
	}
}

// Unknown reports whether a failed request may have made a link all the same: no answer
// came, the answer was of no use, or the server failed while it worked on the request.
func Unknown(err error) bool {
	var e *klavi.Error
	if !errors.As(err, &e) {
		return false
	}
	return e.Unknown || e.Kind == klavi.KindServer && e.Status != 501 && e.Status != 503
}
