package cli

import (
	"context"
	"os"
	"os/signal"
	"slices"
	"sync/atomic"
	"syscall"
)

// Signals returns a context that ends when a signal asks the process to end, and a
// function that turns the exit status of [Run] into the one of the process. INT, TERM
// and HUP leave it as it is, because Run returns [ExitAbandoned] then. Any other signal
// gives 128 and its number, as a shell does.
//
// A second signal ends the process at once, as if nothing had caught it. A signal that
// was ignored when the process started stays ignored, as nohup wants it.
func Signals(parent context.Context) (ctx context.Context, status func(int) int) {
	ctx, cancel := context.WithCancel(parent)
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, slices.DeleteFunc(endingSignals(), signal.Ignored)...)
	var last atomic.Int32
	go func() {
		defer cancel()
		select {
		case s := <-caught:
			signal.Stop(caught)
			if n, ok := s.(syscall.Signal); ok {
				last.Store(int32(n)) //nolint:gosec // signals have small numbers
			}
		case <-parent.Done():
		}
	}()
	return ctx, func(code int) int {
		switch s := syscall.Signal(last.Load()); s {
		case 0, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP:
			return code
		default:
			return 128 + int(s)
		}
	}
}
