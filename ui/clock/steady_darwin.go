package clock

import "golang.org/x/sys/unix"

// bootClock counts while the machine sleeps: on macOS CLOCK_MONOTONIC does, unlike
// on Linux. See clock_gettime(3).
const bootClock = unix.CLOCK_MONOTONIC
