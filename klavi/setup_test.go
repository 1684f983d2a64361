package klavi_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
)

// clock is a clock that moves only when a test advances it.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// api is a sandbox that records the requests it gets.
type api struct {
	*sandbox.Server
	clock *clock
	url   string

	mu    sync.Mutex
	asked []string
}

func (a *api) requests() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return append([]string(nil), a.asked...)
}

func newAPI(t *testing.T) *api {
	t.Helper()
	a := &api{clock: newClock()}
	var err error
	if a.Server, err = sandbox.New(sandbox.Config{Now: a.clock.Now}); err != nil {
		t.Fatal(err)
	}
	a.url = serve(t, func(w http.ResponseWriter, r *http.Request) {
		a.mu.Lock()
		a.asked = append(a.asked, r.Method+" "+r.URL.Path)
		a.mu.Unlock()
		a.ServeHTTP(w, r)
	})
	return a
}

// serve runs a handler until the test ends, and returns its URL.
func serve(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

func (a *api) client(t *testing.T) *klavi.Client {
	t.Helper()
	return newClient(t, klavi.Config{
		BaseURL:   a.url,
		AccessKey: sandbox.DemoAccessKey,
		SecretKey: sandbox.DemoSecretKey,
		Now:       a.clock.Now,
	})
}

func newClient(t *testing.T, cfg klavi.Config) *klavi.Client {
	t.Helper()
	transport := klavi.NewTransport()
	t.Cleanup(transport.CloseIdleConnections)
	cfg.Transport = transport
	c, err := klavi.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// failure returns err as a *klavi.Error. The test fails if err is of another type.
func failure(t *testing.T, err error) *klavi.Error {
	t.Helper()
	var e *klavi.Error
	if !errors.As(err, &e) {
		t.Fatalf("not a *klavi.Error: %v", err)
	}
	return e
}
