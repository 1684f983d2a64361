package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"klavilink/ui/text"
)

// failing is a transport that fails with an error that holds a secret.
type failing struct{}

func (failing) RoundTrip(*http.Request) (*http.Response, error) { return nil, errors.New("secret") }

func TestTheLogHoldsNoCharacterThatSteersATerminal(t *testing.T) {
	const words = "\u009b31m\u202e\u007fItaú"
	name := filepath.Join(t.TempDir(), "log.json")
	log, closeLog, err := openLog(name, Build{}, &text.For(text.English).CLI)
	if err != nil {
		t.Fatal(err)
	}
	log.Info("status", "institution", words)
	closeLog()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	_, last, _ := bytes.Cut(b, []byte("\n"))
	var line map[string]any
	if err := json.Unmarshal(last, &line); err != nil || line["institution"] != words {
		t.Errorf("%v %q", err, line)
	}
	if bytes.ContainsAny(b, "\u009b\u202e\u007f") {
		t.Errorf("%q", b)
	}
}

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
