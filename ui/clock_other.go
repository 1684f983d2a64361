//go:build !linux && !darwin

package ui

import "time"

// steady is Go's monotonic clock, which on Windows counts sleep
// (QueryPerformanceCounter and the interrupt time do).
func steady() time.Duration { return time.Since(start) }

var start = time.Now()
