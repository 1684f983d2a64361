package klavi_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
)

func TestALifeIsANumberOfSecondsWithinAYear(t *testing.T) {
	const year = 365 * 24 * time.Hour
	for text, want := range map[string]time.Duration{
		`1`: time.Second, `1.9`: time.Second, `"600"`: 10 * time.Minute, `" 600 "`: 10 * time.Minute, `6e2`: 10 * time.Minute,
		`null`: 30 * time.Minute, `""`: 30 * time.Minute, `" "`: 30 * time.Minute,
		`31536000`: year, `31536000.5`: 0, `31536001`: 0,
		`0`: 0, `"0"`: 0, `0.9`: 0, `-1`: 0, `"NaN"`: 0, `"Inf"`: 0, `"-Inf"`: 0, `"1e999"`: 0,
		`true`: 0, `{}`: 0, `[60]`: 0, `"0x"`: 0,
	} {
		var link klavi.Link
		var err error
		link, err = through(t, func(*http.Request) (int, io.Reader) {
			return 200, strings.NewReader(`{"linkURL":"https://h/p","expireIn":` + text + `}`)
		}).CreateLink(t.Context(), klavi.LinkRequest{})
		switch {
		case want == 0 && (err == nil || !strings.Contains(err.Error(), "expireIn is no time to come")):
			t.Errorf("%s: %v, %v", text, link.ExpireIn, err)
		case want != 0 && (err != nil || link.ExpireIn != want):
			t.Errorf("%s: %v, want %v (%v)", text, link.ExpireIn, want, err)
		}
	}
}

// backend is an API for tokens. The tokens that it gives are t1, t2 and so on.
type backend struct {
	clock *clock
	life  int           // of a token, in seconds
	takes time.Duration // how long a request for a token takes
	fails map[string]int
	given int
	asked []string
}

