package cli

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// seer is an API that knows where customers are: by the token of a link, and by the
// query for consents. The value is a body, or an HTTP status if it is a number. It keeps
// what it was asked.
type seer struct {
	byToken, byQuery map[string]string

	mu    sync.Mutex
	asked []string
	times []time.Time
}

// RoundTrip implements http.RoundTripper.
func (s *seer) RoundTrip(r *http.Request) (*http.Response, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	body := "[]"
	switch {
	case strings.HasSuffix(r.URL.Path, "/links/institutions/status"):
		token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		s.note("token " + token)
		body = s.byToken[token]
	case strings.HasSuffix(r.URL.Path, "/consents"):
		s.note("consents " + r.URL.RawQuery)
		body = s.byQuery[r.URL.RawQuery]
	default:
		s.note(r.Method + " " + r.URL.Path)
	}
	status := http.StatusOK
	if n, err := fmt.Sscan(body, &status); n == 1 && err == nil {
		body = `{"statusCode":0,"message":"no"}`
	}
	if body == "" {
		body = "[]"
	}
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}, nil
}

// note keeps a question and its time.
func (s *seer) note(question string) {
	s.asked = append(s.asked, question)
	s.times = append(s.times, time.Now())
}

// env returns an environment that asks the API.
func (s *seer) env() Env {
	return Env{Transport: s, Getenv: getenv("KLAVI_ACCESS_TOKEN", "partner")}
}

// result is a line of create --json for a link that is good for half an hour from noon.
func result(id, token string) string {
	return fmt.Sprintf(`{"index":0,"linkId":%q,"linkURL":"https://conecte.klavi.ai/x","linkToken":%q,`+
		`"expiresAt":"2026-11-23T12:30:00Z","environment":"sandbox"}`+"\n", id, token)
}

// at is the state of a customer at Itaú, as the token of a link shows it.
func atItau(state string) string {
	return fmt.Sprintf(`[{"institutionCode":"341","name":"Itaú","status":%q}]`, state)
}

// untouched is an API that nobody may ask.
func untouched(t *testing.T) *recorder {
	return &recorder{answer: func(r *http.Request) (*http.Response, error) {
		t.Errorf("a request to %s", r.URL.Path)
		return nil, io.EOF
	}}
}
