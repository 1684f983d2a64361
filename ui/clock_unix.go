//go:build linux || darwin

package ui

import (
	"time"

	"golang.org/x/sys/unix"
)

// steady reads a clock that counts sleep. Go's own monotonic reading stops while
// a laptop is closed, on Linux (CLOCK_MONOTONIC) and on macOS
// (mach_absolute_time).
func steady() time.Duration {
	var ts unix.Timespec
	if err := unix.ClockGettime(bootClock, &ts); err != nil {
		return time.Since(start)
	}
	return time.Duration(ts.Nano())
}

var start = time.Now()
