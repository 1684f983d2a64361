package cli

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// drinking is a transport that reads the body of what it carries.
type drinking struct{ body *string }

func (c drinking) RoundTrip(r *http.Request) (*http.Response, error) {
	b, err := io.ReadAll(r.Body)
	*c.body = string(b)
	return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody, Request: r}, err
}

func TestASlowBodyComesWholeInPartsASecondApart(t *testing.T) {
	var got string
	var waited time.Duration
	s := slowly{drinking{&got}, func(_ context.Context, d time.Duration) error {
		waited += d
		return nil
	}}
	body := strings.Repeat("0123456789", 30)
	r, err := http.NewRequest(http.MethodPost, "http://127.0.0.1", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	// One more read finds the end of the body.
	if _, err := s.RoundTrip(r); err != nil || got != body || waited != (slowParts+1)*slowPause {
		t.Errorf("%v, %d of %d bytes in %v", err, len(got), len(body), waited)
	}
}

func TestASlowBodyEndsWithItsRequest(t *testing.T) {
	var got string
	s := slowly{drinking{&got}, func(context.Context, time.Duration) error { return context.Canceled }}
	r, err := http.NewRequest(http.MethodPost, "http://127.0.0.1", strings.NewReader("body"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.RoundTrip(r); err == nil || got != "" {
		t.Errorf("%v %q", err, got)
	}
}
