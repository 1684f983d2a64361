package received

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/callback"
	"klavilink/klavi/callback/deliver"
)

const key klavi.Secret = "a-key"

const event = `{"eventId":"e-1","eventName":"link_created",` +
	`"payload":{"linkId":"l-1","personalTaxId":"52998224725"}}`

// inbox is a receiver with the receipts that it reported.
type inbox struct {
	*Receiver

	mu   sync.Mutex
	list []Receipt
}

func open(t *testing.T, change func(*Config)) *inbox {
	t.Helper()
	b := &inbox{}
	cfg := Config{Key: key, Now: func() time.Time { return time.Unix(1000, 0) }, Report: func(r Receipt) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.list = append(b.list, r)
	}}
	if change != nil {
		change(&cfg)
	}
	b.Receiver = New(t.Context(), cfg)
	return b
}

// post sends a body with its signature and returns the status of the answer.
func (b *inbox) post(body string, change func(*http.Request)) int {
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
	r.Header.Set(callback.SignatureHeader, callback.Sign([]byte(body), key))
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	b.ServeHTTP(w, r)
	b.Wait()
	return w.Code
}

func unsigned(r *http.Request) { r.Header.Del(callback.SignatureHeader) }

func TestEachCallbackHasItsVerdictAndItsAnswer(t *testing.T) {
	forged := func(r *http.Request) { r.Header.Set(callback.SignatureHeader, callback.Sign(nil, key)) }
	cut := func(r *http.Request) { r.Body = io.NopCloser(broken{io.ErrUnexpectedEOF}) }
	for name, tt := range map[string]struct {
		body    string
		change  func(*http.Request)
		verdict Verdict
		status  int
	}{
		"good":       {event, nil, Good, 200},
		"an array":   {"[" + event + "]", nil, Good, 200},
		"empty":      {"", nil, Test, 200},
		"tampered":   {event, forged, Forged, 401},
		"unsigned":   {event, unsigned, Unsigned, 401},
		"malformed":  {event, func(r *http.Request) { r.Header.Set(callback.SignatureHeader, "x") }, Malformed, 401},
		"10 MiB":     {strings.Repeat(" ", 10<<20), nil, TooLarge, 413},
		"cut":        {event, cut, Cut, 400},
		"no object":  {"1", nil, NotJSON, 400},
		"not signed": {"", unsigned, Unsigned, 401},
	} {
		b := open(t, nil)
		if got := b.post(tt.body, tt.change); got != tt.status || len(b.list) != 1 || b.list[0].Verdict != tt.verdict {
			t.Errorf("%s: %d %+v, want %d %s", name, got, b.list, tt.status, tt.verdict)
		}
	}
}

func TestWithoutAKeyNothingIsCheckedAndEverythingIsTaken(t *testing.T) {
	b := open(t, func(c *Config) { c.Key = "" })
	if got := b.post(event, unsigned); got != 200 || b.list[0].Verdict != NotChecked || b.list[0].Name != "link_created" {
		t.Errorf("%d %+v", got, b.list)
	}
	if got := b.post("no JSON", unsigned); got != 400 || b.list[1].Verdict != NotJSON {
		t.Errorf("%d %+v", got, b.list[1])
	}
}

// A forged callback must not make the receiver drop the real one.
func TestARepeatIsDroppedAndAForgedOneDoesNotMakeTheRealOneARepeat(t *testing.T) {
	b := open(t, nil)
	b.post(event, unsigned)
	for _, want := range []Verdict{Good, Repeat, Repeat} {
		status := b.post(event, nil)
		if got := b.list[len(b.list)-1].Verdict; got != want || status != 200 {
			t.Errorf("%d %s, want %s", status, got, want)
		}
	}
}

func TestItemsThatComeOutOfOrderAreAllTaken(t *testing.T) {
	b := open(t, nil)
	b.post(`[{"eventId":"2","eventName":"consent_authorised"},{"eventId":"1"},{"eventId":"2"}]`, nil)
	var got []string
	for _, r := range b.list {
		got = append(got, r.Key+" "+r.Verdict.String())
	}
	if strings.Join(got, ", ") != "2 good, 1 good, 2 repeat" || b.list[0].ID == b.list[1].ID {
		t.Errorf("%v", got)
	}
}

func TestEachReceiptHasANumberOfItsOwn(t *testing.T) {
	b := open(t, nil)
	b.post("", nil)
	b.post(event, unsigned)
	b.post("["+event+`,{"eventId":"e-2"}]`, nil)
	b.post("1", nil)
	for i, r := range b.list {
		if r.ID != i+1 {
			t.Errorf("receipt %d has number %d", i+1, r.ID)
		}
	}
}

func TestOnlyAPostIsACallback(t *testing.T) {
	b := open(t, nil)
	if got := b.post(event, func(r *http.Request) { r.Method = http.MethodGet }); got != 405 || len(b.list) > 0 {
		t.Errorf("%d %v", got, b.list)
	}
}

