package callback

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"klavilink/klavi"
)

const (
	key   klavi.Secret = "a-secret-key"
	event              = `{"eventId":"e-1","eventName":"consent_authorised",` +
		`"payload":{"personalTaxId":"52998224725","linkId":"l-1"}}`
)

// signed returns a request with a body and the signature of that body.
func signed(body string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
	r.Header.Set(SignatureHeader, Sign([]byte(body), key))
	return r
}

// with returns a change of a request to another signature.
func with(signature string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(SignatureHeader, signature) }
}

// reason returns the reason of an error, or 0.
func reason(err error) Reason {
	var e *Error
	if errors.As(err, &e) {
		return e.Reason
	}
	return 0
}

func TestACallbackIsRefusedForItsSignatureItsSizeOrItsForm(t *testing.T) {
	cut := func(r *http.Request) {
		r.Body = io.NopCloser(io.MultiReader(strings.NewReader(event[:9]), brokenReader{}))
	}
	for name, tt := range map[string]struct {
		body   string
		change func(*http.Request)
		want   Reason
	}{
		"good":             {event, func(*http.Request) {}, 0},
		"empty, a test":    {"", func(*http.Request) {}, 0},
		"unsigned":         {event, func(r *http.Request) { r.Header.Del(SignatureHeader) }, Unsigned},
		"of another key":   {event, with(Sign([]byte(event), "x")), Forged},
		"of another body":  {event, with(Sign([]byte("{}"), key)), Forged},
		"a short one":      {event, with(Sign(nil, key)[:62]), Malformed},
		"not hexadecimal":  {event, with(strings.Repeat("g", 64)), Malformed},
		"cut":              {event, cut, Cut},
		"10 MiB":           {`"` + strings.Repeat("x", 10<<20) + `"`, func(*http.Request) {}, TooLarge},
		"a text":           {`"x"`, func(*http.Request) {}, NotJSON},
		"null":             {`null`, func(*http.Request) {}, NotJSON},
		"half":             {event[:20], func(*http.Request) {}, NotJSON},
		"two objects":      {event + event, func(*http.Request) {}, NotJSON},
		"array of numbers": {`[1]`, func(*http.Request) {}, NotJSON},
		"1001 items":       {"[{}" + strings.Repeat(",{}", 1000) + "]", func(*http.Request) {}, TooLarge},
	} {
		r := signed(tt.body)
		tt.change(r)
		_, err := Read(r, key)
		if got := reason(err); got != tt.want || (err == nil) != (tt.want == 0) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
		if err != nil && strings.Contains(err.Error(), "52998224725") {
			t.Errorf("%s: the error has the customer's number: %v", name, err)
		}
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// An HMAC with an empty key is one that anybody can make.
func TestNothingIsVerifiedWithoutAKey(t *testing.T) {
	if _, err := Verify([]byte(event), Sign([]byte(event), ""), ""); reason(err) != NoKey {
		t.Errorf("%v", err)
	}
}

func TestEveryBitOfABodyAndOfItsSignatureCounts(t *testing.T) {
	sig := Sign([]byte(event), key)
	for i := range event {
		b := []byte(event)
		b[i] ^= 1
		if _, err := Verify(b, sig, key); reason(err) != Forged {
			t.Errorf("%s: %v", b, err)
		}
	}
	for i := range sig {
		digit, _ := strconv.ParseUint(sig[i:i+1], 16, 8)
		other := sig[:i] + strconv.FormatUint(digit^1, 16) + sig[i+1:]
		if _, err := Verify([]byte(event), other, key); reason(err) != Forged {
			t.Errorf("%s: %v", other, err)
		}
	}
}

// Whoever parses other bytes than those that were signed can be deceived: JavaScript takes
// the last of two members, and a decoder may take the first.
func TestTheItemsAreThoseOfTheBytesThatWereSigned(t *testing.T) {
	sent := `{ "eventId":"first", "eventId":"last" }`
	r := signed(`{"eventId":"last"}`)
	r.Body = io.NopCloser(strings.NewReader(sent))
	c, err := Read(r, key)
	if err != nil || string(c.Items[0].Body) != `{"eventId":"last"}` || string(c.Body) != sent {
		t.Errorf("%+v %v", c, err)
	}
}

func TestAnItemIsNamedByItsEventOrItsReport(t *testing.T) {
	report := `"productReportId":"r-1","productName":"pf_loans","links":[{"linkId":"l-2"}]`
	for body, want := range map[string]Item{
		event:                           {Key: "e-1", Name: "consent_authorised", LinkID: "l-1"},
		"[" + event + "]":               {Key: "e-1", Name: "consent_authorised", LinkID: "l-1"},
		`{"eventID":"e-2"}`:             {Key: "e-2"},
		`{"EVENTID":"e-3","eventid":1}`: {},
		`{"eventName":"app_loaded","payload":{}}`:                {Name: "app_loaded"},
		"{" + report + "}":                                       {Key: "r-1", Name: "pf_loans", LinkID: "l-2", Report: true},
		`{"report":{` + report + "}}":                            {Key: "r-1", Name: "pf_loans", LinkID: "l-2", Report: true},
		`{"data":{` + report + "}}":                              {Key: "r-1", Name: "pf_loans", LinkID: "l-2", Report: true},
		`{"eventId":1,"payload":[],"productReportId":"r"}`:       {Key: "r", Report: true},
		`{"eventId":"e","productReportId":"r","data":null}`:      {Key: "e"},
		`{"eventName":"n","productReportId":"r"}`:                {Name: "n"},
		`{"productName":"n"}`:                                    {},
		`{"productReportId":"r","links":[]}`:                     {Key: "r", Report: true},
		`{"productReportId":"r","data":{"productReportId":"s"}}`: {Key: "r", Report: true},
	} {
		items, err := Parse([]byte(body))
		if err != nil || len(items) != 1 {
			t.Errorf("%s: %v %v", body, items, err)
			continue
		}
		items[0].Body = nil
		if got := items[0]; got.Key != want.Key || got.Name != want.Name || got.LinkID != want.LinkID ||
			got.Report != want.Report {
			t.Errorf("%s: %+v, want %+v", body, got, want)
		}
	}
}

func TestAnArrayHasItsItemsInTheOrderOfTheBody(t *testing.T) {
	items, err := Parse([]byte(`[{"eventId":"2"},{"eventId":"1"},{"eventId":"2"}]`))
	var keys []string
	for _, i := range items {
		keys = append(keys, i.Key)
	}
	if err != nil || strings.Join(keys, " ") != "2 1 2" {
		t.Errorf("%v %v", keys, err)
	}
}

// Whoever sends a body decides how deep it is. It costs at most one copy for each level.
func TestADeepBodyIsNotWrittenAgain(t *testing.T) {
	for depth, want := range map[int]bool{64: true, 65: false, 9000: false} {
		body := bytes.Repeat([]byte("["), depth)
		body = append(append(body, `"[[[\"[[["`...), bytes.Repeat([]byte("]"), depth)...)
		if _, ok := stringify(body); ok != want {
			t.Errorf("%d levels: %v", depth, ok)
		}
	}
}

func TestAKeyIsARepeatUntilTenThousandOthersCame(t *testing.T) {
	var s Seen
	if s.Repeat("a") || !s.Repeat("a") || s.Repeat("") || s.Repeat("") {
		t.Error("a key is no repeat the first time, is one the second, and an empty one never is")
	}
	for i := range 10_000 - 1 {
		if s.Repeat(strconv.Itoa(i)) {
			t.Fatalf("%d is new", i)
		}
	}
	if !s.Repeat("a") || !s.Repeat("0") {
		t.Error("it forgot too early")
	}
	if s.Repeat("one more") || s.Repeat("a") || !s.Repeat("1") {
		t.Error("the oldest is forgotten, and only that one")
	}
	for i := range 10_000 {
		s.Repeat("later " + strconv.Itoa(i))
	}
	if !s.Repeat("later 0") || !s.Repeat("later 9999") || s.Repeat("one more") || len(s.keys) != 10_000 {
		t.Error("what came in place of the oldest is forgotten in its turn")
	}
}

func TestEveryReasonHasANameOfItsOwn(t *testing.T) {
	names := map[string]bool{}
	for r := NoKey; r <= NotJSON; r++ {
		names[(&Error{Op: "x", Reason: r, Err: io.EOF}).Error()] = true
	}
	if len(names) != int(NotJSON) || names["x: unknown"] || Reason(0).String() != "unknown" {
		t.Errorf("%v", names)
	}
	if !errors.Is(&Error{Err: io.EOF}, io.EOF) {
		t.Error("the cause is lost")
	}
}
