package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"testing"
	"time"
)

// failing is a transport that fails with an error that holds a secret.
type failing struct{}

func (failing) RoundTrip(*http.Request) (*http.Response, error) { return nil, errors.New("secret") }

func TestTheLogUsesTheGivenClockAndQuotesNoError(t *testing.T) {
	var b bytes.Buffer
	elapsed := []time.Duration{time.Hour, time.Hour + 250*time.Millisecond}
	l := logged{failing{}, slog.New(slog.NewJSONHandler(&b, nil)), func() time.Duration {
		d := elapsed[0]
		elapsed = elapsed[1:]
		return d
	}}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://klavi.example/links?v=secret", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.RoundTrip(r); err == nil {
		t.Error("the error is lost")
	}
	var line map[string]any
	if err := json.Unmarshal(b.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	if line["ms"] != 250.0 || line["path"] != "/links" || bytes.Contains(b.Bytes(), []byte("secret")) {
		t.Errorf("%s", b.Bytes())
	}
}
