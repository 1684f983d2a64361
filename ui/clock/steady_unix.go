//go:build linux || darwin

package clock

import (
	"time"

	"golang.org/x/sys/unix"
)

// start is the moment from which steady counts if the system gives no time.
var start = time.Now()

// steady reads a clock that counts while the machine sleeps. The monotonic
// reading of Go stops while a laptop is closed: it is CLOCK_MONOTONIC on Linux and
// mach_absolute_time on macOS.
func steady() time.Duration {
	var ts unix.Timespec
	if err := unix.ClockGettime(bootClock, &ts); err != nil {
		return time.Since(start)
	}
	return time.Duration(ts.Nano())
}
