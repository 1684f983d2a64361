package sandbox_test

import (
	"context"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/callback/deliver"
	"klavilink/klavi/sandbox"
)

// A receiver that answers with an error is tried six times, with pauses of 7.75 seconds in
// all.
func TestASandboxHasSettledWhenEverythingIsDeliveredOrGivenUp(t *testing.T) {
	for status, want := range map[int]time.Duration{200: 0, 500: 7750 * time.Millisecond} {
		synctest.Test(t, func(t *testing.T) {
			begin := time.Now()
			r := &receiver{begin: begin, status: status}
			server, err := sandbox.New(sandbox.Config{Now: time.Now, Callbacks: sandbox.Callbacks{
				Events: events,
				Sender: deliver.Sender{Transport: r, Steady: func() time.Duration { return time.Since(begin) }},
			}})
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			go server.Run(ctx)
			server.Settle(ctx)
			if took := time.Since(begin); took != 0 {
				t.Errorf("nothing was to be delivered for %v", took)
			}
			b := &box{Server: server}
			id := b.link(t)["linkId"].(string)
			server.Settle(ctx)
			if took := time.Since(begin); took != want || len(r.got) == 0 {
				t.Errorf("%d: %d deliveries in %v, want %v", status, len(r.got), took, want)
			}
			n := len(r.got)
			if err := server.SetStatus(id, "260", klavi.Rejected); err != nil {
				t.Fatal(err)
			}
			server.Settle(ctx)
			if len(r.got) != 2*n {
				t.Errorf("%d: %d deliveries in the end, want %d", status, len(r.got), 2*n)
			}
			cancel()
		})
	}
}

func TestWhoWaitsForASandboxToSettleCanLeave(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server, err := sandbox.New(sandbox.Config{Callbacks: sandbox.Callbacks{Events: events}})
		if err != nil {
			t.Fatal(err)
		}
		(&box{Server: server}).link(t) // nothing delivers it
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		begin := time.Now()
		server.Settle(ctx)
		if took := time.Since(begin); took != time.Minute {
			t.Errorf("it left after %v", took)
		}
	})
}

// What finds no room in the queue is lost, and nobody waits for it.
func TestASandboxSettlesAfterTooManyCallbacks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begin := time.Now()
		r := &receiver{begin: begin, status: 200}
		server, err := sandbox.New(sandbox.Config{Now: time.Now, Callbacks: sandbox.Callbacks{
			Events: events,
			Sender: deliver.Sender{Transport: &oneByOne{next: r}, Steady: func() time.Duration { return time.Since(begin) }},
		}})
		if err != nil {
			t.Fatal(err)
		}
		for range 300 {
			(&box{Server: server}).link(t)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		go server.Run(ctx)
		server.Settle(ctx)
		if err := ctx.Err(); err != nil || len(r.got) != 256 {
			t.Errorf("%d deliveries, %v", len(r.got), err)
		}
	})
}

// oneByOne is a transport that carries one request at a time.
type oneByOne struct {
	mu   sync.Mutex
	next http.RoundTripper
}

func (o *oneByOne) RoundTrip(r *http.Request) (*http.Response, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.next.RoundTrip(r)
}
