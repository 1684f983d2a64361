package klavi_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"klavilink/klavi"
)

// waits records the durations of waits, and does not wait.
type waits struct{ list []time.Duration }

func (w *waits) sleep(ctx context.Context, d time.Duration) error {
	w.list = append(w.list, d)
	return ctx.Err()
}

const (
	goodToken = `{"accessToken":"t1","expireIn":1800}`
	goodLink  = `{"linkId":"id","linkToken":"t","linkURL":"https://conecte-sandbox.klavi.ai/path?v=t","expireIn":1800}`
)

// trouble fails the first requests to a path. After that it answers as the API does.
type trouble struct {
	path   string
	times  int32
	status int
	header http.Header
	asked  atomic.Int32
}

func (b *trouble) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/data/v1"+b.path && b.asked.Add(1) <= b.times {
		if b.status == 0 {
			panic(http.ErrAbortHandler) // breaks the connection
		}
		for name := range b.header {
			w.Header().Set(name, b.header.Get(name))
		}
		w.WriteHeader(b.status)
		return
	}
	switch r.URL.Path {
	case "/data/v1/auth":
		fmt.Fprint(w, goodToken)
	case "/data/v1/links":
		fmt.Fprint(w, goodLink)
	default:
		fmt.Fprint(w, "[]")
	}
}

func TestACallIsRepeatedOnlyIfThatDoesNoHarm(t *testing.T) {
	soon, late := http.Header{"Retry-After": {"3"}}, http.Header{"Retry-After": {"60"}}
	for name, tt := range map[string]struct {
		trouble *trouble
		works   bool
		asked   int32
	}{
		"auth: 500 twice, then fine":                   {&trouble{path: "/auth", times: 2, status: 500}, true, 3},
		"auth: 500 for good":                           {&trouble{path: "/auth", times: 9, status: 500}, false, 3},
		"auth: broken connection":                      {&trouble{path: "/auth", times: 1}, true, 2},
		"auth: 429 without a word":                     {&trouble{path: "/auth", times: 1, status: 429}, true, 2},
		"auth: wrong keys":                             {&trouble{path: "/auth", times: 9, status: 401}, false, 1},
		"links: 500 may have made one":                 {&trouble{path: "/links", times: 1, status: 500}, false, 1},
		"links: a broken connection may have made one": {&trouble{path: "/links", times: 1}, false, 1},
		"links: 429 with a time, refused unread": {
			&trouble{path: "/links", times: 2, status: 429, header: soon}, true, 3,
		},
		"links: 429 with a time too long to sit through": {
			&trouble{path: "/links", times: 1, status: 429, header: late}, false, 1,
		},
		"links: 429 without a time": {&trouble{path: "/links", times: 1, status: 429}, false, 1},
		"links: 400 stays 400":      {&trouble{path: "/links", times: 1, status: 400}, false, 1},
		"institutions: 503 twice, then fine": {
			&trouble{path: "/links/institutions", times: 2, status: 503}, true, 3,
		},
		"status: who looks looks again by themselves": {
			&trouble{path: "/links/institutions/status", times: 1, status: 503}, false, 1,
		},
		"consents: 502 once":                  {&trouble{path: "/consents", times: 1, status: 502}, true, 2},
		"consents: a 404 will not get better": {&trouble{path: "/consents", times: 1, status: 404}, false, 1},
	} {
		t.Run(name, func(t *testing.T) {
			b := tt.trouble
			var w waits
			client := newClient(t, klavi.Config{
				BaseURL:   serve(t, b.ServeHTTP),
				AccessKey: "a", SecretKey: "s", Sleep: w.sleep,
			})
			var err error
			switch b.path {
			case "/links/institutions":
				_, err = client.Institutions(t.Context(), "t")
			case "/links/institutions/status":
				_, err = client.InstitutionStatuses(t.Context(), "t")
			case "/consents":
				_, err = client.Consents(t.Context(), "52998224725", "")
			default:
				_, err = client.CreateLink(t.Context(), klavi.LinkRequest{})
			}
			if (err == nil) != tt.works || b.asked.Load() != tt.asked || len(w.list) != int(tt.asked)-1 {
				t.Errorf("%v after %d requests and waits of %v", err, b.asked.Load(), w.list)
			}
			for _, d := range w.list {
				if wanted := b.header.Get("Retry-After") != ""; wanted && d != 3*time.Second {
					t.Errorf("waited %v", d)
				}
			}
		})
	}
}

