package klavi_test

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
)

func TestARefusalHasItsKindCodeFieldAndMessages(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		status     int
		kind       klavi.Kind
		code       int
		field      string
		messages   []string
	}{
		{
			"string", `{"statusCode":400,"error":"Bad Request","message":"Invalid phone"}`,
			400, klavi.KindInput, 0, "phone",
			[]string{"Invalid phone"},
		},
		{
			"array", `{"statusCode":400,"error":"Bad Request","message":["email must be an email","phone too short"]}`,
			400, klavi.KindInput, 0, "email",
			[]string{"email must be an email", "phone too short"},
		},
		{
			"array with oddities", `{"message":[1,{"a":2},"personalTaxId must be a string",null]}`,
			422, klavi.KindInput, 0, "personalTaxId",
			[]string{"personalTaxId must be a string"},
		},
		{"error alone", `{"error":"Conflict"}`, 409, klavi.KindInput, 0, "", []string{"Conflict"}},
		{
			"redirect key is not the redirect", `{"message":"appRedirectURLKey is missing"}`,
			400, klavi.KindInput, 0, "appRedirectURLKey",
			[]string{"appRedirectURLKey is missing"},
		},
		{
			"unauthorized", `{"statusCode":401,"error":"Unauthorized","message":"Token expired"}`,
			401, klavi.KindAuth, 0, "",
			[]string{"Token expired"},
		},
		{"forbidden", `{}`, 403, klavi.KindAuth, 0, "", nil},
		{
			"not found", `{"message":"Cannot POST /links"}`,
			404, klavi.KindProtocol, 0, "",
			[]string{"Cannot POST /links"},
		},
		{
			"consent limit", `{"statusCode":4003,"error":"x","message":"exceeds the limit"}`,
			416, klavi.KindBusiness, 4003, "",
			[]string{"exceeds the limit"},
		},
		{
			"institution", `{"statuscode":"4004","message":"outage"}`,
			416, klavi.KindBusiness, 4004, "institutionCode",
			[]string{"outage"},
		},
		{"callback", `{"statusCode":4006,"message":""}`, 416, klavi.KindBusiness, 4006, "productsCallbackURL", nil},
		{
			"code under another name", `{"statusCode":416,"code":4001,"message":"gone"}`,
			416, klavi.KindBusiness, 4001, "",
			[]string{"gone"},
		},
		{
			"a number that is no code", `{"statusCode":76109277673,"message":"x"}`,
			416, klavi.KindBusiness, 0, "",
			[]string{"x"},
		},
		{"rate", `{"message":"slow down"}`, 429, klavi.KindRate, 0, "", []string{"slow down"}},
		{
			"server", `{"message":"Internal server error"}`,
			500, klavi.KindServer, 0, "",
			[]string{"Internal server error"},
		},
		{"HTML of a proxy", "<html><h1>Bad Gateway</h1>", 502, klavi.KindServer, 0, "", nil},
		{"empty", "", 503, klavi.KindServer, 0, "", nil},
		{"JSON that is no object", `["x"]`, 400, klavi.KindInput, 0, "", nil},
		{"redirect", "", 302, klavi.KindProtocol, 0, "", nil},
	} {
		url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", "https://evil.example/")
			w.WriteHeader(tt.status)
			_, _ = io.WriteString(w, tt.body)
		})
		_, err := newClient(t, klavi.Config{BaseURL: url, AccessToken: "t"}).CreateLink(t.Context(), klavi.LinkRequest{})
		e := failure(t, err)
		if e.Kind != tt.kind || e.Status != tt.status || e.Code != tt.code || e.Field != tt.field ||
			!slices.Equal(e.Messages, tt.messages) || e.Unknown {
			t.Errorf("%s: %+v", tt.name, e)
		}
	}
}

func TestTheServersMessagesAreShortenedAndSafeToPrint(t *testing.T) {
	body := `{"message":["\u001b]0;x\u0007\u202e` + strings.Repeat("a", 1000) + `"` + strings.Repeat(`,"m"`, 50) + `]}`
	url := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(400); _, _ = io.WriteString(w, body) })
	_, err := newClient(t, klavi.Config{BaseURL: url, AccessToken: "t"}).CreateLink(t.Context(), klavi.LinkRequest{})
	e := failure(t, err)
	if len(e.Messages) != 8 || len([]rune(e.Messages[0])) != 300 || strings.ContainsAny(err.Error(), "\x1b\x07\u202e") {
		t.Errorf("%d messages, %q", len(e.Messages), e.Messages[0])
	}
}

func TestRetryAfterIsReadAsSecondsAndAsADate(t *testing.T) {
	now := newClock()
	for header, want := range map[string]time.Duration{
		"7": 7 * time.Second,
		now.Now().Add(time.Minute).Format(http.TimeFormat): time.Minute,
		"":          0,
		"-3":        0,
		"soon":      0,
		"999999999": time.Hour,
		now.Now().Add(-time.Minute).Format(http.TimeFormat): 0,
	} {
		url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", header)
			w.WriteHeader(429)
		})
		_, err := newClient(t, klavi.Config{BaseURL: url, AccessToken: "t", Now: now.Now}).
			CreateLink(t.Context(), klavi.LinkRequest{})
		if e := failure(t, err); e.Kind != klavi.KindRate || e.RetryAfter != want {
			t.Errorf("%q: %v, want %v", header, e.RetryAfter, want)
		}
	}
}
