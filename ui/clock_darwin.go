package ui

import "golang.org/x/sys/unix"

// On macOS CLOCK_MONOTONIC counts sleep, unlike Linux's (clock_gettime(3)).
const bootClock = unix.CLOCK_MONOTONIC
