package klavi

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// The client repeats a call only if that does no harm. This is so if the call
// changes nothing, if the server refused it without processing it (429), or if
// there was no connection. The client does not repeat a POST /links with an unknown
// result, because that could make two links. It reports the case in Error.Unknown.
const (
	maxAttempts = 3

	// firstBackoff is the longest first wait. It doubles with each attempt, and
	// half of it is random.
	firstBackoff = 250 * time.Millisecond

	// maxRetryAfter is the longest Retry-After that the client waits for. A user
	// does not want to wait longer.
	maxRetryAfter = 5 * time.Second
)

// do sends k, and repeats it if it may. If the call succeeds, it decodes the answer
// into out.
func (c *Client) do(ctx context.Context, k call, out any) error {
	for n := 1; ; n++ {
		err := c.once(ctx, k, out)
		wait, again := c.mayRepeat(k, err, n)
		if !again || c.sleep(ctx, wait) != nil {
			return err
		}
	}
}

// mayRepeat reports whether the client may send k again after its n-th failure, and
// returns the wait before that.
func (c *Client) mayRepeat(k call, err error, n int) (time.Duration, bool) {
	var e *Error
	if !errors.As(err, &e) || n >= maxAttempts || k.noRetry || e.Canceled() || e.Timeout() {
		return 0, false
	}
	safe := k.method == http.MethodGet || k.path == authPath
	wait := firstBackoff << (n - 1)
	wait = wait/2 + time.Duration(float64(wait/2)*c.chance())
	switch {
	case e.Kind == KindRate && e.RetryAfter > 0:
		return e.RetryAfter, e.RetryAfter <= maxRetryAfter
	case e.Kind == KindNetwork && !e.Unknown:
		return wait, true
	default:
		return wait, safe && (e.Kind == KindNetwork || e.Kind == KindServer || e.Kind == KindRate)
	}
}

// sleepFor waits for d. If ctx ends first, it returns the error of ctx.
func sleepFor(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return fmt.Errorf("wait: %w", ctx.Err())
	}
}