func (b *backend) RoundTrip(r *http.Request) (*http.Response, error) {
	path := strings.TrimPrefix(r.URL.Path, "/data/v1")
	b.asked = append(b.asked, strings.TrimSpace(path+" "+strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")))
	status, body := 200, goodLink
	switch {
	case b.fails[path] != 0:
		status, body = b.fails[path], ""
	case path != "/links":
		b.given++
		b.clock.advance(b.takes)
		body = fmt.Sprintf(`{"accessToken":"t%d","expireIn":%d}`, b.given, b.life)
	}
	return responder(func(*http.Request) (int, io.Reader) { return status, strings.NewReader(body) }).RoundTrip(r)
}

func (b *backend) client(t *testing.T) *klavi.Client {
	t.Helper()
	b.clock = newClock()
	c, err := klavi.New(klavi.Config{
		BaseURL: "https://api.example", AccessKey: "a", SecretKey: "s",
		Transport: b, Now: b.clock.Now, Sleep: (&waits{}).sleep,
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// requests returns the requests since the last call, as one line.
func (b *backend) requests() string {
	defer func() { b.asked = nil }()
	return strings.Join(b.asked, ", ")
}

func TestATokenIsRenewedAMinuteOrAQuarterOfItsLifeBeforeItsEnd(t *testing.T) {
	for _, tt := range []struct {
		life int
		left time.Duration // the longest time left at which the token is renewed
	}{{1800, time.Minute}, {240, time.Minute}, {120, 30 * time.Second}, {20, 5 * time.Second}} {
		b := &backend{life: tt.life}
		c := b.client(t)
		b.clock.advance(-time.Duration(tt.life) * time.Second)
		for _, step := range []struct {
			wait time.Duration
			want string
		}{
			{time.Duration(tt.life) * time.Second, "/auth, /links t1"},
			{time.Duration(tt.life)*time.Second - tt.left - 1, "/links t1"},
			{1, "/refresh t1, /links t2"},
		} {
			b.clock.advance(step.wait)
			if _, err := c.CreateLink(t.Context(), klavi.LinkRequest{}); err != nil {
				t.Fatal(err)
			}
			if got := b.requests(); got != step.want {
				t.Errorf("a life of %d s: %s, want %s", tt.life, got, step.want)
			}
		}
	}
}

func TestWarmRenewsATokenAsSoonAsHalfOfItsLifeIsOver(t *testing.T) {
	b := &backend{life: 1800}
	c := b.client(t)
	for _, step := range []struct {
		wait time.Duration
		want string
	}{{0, "/auth"}, {15*time.Minute - 1, ""}, {1, "/refresh t1"}} {
		b.clock.advance(step.wait)
		if err := c.Warm(t.Context()); err != nil || b.requests() != step.want {
			t.Errorf("after %v more: %v", step.wait, err)
		}
	}
}

func TestTheLifeOfATokenCountsFromBeforeTheRequest(t *testing.T) {
	b := &backend{life: 600, takes: 4 * time.Minute}
	c := b.client(t)
	_ = c.Warm(t.Context())
	b.clock.advance(5 * time.Minute) // nine minutes after the request
	b.takes = 0
	_, err := c.CreateLink(t.Context(), klavi.LinkRequest{})
	if got := b.requests(); err != nil || got != "/auth, /refresh t1, /links t2" {
		t.Errorf("%s, %v", got, err)
	}
}

func TestATokenThatStillHoldsIsUsedIfItCannotBeRenewed(t *testing.T) {
	b := &backend{life: 1800}
	c := b.client(t)
	_ = c.Warm(t.Context())
	b.requests()
	b.fails = map[string]int{"/refresh": 401, "/auth": 403}
	b.clock.advance(30*time.Minute - 1)
	if _, err := c.CreateLink(t.Context(), klavi.LinkRequest{}); err != nil {
		t.Errorf("before its end: %v", err)
	}
	if got := b.requests(); got != "/refresh t1, /auth, /links t1" {
		t.Error(got)
	}
	b.clock.advance(1)
	_, err := c.CreateLink(t.Context(), klavi.LinkRequest{})
	if e := failure(t, err); e.Kind != klavi.KindAuth || e.Status != 403 {
		t.Errorf("at its end: %v", err)
	}
	if got := b.requests(); got != "/auth" {
		t.Errorf("at its end: %s", got)
	}
}

func TestIfATokenCannotBeRefreshedTheKeysGetANewOne(t *testing.T) {
	b := &backend{life: 1800, fails: map[string]int{"/refresh": 404}}
	c := b.client(t)
	_ = c.Warm(t.Context())
	b.clock.advance(29 * time.Minute)
	_, err := c.CreateLink(t.Context(), klavi.LinkRequest{})
	if got := b.requests(); err != nil || got != "/auth, /refresh t1, /auth, /links t2" {
		t.Errorf("%s, %v", got, err)
	}
}

func TestATokenThatTheServerRefusedIsNotUsedAgain(t *testing.T) {
	b := &backend{life: 1800}
	c := b.client(t)
	_ = c.Warm(t.Context())
	b.requests()
	b.fails = map[string]int{"/links": 401, "/auth": 403}
	_, err := c.CreateLink(t.Context(), klavi.LinkRequest{})
	if e := failure(t, err); e.Op != "authenticate" || e.Status != 403 {
		t.Errorf("%+v", e)
	}
	if got := b.requests(); got != "/links t1, /auth" {
		t.Error(got)
	}
	b.fails = nil
	_, err = c.CreateLink(t.Context(), klavi.LinkRequest{})
	if got := b.requests(); err != nil || got != "/auth, /links t2" {
		t.Errorf("%s, %v", got, err)
	}
}

func TestATokenSourceIsPreferredToAGivenToken(t *testing.T) {
	var got []string
	var asked int
	c, err := klavi.New(klavi.Config{
		BaseURL: "https://api.example", AccessToken: "given",
		TokenSource: func(context.Context) (klavi.Secret, error) {
			asked++
			return "from-the-source", nil
		},
		Transport: responder(func(r *http.Request) (int, io.Reader) {
			got = append(got, r.Header.Get("Authorization"))
			return 200, strings.NewReader(goodLink)
		}),
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Warm(t.Context()); err != nil || asked != 1 {
		t.Errorf("asked %d times: %v", asked, err)
	}
	_, err = c.CreateLink(t.Context(), klavi.LinkRequest{})
	if err != nil || asked != 1 || !slices.Equal(got, []string{"Bearer from-the-source"}) {
		t.Errorf("asked %d times: %q, %v", asked, got, err)
	}
}

func TestAFailureOfATokenSourceNamesItsCause(t *testing.T) {
	cause := errors.New("the program failed")
	for _, want := range []error{cause, nil} {
		c, err := klavi.New(klavi.Config{
			BaseURL:     "https://api.example",
			TokenSource: func(context.Context) (klavi.Secret, error) { return "", want },
		})
		if err != nil {
			t.Fatal(err)
		}
		e := failure(t, c.Warm(t.Context()))
		if e.Op != "get a token" || !errors.Is(e, klavi.ErrTokenSource) || want != nil && !errors.Is(e, want) {
			t.Errorf("%+v", e)
		}
		if want == nil && !strings.Contains(e.Error(), "no access token") {
			t.Errorf("%v", e)
		}
	}
}
