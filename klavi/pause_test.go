package klavi_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/klavi"
)

// failingAPI is a transport that fails a number of times in the same way, and works after
// that.
type failingAPI struct {
	times, status int
	retryAfter    string
	err           error
	asked         int
}

func (f *failingAPI) RoundTrip(r *http.Request) (*http.Response, error) {
	f.asked++
	if f.asked > f.times {
		return responder(func(*http.Request) (int, io.Reader) { return 200, strings.NewReader("[]") }).RoundTrip(r)
	}
	if f.err != nil {
		return nil, f.err
	}
	resp, err := responder(func(*http.Request) (int, io.Reader) { return f.status, strings.NewReader("") }).RoundTrip(r)
	resp.Header.Set("Retry-After", f.retryAfter)
	return resp, err
}

func TestTheClientWaitsForAShortRetryAfterOnly(t *testing.T) {
	for retryAfter, want := range map[string][]time.Duration{
		"1": {time.Second},
		"5": {5 * time.Second},
		"6": nil,
		"0": {187500 * time.Microsecond}, // no time to wait for, so the usual wait
		"":  {187500 * time.Microsecond},
	} {
		api, w := &failingAPI{times: 1, status: 429, retryAfter: retryAfter}, &waits{}
		c, err := klavi.New(klavi.Config{
			BaseURL: "https://api.example", AccessToken: "t", Transport: api, Sleep: w.sleep,
		})
		if err != nil {
			t.Fatal(err)
		}
		_, err = c.Institutions(t.Context(), "t")
		if !slices.Equal(w.list, want) || (err == nil) != (want != nil) {
			t.Errorf("%q: waits %v, %v", retryAfter, w.list, err)
		}
	}
}

func TestATimeoutIsNotRepeated(t *testing.T) {
	for name, err := range map[string]error{
		"of the connection": &net.OpError{Op: "dial", Err: context.DeadlineExceeded},
		"of the request":    context.DeadlineExceeded,
	} {
		api, w := &failingAPI{times: 9, err: err}, &waits{}
		c, _ := klavi.New(klavi.Config{BaseURL: "https://api.example", AccessToken: "t", Transport: api, Sleep: w.sleep})
		_, err := c.Institutions(t.Context(), "t")
		if e := failure(t, err); !e.Timeout() || e.Canceled() || api.asked != 1 {
			t.Errorf("%s: asked %d times, %v", name, api.asked, e)
		}
	}
}

func TestAnErrorIsATimeoutOnlyIfItSaysSo(t *testing.T) {
	for _, tt := range []struct {
		cause             error
		timeout, canceled bool
	}{
		{nil, false, false},
		{errors.New("refused"), false, false},
		{&net.OpError{Op: "dial", Err: errors.New("refused")}, false, false},
		{&net.DNSError{IsTimeout: true}, true, false},
		{context.DeadlineExceeded, true, false},
		{context.Canceled, false, true},
	} {
		e := &klavi.Error{Op: "x", Kind: klavi.KindNetwork, Err: tt.cause}
		if e.Timeout() != tt.timeout || e.Canceled() != tt.canceled {
			t.Errorf("%v: timeout %t, cancelled %t", tt.cause, e.Timeout(), e.Canceled())
		}
	}
}

// The clock in a bubble jumps to the next timer, so nothing really waits.
func TestWithoutASleepOfItsOwnTheClientWaitsByATimer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := &failingAPI{times: 2, status: 503}
		c, err := klavi.New(klavi.Config{BaseURL: "https://api.example", AccessToken: "t", Transport: api})
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		if _, err := c.Institutions(t.Context(), "t"); err != nil {
			t.Error(err)
		}
		if waited := time.Since(start); waited != 562500*time.Microsecond {
			t.Errorf("waited %v", waited)
		}
	})
}

func TestTheTimerStopsWhenTheCallIsCancelled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := &failingAPI{times: 9, status: 429, retryAfter: "5"}
		c, err := klavi.New(klavi.Config{BaseURL: "https://api.example", AccessToken: "t", Transport: api})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		start := time.Now()
		_, err = c.Institutions(ctx, "t")
		if e := failure(t, err); e.Status != 429 || api.asked != 1 || time.Since(start) != 2*time.Second {
			t.Errorf("%v after %v and %d requests", e, time.Since(start), api.asked)
		}
	})
}

func TestWithoutAClockTheClientTakesTheRealTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		link, err := through(t, func(*http.Request) (int, io.Reader) {
			<-time.After(20 * time.Second)
			return 200, strings.NewReader(`{"linkId":"id","linkToken":"of-the-link","linkURL":"https://h/p","expireIn":20}`)
		}).CreateLink(t.Context(), klavi.LinkRequest{})
		if err != nil {
			t.Fatal(err)
		}
		// The life counts from the request, so this link is over when it comes.
		if !link.ExpiresAt.Equal(time.Now()) || link.ID != "id" || link.Token != "of-the-link" || link.URL != "https://h/p" {
			t.Errorf("%+v %s", link, link.ExpiresAt)
		}
	})
}
