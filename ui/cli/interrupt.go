package cli

import (
	"context"
	"io"
)

// within calls f, which may block for ever, and returns what it returns. If the context
// ends first, within returns its error and leaves f to itself. The process ends soon
// after that.
func within[T any](ctx context.Context, f func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	var none T
	if err := ctx.Err(); err != nil {
		return none, err //nolint:wrapcheck // the caller asks the context
	}
	done := make(chan result, 1)
	go func() {
		v, err := f()
		done <- result{v, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		return none, ctx.Err() //nolint:wrapcheck // the caller asks the context
	}
}

// interruptible is a reader whose reads end with a context. Nothing may read from the
// reader below it afterwards.
type interruptible struct {
	ctx  context.Context
	from io.Reader
}

// Read implements io.Reader. It reads into a buffer of its own, because a read that was
// left to itself may still write to it.
func (r interruptible) Read(p []byte) (int, error) {
	own, err := within(r.ctx, func() ([]byte, error) {
		b := make([]byte, min(len(p), 64<<10))
		n, err := r.from.Read(b)
		return b[:n], err //nolint:wrapcheck // a Reader returns the error of the reader below it
	})
	return copy(p, own), err
}
