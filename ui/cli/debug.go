package cli

import (
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"time"

	"klavilink/ui/text"
	"klavilink/validate"
)

// openLog makes the log that --debug asks for: a file of the user's alone. Without
// a name there is no log. The log says what the program asks of which endpoint,
// with what outcome, and which state the wizard goes to. Values have types that
// redact themselves, URLs lose their queries, and the log never hears what the
// user types.
func openLog(name string, build Build, t *text.CLI) (log *slog.Logger, closeLog func(), err error) {
	if name == "" {
		return nil, func() {}, nil
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, nil, usage(fmt.Sprintf(t.WriteFileF, validate.Harmless(name, 200)))
	}
	log = slog.New(slog.NewJSONHandler(f, &slog.HandlerOptions{Level: slog.LevelDebug}))
	log.Info("start", "build", build.String())
	return log, func() { _ = f.Close() }, nil
}

// logged notes every request. It goes around the transport, where errors do not
// quote URLs yet.
type logged struct {
	next   http.RoundTripper
	log    *slog.Logger
	steady func() time.Duration
}

// RoundTrip implements http.RoundTripper.
func (l logged) RoundTrip(r *http.Request) (*http.Response, error) {
	began := l.steady()
	resp, err := l.next.RoundTrip(r)
	took := (l.steady() - began).Milliseconds()
	attrs := []any{"method", r.Method, "host", r.URL.Host, "path", r.URL.Path, "ms", took}
	if err != nil {
		l.log.Warn("request", append(attrs, "error", fmt.Sprintf("%T", err))...)
		return resp, err //nolint:wrapcheck // the client reads the transport's own errors
	}
	l.log.Debug("request", append(attrs, "status", resp.StatusCode)...)
	return resp, nil
}