func TestTheWaitsGrowAndDependOnChance(t *testing.T) {
	for chance, want := range map[float64][]time.Duration{
		0:   {125 * time.Millisecond, 250 * time.Millisecond},
		0.5: {187500 * time.Microsecond, 375 * time.Millisecond},
	} {
		var w waits
		b := &trouble{path: "/auth", times: 9, status: 500}
		client := newClient(t, klavi.Config{
			BaseURL:   serve(t, b.ServeHTTP),
			AccessKey: "a", SecretKey: "s", Sleep: w.sleep,
			Chance: func() float64 { return chance },
		})
		_ = client.Warm(t.Context())
		if !slices.Equal(w.list, want) {
			t.Errorf("%v: %v", chance, w.list)
		}
	}
}

// Without a connection the server did nothing, so the client may repeat even a
// request that makes a link.
func TestTheRequestForALinkIsRepeatedIfThereWasNoConnection(t *testing.T) {
	b := &trouble{}
	base := serve(t, b.ServeHTTP)
	var dials atomic.Int32
	transport := klavi.NewTransport()
	transport.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
		if dials.Add(1) < 3 {
			return nil, &net.OpError{Op: "dial", Err: errors.New("connection refused")}
		}
		return (&net.Dialer{}).DialContext(ctx, network, addr)
	}
	t.Cleanup(transport.CloseIdleConnections)
	var w waits
	client, err := klavi.New(klavi.Config{BaseURL: base, AccessToken: "t", Transport: transport, Sleep: w.sleep})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := client.CreateLink(t.Context(), klavi.LinkRequest{}); err != nil || len(w.list) != 2 {
		t.Errorf("%v after waits of %v", err, w.list)
	}
}

func TestACancelledCallStopsWaitingAndIsNotRepeated(t *testing.T) {
	b := &trouble{path: "/auth", times: 9, status: 500}
	ctx, cancel := context.WithCancel(t.Context())
	client := newClient(t, klavi.Config{
		BaseURL:   serve(t, b.ServeHTTP),
		AccessKey: "a", SecretKey: "s",
		Sleep: func(ctx context.Context, _ time.Duration) error {
			cancel()
			<-ctx.Done()
			return ctx.Err()
		},
	})
	if err := client.Warm(ctx); err == nil || b.asked.Load() != 1 {
		t.Errorf("%v after %d requests", err, b.asked.Load())
	}
}

func TestATokenSourceIsAskedFirstAndAgainIfItsTokenIsRefused(t *testing.T) {
	given := 0
	var seen []string
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		seen = append(seen, r.URL.Path+" "+r.Header.Get("Authorization"))
		if r.Header.Get("Authorization") == "Bearer token-1" && len(seen) > 1 {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		fmt.Fprint(w, goodLink)
	})
	client := newClient(t, klavi.Config{
		BaseURL:   base,
		AccessKey: "never", SecretKey: "used",
		TokenSource: func(context.Context) (klavi.Secret, error) {
			given++
			return klavi.Secret(fmt.Sprint("token-", given)), nil
		},
	})
	for range 3 {
		if _, err := client.CreateLink(t.Context(), klavi.LinkRequest{}); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{
		"/data/v1/links Bearer token-1",
		"/data/v1/links Bearer token-1",
		"/data/v1/links Bearer token-2",
		"/data/v1/links Bearer token-2",
	}
	if !slices.Equal(seen, want) || given != 2 {
		t.Errorf("%q, asked the source %d times", seen, given)
	}
}

func TestAFailureOfATokenSourceIsAnAuthError(t *testing.T) {
	cause := errors.New("the program failed")
	for _, source := range []func(context.Context) (klavi.Secret, error){
		func(context.Context) (klavi.Secret, error) { return "", cause },
		func(context.Context) (klavi.Secret, error) { return "", nil },
	} {
		err := newClient(t, klavi.Config{BaseURL: "http://127.0.0.1:9", TokenSource: source}).Warm(t.Context())
		var e *klavi.Error
		if !errors.As(err, &e) || e.Kind != klavi.KindAuth {
			t.Errorf("%v", err)
		}
	}
}
