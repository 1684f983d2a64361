package klavi_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
)

func TestAfterWarmALinkNeedsOneRequest(t *testing.T) {
	a := newAPI(t)
	c := a.client(t)
	if err := c.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := c.CreateLink(t.Context(), klavi.LinkRequest{}); err != nil {
		t.Fatal(err)
	}
	if got, want := a.requests(), []string{"POST /data/v1/auth", "POST /data/v1/links"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestTheTokenIsRenewedBeforeItEnds(t *testing.T) {
	a := newAPI(t)
	c := a.client(t)
	for _, step := range []struct {
		wait time.Duration
		want string
	}{
		{0, "POST /data/v1/auth"},
		{28 * time.Minute, ""},                     // more than a minute is left
		{90 * time.Second, "GET /data/v1/refresh"}, // 30 s are left
		{31 * time.Minute, "POST /data/v1/auth"},   // the token has expired and cannot be renewed
		{29*time.Minute + 30*time.Second, "GET /data/v1/refresh"},
	} {
		a.clock.advance(step.wait)
		before := len(a.requests())
		if _, err := c.CreateLink(t.Context(), klavi.LinkRequest{}); err != nil {
			t.Fatal(err)
		}
		got := a.requests()[before:]
		want := []string{"POST /data/v1/links"}
		if step.want != "" {
			want = append([]string{step.want}, want...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("after %v: %q, want %q", step.wait, got, want)
		}
	}
}

func TestWarmRenewsATokenThatIsHalfOver(t *testing.T) {
	a := newAPI(t)
	c := a.client(t)
	for _, wait := range []time.Duration{0, 14 * time.Minute, 2 * time.Minute} {
		a.clock.advance(wait)
		if err := c.Warm(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := a.requests(), []string{"POST /data/v1/auth", "GET /data/v1/refresh"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// flaky returns an API that answers 401 to the first n requests for links, like a
// server that has lost its tokens.
func flaky(t *testing.T, n int32) (*api, string) {
	a := newAPI(t)
	var left atomic.Int32
	left.Store(n)
	return a, serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/data/v1/links" && left.Add(-1) >= 0 {
			a.asked = append(a.asked, "401")
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		a.asked = append(a.asked, r.Method+" "+r.URL.Path)
		a.ServeHTTP(w, r)
	})
}

func TestA401RenewsTheTokenOnlyOnce(t *testing.T) {
	a, url := flaky(t, 1)
	c := newClient(t, klavi.Config{
		BaseURL:   url,
		AccessKey: sandbox.DemoAccessKey,
		SecretKey: sandbox.DemoSecretKey,
		Now:       a.clock.Now,
	})
	if _, err := c.CreateLink(t.Context(), klavi.LinkRequest{}); err != nil {
		t.Fatal(err)
	}
	if want := []string{
		"POST /data/v1/auth", "401", "POST /data/v1/auth", "POST /data/v1/links",
	}; !slices.Equal(a.asked, want) {
		t.Errorf("%q, want %q", a.asked, want)
	}

	a, url = flaky(t, 9)
	c = newClient(t, klavi.Config{
		BaseURL:   url,
		AccessKey: sandbox.DemoAccessKey,
		SecretKey: sandbox.DemoSecretKey,
		Now:       a.clock.Now,
	})
	_, err := c.CreateLink(t.Context(), klavi.LinkRequest{})
	if e := failure(t, err); e.Kind != klavi.KindAuth || e.Status != 401 {
		t.Errorf("%v", err)
	}
	if want := []string{"POST /data/v1/auth", "401", "POST /data/v1/auth", "401"}; !slices.Equal(a.asked, want) {
		t.Errorf("%q, want %q", a.asked, want)
	}
}

func TestAGivenTokenIsUsedAsItIs(t *testing.T) {
	var got []string
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = append(got, r.URL.Path+" "+r.Header.Get("Authorization"))
		w.WriteHeader(http.StatusUnauthorized)
	})
	c := newClient(t, klavi.Config{BaseURL: url, AccessToken: "given", AccessKey: "k", SecretKey: "s"})
	if err := c.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, err := c.CreateLink(t.Context(), klavi.LinkRequest{})
	if e := failure(t, err); e.Kind != klavi.KindAuth {
		t.Errorf("%v", err)
	}
	if want := []string{"/data/v1/links Bearer given"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestManyCallsShareOneAuthentication(t *testing.T) {
	a := newAPI(t)
	c := a.client(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if err := c.Warm(context.Background()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := a.requests(); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestWaitingForTheAuthenticationOfAnotherCallCanBeCancelled(t *testing.T) {
	inside, release := make(chan struct{}), make(chan struct{})
	url := serve(t, func(http.ResponseWriter, *http.Request) {
		inside <- struct{}{}
		<-release
	})
	c := newClient(t, klavi.Config{BaseURL: url, AccessKey: "k", SecretKey: "s"})
	done := make(chan error)
	go func() { done <- c.Warm(context.Background()) }()
	<-inside
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := c.CreateLink(ctx, klavi.LinkRequest{})
	if e := failure(t, err); e.Op != "authenticate" || !e.Canceled() || e.Unknown {
		t.Errorf("%+v", e)
	}
	close(release)
	<-done
}

func TestWrongKeysGiveAnAuthErrorWithTheServersMessage(t *testing.T) {
	a := newAPI(t)
	c := newClient(t, klavi.Config{BaseURL: a.url, AccessKey: "wrong-access", SecretKey: "wrong-secret"})
	e := failure(t, c.Warm(t.Context()))
	if e.Kind != klavi.KindAuth || e.Status != 401 ||
		!slices.Equal(e.Messages, []string{"Invalid accessKey or secretKey"}) {
		t.Errorf("%+v", e)
	}
}

func TestAnAuthAnswerWithoutATokenIsAProtocolError(t *testing.T) {
	for _, body := range []string{
		`{}`,
		`{"accessToken":"","expireIn":1800}`,
		`{"accessToken":"x","expireIn":0}`,
		`{"accessToken":"x","expireIn":"soon"}`,
	} {
		url := serve(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(body)) })
		c := newClient(t, klavi.Config{BaseURL: url, AccessKey: "k", SecretKey: "s"})
		e := failure(t, c.Warm(t.Context()))
		if e.Kind != klavi.KindProtocol || !strings.HasSuffix(e.Error(), "no access token that lives") {
			t.Errorf("%s: %v", body, e)
		}
	}
}
