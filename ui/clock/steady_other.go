//go:build !linux && !darwin

package clock

import "time"

// start is the moment from which steady counts.
var start = time.Now()

// steady is the monotonic clock of Go. It counts while Windows sleeps, because
// QueryPerformanceCounter and the interrupt time do.
func steady() time.Duration { return time.Since(start) }
