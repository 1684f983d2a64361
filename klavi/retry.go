package klavi

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// A call is repeated only where that does no harm: where it asks and changes
// nothing, where the server refused it unread (429), or where no connection came
// about. A POST /links whose fate is unknown is never repeated: there might be two
// links, and the caller is told (Error.Unknown).
const (
	attempts     = 3
	firstBackoff = 250 * time.Millisecond // doubled each time; the half of it is chance

	// mostPatience is the longest Retry-After that is waited for: somebody sits
	// before the screen.
	mostPatience = 5 * time.Second
)

// do sends k, if need be more than once, and decodes a success into out.
func (c *Client) do(ctx context.Context, k call, out any) error {
	for n := 1; ; n++ {
		err := c.once(ctx, k, out)
		wait, again := c.again(k, err, n)
		if !again || c.sleep(ctx, wait) != nil {
			return err
		}
	}
}

// again tells whether k may be sent once more after its n-th failure, and when.
func (c *Client) again(k call, err error, n int) (time.Duration, bool) {
	var e *Error
	if !errors.As(err, &e) || n >= attempts || k.single || e.Canceled() || e.Timeout() {
		return 0, false
	}
	safe := k.method == http.MethodGet || k.path == authPath
	wait := firstBackoff << (n - 1)
	wait = wait/2 + time.Duration(float64(wait/2)*c.chance())
	switch {
	case e.Kind == KindRate && e.RetryAfter > 0:
		return e.RetryAfter, e.RetryAfter <= mostPatience
	case e.Kind == KindNetwork && e.Status == 0 && !e.Unknown:
		return wait, true
	default:
		return wait, safe && (e.Kind == KindNetwork || e.Kind == KindServer || e.Kind == KindRate)
	}
}

// sleepFor waits, or gives the context's error where that ends first.
func sleepFor(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("wait: %w", ctx.Err())
	}
}
