package klavi_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
	"unicode"

	"klavilink/klavi"
	"klavilink/validate"
)

// answering is a transport that gives the same answer to every request except the
// authentication. If its header has the field Fuzz-Auth, that gets the answer too.
type answering struct {
	status int
	body   string
	header http.Header
}

func (a *answering) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	if strings.HasSuffix(r.URL.Path, "/auth") && a.header.Get("Fuzz-Auth") == "" {
		_, _ = w.WriteString(goodToken)
		return w.Result(), nil
	}
	w.WriteHeader(a.status)
	_, _ = w.WriteString(a.body)
	return w.Result(), nil
}

// FuzzResponses gives the client arbitrary answers at every endpoint. The client must
// return a [klavi.Error] or values that are safe to print on a terminal. The URL of
// a link must be absolute and secure.
func FuzzResponses(f *testing.F) {
	for _, body := range []string{
		goodToken, goodLink,
		`[{"institutionCode":"260","name":"Nubank","status":"AUTHORISED"}]`,
		`[{"institutionCode":"341","name":"Ita\u00fa","isOutage":true,"institutionType":1}]`,
		`[{"consentId":"c","linkId":"l","status":"awaiting_authorization",` +
			`"expireAt":"2027-01-01T00:00:00Z","permissionsGranted":["A"]}]`,
		`{"statusCode":4003,"message":["a","\u001b[2J"]}`,
		`{"linkId":"\u001b]0;x\u0007","linkURL":"https://a.b/?\u202e","expireIn":"1800"}`,
		`{"linkURL":"https://a.b/","expireIn":1e99}`,
		"", "[", "null", `[null]`, `{"expireIn":-1}`,
	} {
		for _, status := range []int{200, 400, 416} {
			f.Add(body, status, uint8(len(body)))
		}
	}
	f.Fuzz(func(t *testing.T, body string, status int, endpoint uint8) {
		if status < 200 || status > 599 {
			return
		}
		transport := &answering{status: status, body: body, header: http.Header{}}
		if endpoint%5 == 4 {
			transport.header.Set("Fuzz-Auth", "1")
		}
		client, err := klavi.New(klavi.Config{
			BaseURL:   "https://api.example",
			AccessKey: "a", SecretKey: "s",
			Transport: transport, Sleep: (&waits{}).sleep,
		})
		if err != nil {
			t.Fatal(err)
		}
		harmless := func(what string, texts ...string) {
			t.Helper()
			for _, s := range texts {
				if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == '\u202e' }) {
					t.Errorf("%s: %q", what, s)
				}
			}
		}
		switch endpoint % 5 {
		case 0, 4:
			var link klavi.Link
			link, err = client.CreateLink(t.Context(), klavi.LinkRequest{})
			if err == nil {
				u, p := validate.CheckWebURL(link.URL.Reveal())
				if !p.OK() || !u.Secure() || link.ExpireIn <= 0 || link.ExpireIn > 100*365*24*time.Hour {
					t.Errorf("%q for %v", link.URL.Reveal(), link.ExpireIn)
				}
				harmless("URL", link.URL.Reveal())
			}
		case 1:
			var list []klavi.Institution
			list, err = client.Institutions(t.Context(), "t")
			for _, i := range list {
				harmless("name", i.Name)
			}
		case 2:
			var list []klavi.InstitutionStatus
			list, err = client.InstitutionStatuses(t.Context(), "t")
			for _, i := range list {
				harmless("name", i.Name)
				_ = i.Status.Final()
			}
		case 3:
			_, err = client.Consents(t.Context(), "52998224725", "")
		}
		var e *klavi.Error
		if err != nil {
			if !errors.As(err, &e) {
				t.Fatalf("%T", err)
			}
			harmless("message", e.Messages...)
		}
	})
}
