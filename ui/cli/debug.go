package cli

import (
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"time"

	"klavilink/klavi"
	"klavilink/validate"
)

// openLog makes the log that --debug asks for: a file of the user's alone. It says
// what was asked of which endpoint, with what outcome, and which state the wizard
// went to. Values have types that redact themselves, queries of URLs are left
// out, and what is typed is never logged.
func (a *app) openLog() (closeLog func(), err error) {
	if a.debug == "" {
		return func() {}, nil
	}
	f, err := os.OpenFile(a.debug, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, usage(fmt.Sprintf(a.t.CLI.WriteFileF, validate.Harmless(a.debug, 200)))
	}
	a.log = slog.New(slog.NewJSONHandler(f, &slog.HandlerOptions{Level: slog.LevelDebug}))
	a.log.Info("start", "build", a.env.Build.String())
	return func() { _ = f.Close() }, nil
}

// logged notes every request. It goes around the transport, where errors do not
// quote URLs yet.
type logged struct {
	next http.RoundTripper
	log  *slog.Logger
}

// RoundTrip implements http.RoundTripper.
func (l logged) RoundTrip(r *http.Request) (*http.Response, error) {
	began := time.Now()
	resp, err := l.next.RoundTrip(r)
	attrs := []any{"method", r.Method, "host", r.URL.Host, "path", r.URL.Path, "ms", time.Since(began).Milliseconds()}
	if err != nil {
		l.log.Warn("request", append(attrs, "error", fmt.Sprintf("%T", err))...)
		return resp, err //nolint:wrapcheck // the client reads the transport's own errors
	}
	l.log.Debug("request", append(attrs, "status", resp.StatusCode)...)
	return resp, nil
}

// transport is what requests go through.
func (a *app) transport() http.RoundTripper {
	if a.log == nil {
		return a.env.Transport
	}
	next := a.env.Transport
	if next == nil {
		next = klavi.NewTransport()
	}
	return logged{next, a.log}
}
