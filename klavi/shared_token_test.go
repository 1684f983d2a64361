package klavi_test

import (
	"net/http"
	"testing"

	"klavilink/klavi"
)

// meanwhile is a transport that makes another call within the first request for a link,
// as a second goroutine could. Both calls then have the same token, which the server
// refuses.
type meanwhile struct {
	backend
	other func() error
	err   error // of the other call
}

func (m *meanwhile) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Path != "/data/v1/links" {
		return m.backend.RoundTrip(r)
	}
	if other := m.other; other != nil {
		m.other = nil
		m.err = other()
	}
	if r.Header.Get("Authorization") == "Bearer t1" {
		m.fails["/links"] = http.StatusUnauthorized
		defer delete(m.fails, "/links")
	}
	return m.backend.RoundTrip(r)
}

// twoCalls makes two calls at once with a token that the server refuses. It returns the
// requests that follow the first authentication, and the errors of the calls.
func twoCalls(t *testing.T, auth int) (requests string, first, second error) {
	t.Helper()
	m := &meanwhile{backend: backend{life: 1800, clock: newClock(), fails: map[string]int{}}}
	c, err := klavi.New(klavi.Config{
		BaseURL: "https://api.example", AccessKey: "a", SecretKey: "s",
		Transport: m, Now: m.clock.Now, Sleep: (&waits{}).sleep,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	m.requests()
	m.fails["/auth"] = auth
	m.other = func() error {
		_, err := c.CreateLink(t.Context(), klavi.LinkRequest{})
		return err
	}
	_, first = c.CreateLink(t.Context(), klavi.LinkRequest{})
	return m.requests(), first, m.err
}

func TestTheTokenThatAnotherCallRenewedIsUsed(t *testing.T) {
	got, first, second := twoCalls(t, 0)
	if want := "/links t1, /auth, /links t2, /links t1, /links t2"; got != want || first != nil || second != nil {
		t.Errorf("%s, want %s (%v, %v)", got, want, first, second)
	}
}

func TestWithoutATokenNothingButTheKeysIsSent(t *testing.T) {
	got, first, second := twoCalls(t, http.StatusForbidden)
	if want := "/links t1, /auth, /links t1, /auth"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for _, err := range []error{first, second} {
		if e := failure(t, err); e.Op != "authenticate" || e.Status != http.StatusForbidden {
			t.Errorf("%v", err)
		}
	}
}
