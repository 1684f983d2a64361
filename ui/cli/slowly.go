package cli

import (
	"context"
	"io"
	"net/http"
	"time"
)

const (
	slowParts = 15 // of a body that is sent slowly
	slowPause = time.Second
)

// slowly is a transport that sends a body in parts, with a pause before each.
type slowly struct {
	next  http.RoundTripper
	sleep func(context.Context, time.Duration) error
}

// RoundTrip implements http.RoundTripper.
func (s slowly) RoundTrip(r *http.Request) (*http.Response, error) {
	again := r.Clone(r.Context())
	part := max(r.ContentLength/slowParts, 1)
	again.Body = &drip{ReadCloser: r.Body, ctx: r.Context(), sleep: s.sleep, part: part}
	return s.next.RoundTrip(again) //nolint:wrapcheck // the sender wraps the transport's own errors
}

// drip is a body that comes in parts.
type drip struct {
	io.ReadCloser

	ctx   context.Context
	sleep func(context.Context, time.Duration) error
	part  int64
}

// Read implements io.Reader.
func (d *drip) Read(p []byte) (int, error) {
	if err := d.sleep(d.ctx, slowPause); err != nil {
		return 0, err
	}
	return d.ReadCloser.Read(p[:min(int64(len(p)), d.part)]) //nolint:wrapcheck // a Reader returns the error below it
}
