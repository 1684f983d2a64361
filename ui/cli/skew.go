package cli

import (
	"context"
	"net/http"
	"time"

	"klavilink/klavi"
)

// skew asks the API's host for the time of day, without any credentials, and gives
// how far the machine's clock is ahead. A host that does not say agrees.
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
		return 0, nil // the host does not say
	}
	return asked.Sub(there), nil
}

// unreachable says that a host does not answer.
func unreachable(err error) error {
	return &klavi.Error{Op: "reach the API", Kind: klavi.KindNetwork, Err: err}
}
