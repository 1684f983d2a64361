package cli

import (
	"context"
	"net/http"
	"time"

	"klavilink/klavi"
)

// skew returns how far the machine's clock is ahead of the API's host. It reads the
// Date header of a request without credentials, and returns 0 if the host sends no
// date.
func (g gateway) skew(ctx context.Context, base string) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodHead, base, nil)
	if err != nil {
		return 0, unreachable(klavi.ErrBaseURL)
	}
	transport := g.transport
	if transport == nil {
		own := klavi.NewTransport()
		defer own.CloseIdleConnections()
		transport = own
	}
	asked := g.now()
	resp, err := transport.RoundTrip(r)
	if err != nil {
		return 0, unreachable(err)
	}
	_ = resp.Body.Close()
	there, err := http.ParseTime(resp.Header.Get("Date"))
	if err != nil {
		return 0, nil // the host sends no date
	}
	return asked.Sub(there), nil
}

// unreachable returns the error for a host that does not answer.
func unreachable(err error) error {
	return &klavi.Error{Op: "reach the API", Kind: klavi.KindNetwork, Err: err}
}
