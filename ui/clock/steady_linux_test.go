package clock_test

import (
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"klavilink/ui/clock"
)

// CLOCK_BOOTTIME counts the time in which the machine sleeps.
func TestTheSteadyClockCountsSleepOnLinux(t *testing.T) {
	boot := func() time.Duration {
		var ts unix.Timespec
		if err := unix.ClockGettime(unix.CLOCK_BOOTTIME, &ts); err != nil {
			t.Fatal(err)
		}
		return time.Duration(ts.Nano())
	}
	before := boot()
	got := clock.System{}.Steady()
	if after := boot(); got < before || got > after {
		t.Errorf("%v is not between %v and %v", got, before, after)
	}
}
