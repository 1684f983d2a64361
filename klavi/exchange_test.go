package klavi_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
)

// responder is a transport that gives an answer without a network.
type responder func(*http.Request) (status int, body io.Reader)

func (f responder) RoundTrip(r *http.Request) (*http.Response, error) {
	status, body := f(r)
	closer, ok := body.(io.ReadCloser)
	if !ok {
		closer = io.NopCloser(body)
	}
	return &http.Response{StatusCode: status, Body: closer, Header: http.Header{}, Request: r}, nil
}

// through returns a client with a given token that sends everything through f.
func through(t *testing.T, f responder) *klavi.Client {
	t.Helper()
	c, err := klavi.New(klavi.Config{
		BaseURL: "https://api.example", AccessToken: "given", Transport: f, UserAgent: "klavilink/1", Sleep: (&waits{}).sleep,
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// calls has every call of a client.
var calls = map[string]func(*klavi.Client, context.Context) error{
	"create link": func(c *klavi.Client, ctx context.Context) error {
		_, err := c.CreateLink(ctx, klavi.LinkRequest{Phone: "+5511987654321"})
		return err
	},
	"list institutions": func(c *klavi.Client, ctx context.Context) error {
		_, err := c.Institutions(ctx, "of-the-link")
		return err
	},
	"read status": func(c *klavi.Client, ctx context.Context) error {
		_, err := c.InstitutionStatuses(ctx, "of-the-link")
		return err
	},
	"list consents": func(c *klavi.Client, ctx context.Context) error {
		_, err := c.Consents(ctx, "", "11222333000181")
		return err
	},
}

func TestEachCallSendsTheDocumentedRequest(t *testing.T) {
	const (
		data = "https://api.example/data/v1/"
		made = "POST " + data + `links "Bearer given" "application/json; charset=utf-8" {"phone":"+5511987654321"}`
	)
	for name, want := range map[string]string{
		"create link":       made,
		"list institutions": "GET " + data + `links/institutions "Bearer of-the-link" "" `,
		"read status":       "GET " + data + `links/institutions/status "Bearer of-the-link" "" `,
		"list consents":     "GET " + data + `consents?businessTaxId=11222333000181 "Bearer given" "" `,
	} {
		got := ""
		err := calls[name](through(t, func(r *http.Request) (int, io.Reader) {
			var body []byte
			if r.Body != nil {
				body, _ = io.ReadAll(r.Body)
			}
			h := r.Header
			got = fmt.Sprintf("%s %s %q %q %s", r.Method, r.URL, h.Get("Authorization"), h.Get("Content-Type"), body)
			if h.Get("Accept") != "application/json" || h.Get("User-Agent") != "klavilink/1" {
				t.Errorf("%s: %v", name, h)
			}
			return 404, strings.NewReader("")
		}), t.Context())
		if got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		if e := failure(t, err); e.Op != name || e.Status != 404 {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

func TestAuthenticationSendsTheKeysAndNoToken(t *testing.T) {
	var got []string
	c, err := klavi.New(klavi.Config{
		BaseURL: "https://api.example/data/v1/", AccessKey: "access", SecretKey: "secret",
		Transport: responder(func(r *http.Request) (int, io.Reader) {
			body, _ := io.ReadAll(r.Body)
			_, named := r.Header["User-Agent"]
			got = append(got, fmt.Sprintf("%s %s %q %t %s", r.Method, r.URL, r.Header["Authorization"], named, body))
			return 401, strings.NewReader("")
		}),
	})
	if err != nil {
		t.Fatal(err)
	}
	if e := failure(t, c.Warm(t.Context())); e.Op != "authenticate" {
		t.Errorf("%+v", e)
	}
	want := `POST https://api.example/data/v1/auth [] false {"accessKey":"access","secretKey":"secret"}`
	if len(got) != 1 || got[0] != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestAnAnswerMayHave4MiB(t *testing.T) {
	for _, more := range []int{0, 1} {
		body := goodLink + strings.Repeat(" ", 4194304-len(goodLink)+more)
		err := calls["create link"](through(t, func(*http.Request) (int, io.Reader) {
			return 200, strings.NewReader(body)
		}), t.Context())
		switch {
		case more == 0 && err != nil:
			t.Errorf("4 MiB: %v", err)
		case more == 1:
			e := failure(t, err)
			const want = "klavi: create link: protocol (HTTP 200): the answer is larger than 4 MiB"
			if e.Error() != want || !e.Unknown {
				t.Errorf("a byte more: %+v", e)
			}
		}
	}
}

// endless is a body without an end. It counts what was read of it.
type endless struct{ read int }

func (e *endless) Read(b []byte) (int, error) {
	e.read += len(b)
	clear(b)
	return len(b), nil
}

func TestNoMoreThanTheLimitOfAnAnswerIsRead(t *testing.T) {
	for _, status := range []int{200, 500} {
		body := &endless{}
		err := calls["create link"](through(t, func(*http.Request) (int, io.Reader) { return status, body }), t.Context())
		if err == nil || body.read > 8<<20 {
			t.Errorf("%d: read %d bytes, %v", status, body.read, err)
		}
	}
}

func TestAnAnswerThatIsNoJSONSaysSoAndQuotesNothing(t *testing.T) {
	for name, call := range calls {
		err := call(through(t, func(*http.Request) (int, io.Reader) {
			return 203, strings.NewReader("customer 52998224725")
		}), t.Context())
		want := "klavi: " + name + ": protocol (HTTP 203): the answer is not the documented JSON"
		if e := failure(t, err); e.Error() != want || !e.Unknown {
			t.Errorf("%v, want %s", e, want)
		}
	}
}

func TestEvery2xxIsASuccessAndNothingElse(t *testing.T) {
	for status, want := range map[int]bool{199: false, 200: true, 201: true, 299: true, 300: false, 304: false} {
		err := calls["create link"](through(t, func(*http.Request) (int, io.Reader) {
			return status, strings.NewReader(goodLink)
		}), t.Context())
		if (err == nil) != want {
			t.Errorf("%d: %v", status, err)
		}
		if err != nil && failure(t, err).Kind != klavi.KindProtocol {
			t.Errorf("%d: %v", status, err)
		}
	}
}

var errBroken = errors.New("the connection broke")

// broken is a body that breaks after its first bytes.
func broken(start string) io.Reader {
	return io.MultiReader(strings.NewReader(start), failing{})
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errBroken }

func TestABodyThatBreaksLeavesTheResultOfASuccessUnknown(t *testing.T) {
	err := calls["create link"](through(t, func(*http.Request) (int, io.Reader) {
		return 201, broken(goodLink)
	}), t.Context())
	e := failure(t, err)
	if e.Kind != klavi.KindNetwork || e.Status != 201 || !e.Unknown || !errors.Is(e, errBroken) {
		t.Errorf("%+v", e)
	}
	err = calls["create link"](through(t, func(*http.Request) (int, io.Reader) {
		return 422, broken(`{"message":"Invalid phone"}`)
	}), t.Context())
	if e := failure(t, err); e.Kind != klavi.KindInput || e.Field != klavi.FieldPhone || e.Unknown {
		t.Errorf("a refusal stays a refusal: %+v", e)
	}
}

// closing is a body that notes its end.
type closing struct {
	io.Reader
	closed bool
}

func (c *closing) Close() error {
	c.closed = true
	return nil
}

func TestAFinishedCallLeavesNothingOpen(t *testing.T) {
	for name, call := range calls {
		body := &closing{Reader: strings.NewReader("{}")}
		var ctx context.Context
		_ = call(through(t, func(r *http.Request) (int, io.Reader) {
			ctx = r.Context()
			return 200, body
		}), t.Context())
		if !body.closed || ctx.Err() == nil {
			t.Errorf("%s: the body is closed: %t, the context ended: %v", name, body.closed, ctx.Err())
		}
	}
}

func TestARequestHasAtMostHalfAMinuteUnlessConfigured(t *testing.T) {
	for configured, want := range map[time.Duration]time.Duration{
		0: 30 * time.Second, -1: 30 * time.Second, 1: 1, 7 * time.Second: 7 * time.Second,
	} {
		var deadline time.Time
		c, err := klavi.New(klavi.Config{
			BaseURL: "https://api.example", AccessToken: "t", Timeout: configured,
			Transport: responder(func(r *http.Request) (int, io.Reader) {
				deadline, _ = r.Context().Deadline()
				return 404, strings.NewReader("")
			}),
		})
		if err != nil {
			t.Fatal(err)
		}
		before := time.Now()
		_ = calls["create link"](c, t.Context())
		if deadline.Before(before.Add(want)) || deadline.After(time.Now().Add(want)) {
			t.Errorf("%v: ends %v after the call began", configured, deadline.Sub(before))
		}
	}
}

// Other code of the program may change the transport of the process.
func TestWithoutATransportTheClientMakesItsOwn(t *testing.T) {
	usual := http.DefaultTransport
	t.Cleanup(func() { http.DefaultTransport = usual })
	http.DefaultTransport = responder(func(*http.Request) (int, io.Reader) {
		t.Error("the client uses the transport of the process")
		return 500, strings.NewReader("")
	})
	url := serve(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, goodLink) })
	c, err := klavi.New(klavi.Config{BaseURL: url, AccessToken: "t"})
	if err != nil {
		t.Fatal(err)
	}
	if err := calls["create link"](c, t.Context()); err != nil {
		t.Error(err)
	}
}

func TestTheTransportLimitsEveryWait(t *testing.T) {
	transport := klavi.NewTransport()
	for name, tt := range map[string]struct{ got, most time.Duration }{
		"TLS":     {transport.TLSHandshakeTimeout, 10 * time.Second},
		"headers": {transport.ResponseHeaderTimeout, 25 * time.Second},
		"idle":    {transport.IdleConnTimeout, 10 * time.Minute},
	} {
		if tt.got < time.Second || tt.got > tt.most {
			t.Errorf("%s: %v", name, tt.got)
		}
	}
	if transport.Proxy == nil || transport.DialContext == nil {
		t.Error("no proxy from the environment, or no limit on connecting")
	}
}