func TestAReceiptHoldsNoBodyNoLoginAndNothingThatATerminalObeys(t *testing.T) {
	for bodies, want := range map[bool]string{false: "", true: event} {
		b := open(t, func(c *Config) { c.Bodies = bodies })
		b.post(event, func(r *http.Request) {
			r.Header.Set("Authorization", "Bearer a-token")
			r.Header.Set("X-Odd", "a\x1b[2Jb")
		})
		r := b.list[0]
		odd := strings.Contains(r.Header.Get("X-Odd"), "\x1b")
		if string(r.Body) != want || r.Header.Get("Authorization") != "••••" || odd {
			t.Errorf("%+v", r)
		}
	}
	b := open(t, nil)
	b.post(`{"eventName":"\u001b]0;x\u0007`+strings.Repeat("y", 200)+`"}`, nil)
	if n := b.list[0].Name; strings.ContainsAny(n, "\x1b\x07") || len([]rune(n)) > maxName {
		t.Errorf("%q", n)
	}
}

// carried is a transport that keeps what it carries and answers with a status.
type carried struct {
	status int
	seen   []*http.Request
	bodies []string
}

func (c *carried) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	c.seen, c.bodies = append(c.seen, r), append(c.bodies, string(body))
	return &http.Response{StatusCode: c.status, Body: http.NoBody, Request: r}, err
}

// forwarding returns a receiver that hands on to a transport, and whose clock goes on by
// 40 ms with each look at it.
func forwarding(t *testing.T, c *carried) *inbox {
	t.Helper()
	to, err := url.Parse("http://localhost:3000/hooks/?a=1")
	if err != nil {
		t.Fatal(err)
	}
	var at time.Duration
	return open(t, func(cfg *Config) {
		cfg.Forward = to
		cfg.Sender = deliver.Sender{Transport: c, Tries: 2, Steady: func() time.Duration {
			at += 40 * time.Millisecond
			return at
		}}
	})
}

func TestWhatIsTakenIsHandedOnUntouched(t *testing.T) {
	c := &carried{status: 204}
	b := forwarding(t, c)
	odd := "[ " + event + " ,\n{\"eventId\":\"e-2\"} ]"
	b.post(odd, func(r *http.Request) {
		r.Header.Set(callback.TimestampHeader, "1740716924")
		r.Header.Set("Connection", "close, X-Hop")
		r.Header.Set("X-Hop", "1")
		r.URL.Path = "/reports"
	})
	if len(c.bodies) != 1 || c.bodies[0] != odd {
		t.Fatalf("%q", c.bodies)
	}
	r := c.seen[0]
	if r.URL.String() != "http://localhost:3000/hooks/reports?a=1" ||
		r.Header.Get(callback.TimestampHeader) != "1740716924" ||
		r.Header.Get(callback.SignatureHeader) != callback.Sign([]byte(odd), key) || r.Header.Get("X-Hop") != "" {
		t.Errorf("%s %v", r.URL, r.Header)
	}
	if len(b.list) != 4 || !b.list[0].Pending || b.list[2].Pending || b.list[2].ID != b.list[0].ID ||
		b.list[2].Forward.Status != 204 || b.list[2].Forward.Took != 40*time.Millisecond {
		t.Errorf("%+v", b.list)
	}
}

func TestWhatIsRefusedOrARepeatIsNotHandedOn(t *testing.T) {
	c := &carried{status: 200}
	b := forwarding(t, c)
	b.post(event, unsigned)
	b.post("1", nil)
	b.post("", nil)
	if len(c.bodies) > 0 {
		t.Errorf("%q", c.bodies)
	}
	b.post(event, nil)
	b.post(event, nil)
	if len(c.bodies) != 1 {
		t.Errorf("%d times", len(c.bodies))
	}
}

func TestTheReceiptTellsWhatTheTriesCost(t *testing.T) {
	b := forwarding(t, &carried{status: 500})
	if got := b.post(event, nil); got != 200 {
		t.Errorf("the sender waits for the other one: %d", got)
	}
	f := b.list[1].Forward
	if f == nil || f.Tries != 2 || f.Waited != deliver.FirstPause || f.Status != 500 {
		t.Errorf("%+v", f)
	}
}

func TestIfTooManyComeAtATimeTheSenderIsAskedToTryAgain(t *testing.T) {
	c := &carried{status: 200}
	b := forwarding(t, c)
	for range maxAtATime {
		b.slots <- struct{}{}
	}
	if got := b.post(event, nil); got != http.StatusServiceUnavailable {
		t.Errorf("%d", got)
	}
	<-b.slots
	if got := b.post(event, nil); got != 200 || len(c.bodies) != 1 {
		t.Errorf("the next try: %d, handed on %d times", got, len(c.bodies))
	}
}

// unread is a body that must not be read.
type unread struct{ t *testing.T }

func (u unread) Read([]byte) (int, error) {
	u.t.Error("it was read")
	return 0, io.EOF
}

func TestNothingIsReadOfABodyThatSaysItIsTooLarge(t *testing.T) {
	b := open(t, func(c *Config) { c.Bodies = true })
	got := b.post("", func(r *http.Request) {
		r.ContentLength, r.Body = callback.MaxBody+1, io.NopCloser(unread{t})
	})
	if got != http.StatusRequestEntityTooLarge || len(b.list) != 1 || b.list[0].Verdict != TooLarge {
		t.Errorf("%d %+v", got, b.list)
	}
}

func TestABodyOfTheGreatestSizeIsTaken(t *testing.T) {
	body := `{"eventId":"1"}`
	body += strings.Repeat(" ", callback.MaxBody-len(body))
	b := open(t, nil)
	if got := b.post(body, nil); got != http.StatusOK || b.list[0].Verdict != Good {
		t.Errorf("%d %+v", got, b.list)
	}
}
