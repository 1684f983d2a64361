package batch_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/klavi"
	"klavilink/ui/cli/batch"
)

// gate returns a gate on the clock of the bubble.
func gate(rate float64, patience time.Duration) *batch.Gate {
	start := time.Now()
	return batch.NewGate(rate, patience, func() time.Duration { return time.Since(start) }, time.After)
}

// refusal is the error of an API that asks to wait.
func refusal(d time.Duration) error {
	return &klavi.Error{Op: "create link", Kind: klavi.KindRate, Status: 429, RetryAfter: d}
}

// api answers with errors in turn, and then makes links. It keeps the times.
type api struct {
	errs  []error
	times []time.Time
}

func (a *api) create(ctx context.Context, _ klavi.LinkRequest) (klavi.Link, error) {
	a.times = append(a.times, time.Now())
	if len(a.errs) > 0 {
		err := a.errs[0]
		a.errs = a.errs[1:]
		return klavi.Link{}, err
	}
	return klavi.Link{ID: "made"}, ctx.Err()
}

func TestTheGateKeepsTheRate(t *testing.T) {
	for _, tt := range []struct {
		rate float64
		want time.Duration
	}{{0, 0}, {1, 9 * time.Second}, {10, 900 * time.Millisecond}, {0.5, 18 * time.Second}} {
		synctest.Test(t, func(t *testing.T) {
			g, start := gate(tt.rate, time.Minute), time.Now()
			for range 10 {
				if err := g.Wait(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			if took := time.Since(start); took != tt.want {
				t.Errorf("%v a second: %v", tt.rate, took)
			}
		})
	}
}

func TestARefusedRequestIsSentAgainAfterTheWaitOfTheAPI(t *testing.T) {
	for name, tt := range map[string]struct {
		errs []error
		want time.Duration
	}{
		"none":           {nil, 0},
		"Retry-After":    {[]error{refusal(time.Minute), refusal(7 * time.Second)}, 67 * time.Second},
		"without a time": {[]error{refusal(0), refusal(0), refusal(0)}, 7 * time.Second},
		"at most a minute": {[]error{
			refusal(0), refusal(0), refusal(0), refusal(0), refusal(0), refusal(0), refusal(0), refusal(0),
		}, 183 * time.Second},
	} {
		synctest.Test(t, func(t *testing.T) {
			a, start := &api{errs: tt.errs}, time.Now()
			link, err := gate(0, time.Hour).Make(t.Context(), klavi.LinkRequest{}, a.create)
			if took := time.Since(start); err != nil || link.ID != "made" || took != tt.want {
				t.Errorf("%s: %v after %v", name, err, took)
			}
		})
	}
}

func TestNothingElseIsSentAgain(t *testing.T) {
	for _, err := range []error{
		&klavi.Error{Kind: klavi.KindNetwork, Unknown: true}, &klavi.Error{Kind: klavi.KindServer, Status: 503},
		&klavi.Error{Kind: klavi.KindInput, Status: 400}, errors.New("other"),
	} {
		a := &api{errs: []error{err}}
		_, got := gate(0, time.Hour).Make(t.Context(), klavi.LinkRequest{}, a.create)
		if !errors.Is(got, err) || len(a.times) != 1 {
			t.Errorf("%v: sent %d times", err, len(a.times))
		}
	}
}

func TestARefusalOfOneWorkerHoldsAllOfThem(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g, start := gate(0, time.Hour), time.Now()
		if !g.Again(refusal(time.Minute)) {
			t.Fatal("no second try")
		}
		for range 4 {
			if err := g.Wait(t.Context()); err != nil || time.Since(start) != time.Minute {
				t.Errorf("%v after %v", err, time.Since(start))
			}
		}
		g.Pause(time.Second)
		if _ = g.Wait(t.Context()); time.Since(start) != 61*time.Second {
			t.Errorf("after %v", time.Since(start))
		}
	})
}

func TestAfterThePatienceEverythingFailsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g, start := gate(0, 10*time.Minute), time.Now()
		busy := &api{errs: []error{refusal(6 * time.Minute), refusal(4 * time.Minute), refusal(time.Second)}}
		_, err := g.Make(t.Context(), klavi.LinkRequest{}, busy.create)
		var e *klavi.Error
		if !errors.As(err, &e) || e.Status != 429 || time.Since(start) != 10*time.Minute {
			t.Errorf("%v after %v", err, time.Since(start))
		}
		after := &api{}
		if _, err := g.Make(t.Context(), klavi.LinkRequest{}, after.create); !errors.As(err, &e) || len(after.times) > 0 {
			t.Errorf("%v, sent %d times", err, len(after.times))
		}
	})
}

func TestASuccessRestoresThePatience(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gate(0, 10*time.Minute)
		for range 3 {
			a := &api{errs: []error{refusal(9 * time.Minute)}}
			if _, err := g.Make(t.Context(), klavi.LinkRequest{}, a.create); err != nil {
				t.Error(err)
			}
		}
	})
}

func TestTheEndOfTheContextEndsTheWaitingButNoRequest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		slow := func(ctx context.Context, _ klavi.LinkRequest) (klavi.Link, error) {
			cancel()
			return klavi.Link{ID: "made"}, ctx.Err()
		}
		g := gate(0, time.Hour)
		if link, err := g.Make(ctx, klavi.LinkRequest{}, slow); err != nil || link.ID != "made" {
			t.Errorf("under way: %v", err)
		}
		start := time.Now()
		g.Pause(time.Hour)
		if err := g.Wait(ctx); !errors.Is(err, context.Canceled) || time.Since(start) > 0 {
			t.Errorf("waiting: %v after %v", err, time.Since(start))
		}
		late, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if err := g.Wait(late); !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != time.Minute {
			t.Errorf("ended: %v after %v", err, time.Since(start))
		}
	})
}

func TestTheFateOfARequestIsUnknownIfTheServerMayHaveDoneIt(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want bool
	}{
		{nil, false},
		{errors.New("other"), false},
		{refusal(0), false},
		{&klavi.Error{Kind: klavi.KindNetwork}, false},
		{&klavi.Error{Kind: klavi.KindNetwork, Unknown: true}, true},
		{&klavi.Error{Kind: klavi.KindInput, Status: 400}, false},
		{&klavi.Error{Kind: klavi.KindServer, Status: 408}, true},
		{&klavi.Error{Kind: klavi.KindServer, Status: 500}, true},
		{&klavi.Error{Kind: klavi.KindServer, Status: 501}, false},
		{&klavi.Error{Kind: klavi.KindServer, Status: 502}, true},
		{&klavi.Error{Kind: klavi.KindServer, Status: 503}, false},
		{&klavi.Error{Kind: klavi.KindServer, Status: 504}, true},
	} {
		if got := batch.Unknown(tt.err); got != tt.want {
			t.Errorf("%v: %t", tt.err, got)
		}
	}
}
