package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"time"

	"klavilink/ui/cli/ownfile"
	"klavilink/ui/text"
	"klavilink/validate"
)

// openLog makes the file for --debug, with mode 0600. It follows no link and writes to no
// file that is there already, which others may read. It returns a nil log if name is empty.
// The log records each request's endpoint and outcome, and the wizard's states.
// It holds no secret and no customer's data: secret types redact themselves, URLs are
// logged without their queries, and what the user types is not logged.
func openLog(name string, build Build, t *text.CLI) (log *slog.Logger, closeLog func(), err error) {
	if name == "" {
		return nil, func() {}, nil
	}
	f, err := ownfile.Create(name)
	if errors.Is(err, fs.ErrExist) {
		return nil, nil, usage(fmt.Sprintf(t.LogExistsF, validate.Harmless(name, 200)))
	}
	if err != nil {
		return nil, nil, usage(fmt.Sprintf(t.WriteFileF, validate.Harmless(name, 200)))
	}
	log = slog.New(slog.NewJSONHandler(visibly{f}, &slog.HandlerOptions{Level: slog.LevelDebug}))
	log.Info("start", "build", build.String())
	return log, func() { _ = f.Close() }, nil
}

// logged is a transport that records every request. It logs only the type of an error,
// because the text may hold a secret.
type logged struct {
	next   http.RoundTripper
	log    *slog.Logger
	steady func() time.Duration // a clock that never goes back
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
