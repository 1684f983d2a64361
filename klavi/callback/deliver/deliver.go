// Package deliver posts a callback as Klavi does: with a time limit, and again after a
// pause if the receiver does not answer with 2xx.
//
// Klavi's page of webhooks names the numbers: ten seconds, five retries, a pause of 250
// milliseconds that doubles, and three redirects.
package deliver

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// The numbers of Klavi's page.
const (
	Timeout    = 10 * time.Second // of one try
	Retries    = 5
	FirstPause = 250 * time.Millisecond
	redirects  = 3
)

// maxAnswer is how much of an answer is read, so that its connection can be used again.
const maxAnswer = 64 << 10

var errRedirects = errors.New("too many redirects")

// Sender posts callbacks. Transport and Steady must be set.
type Sender struct {
	// Transport carries the requests.
	Transport http.RoundTripper

	// Steady returns the time since some fixed moment.
	Steady func() time.Duration

	// Sleep waits for the pauses, unless the context ends first. Nil means the machine's
	// clock.
	Sleep func(ctx context.Context, d time.Duration) error

	// Tries is how often a callback is posted at most. Zero means one delivery and
	// [Retries].
	Tries int
}

// Post is a callback for an address.
type Post struct {
	URL    string
	Header http.Header
	Body   []byte
}

// Result says what became of a callback. It holds nothing of the body.
type Result struct {
	Status int           // of the last answer, or 0 if there was none
	Err    error         // why there was no answer, or nil
	Tries  int           // how often it was posted
	Took   time.Duration // how long the last try took
	Waited time.Duration // the pauses between the tries
}

// OK reports whether the receiver took the callback.
func (r Result) OK() bool { return r.Err == nil && r.Status/100 == 2 }

// Send posts a callback until the receiver answers with 2xx, the tries are used up or the
// context ends.
func (s Sender) Send(ctx context.Context, p Post) (r Result) {
	tries := s.Tries
	if tries == 0 {
		tries = 1 + Retries
	}
	for pause := FirstPause; ; pause *= 2 {
		r.Tries++
		begin := s.Steady()
		r.Status, r.Err = s.once(ctx, p)
		r.Took = s.Steady() - begin
		if r.OK() || r.Tries >= tries || s.sleep(ctx, pause) != nil {
			return r
		}
		r.Waited += pause
	}
}

// once posts a callback once and returns the status of the answer.
func (s Sender) once(ctx context.Context, p Post) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.URL, bytes.NewReader(p.Body))
	if err != nil {
		return 0, fmt.Errorf("post a callback: %w", err)
	}
	req.Header = p.Header.Clone()
	client := http.Client{Transport: s.Transport, CheckRedirect: func(_ *http.Request, via []*http.Request) error {
		if len(via) > redirects {
			return errRedirects
		}
		return nil
	}}
	resp, err := client.Do(req)
	if err != nil {
		return 0, fmt.Errorf("post a callback: %w", err)
	}
	_, _ = io.CopyN(io.Discard, resp.Body, maxAnswer)
	_ = resp.Body.Close()
	return resp.StatusCode, nil
}

func (s Sender) sleep(ctx context.Context, d time.Duration) error {
	if s.Sleep != nil {
		return s.Sleep(ctx, d)
	}
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return fmt.Errorf("wait: %w", ctx.Err())
	}
}
