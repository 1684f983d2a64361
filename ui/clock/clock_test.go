package clock_test

import (
	"testing"
	"testing/synctest"
	"time"

	"klavilink/ui/clock"
)

var _ clock.Clock = clock.System{}

// moved reads the steady clock until it has moved.
func moved(t *testing.T, c clock.Clock, from time.Duration) time.Duration {
	t.Helper()
	for began := time.Now(); time.Since(began) < 10*time.Second; {
		if now := c.Steady(); now != from {
			return now
		}
	}
	t.Fatalf("the steady clock stands at %v", from)
	return 0
}

func TestTheSteadyClockOnlyMovesForward(t *testing.T) {
	c := clock.System{}
	last := c.Steady()
	if last < 0 {
		t.Errorf("it starts at %v", last)
	}
	for range 1000 {
		now := moved(t, c, last)
		if now < last {
			t.Fatalf("%v came after %v", now, last)
		}
		last = now
	}
}

func TestTheSteadyClockIsAsFastAsTheWallClock(t *testing.T) {
	const slack = time.Millisecond // of a coarse clock
	c := clock.System{}
	outer := time.Now()
	begin := c.Steady()
	inner := time.Now()
	for last := begin; time.Since(inner) < 20*time.Millisecond; {
		last = moved(t, c, last)
	}
	least := time.Since(inner)
	counted := c.Steady() - begin
	most := time.Since(outer)
	if counted < least-slack || counted > most+slack {
		t.Errorf("it counted %v in %v to %v", counted, least, most)
	}
}

func TestNowIsTheWallClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		if got, want := (clock.System{}).Now(), time.Now(); !got.Equal(want) {
			t.Errorf("%v instead of %v", got, want)
		}
	})
}

// The bubble of package synctest passes the time as soon as everything waits.
func TestAfterAnswersWhenTheTimeHasPassedSinceItsCall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asked := time.Now()
		cmd := clock.System{}.After(time.Hour, "due")
		<-time.After(10 * time.Minute) // the command is started late
		if msg := cmd(); msg != "due" {
			t.Errorf("%v", msg)
		}
		if waited := time.Since(asked); waited != time.Hour {
			t.Errorf("waited for %v", waited)
		}
	})
}

func TestAfterMayAnswerNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		if msg := (clock.System{}).After(time.Second, nil)(); msg != nil {
			t.Errorf("%v", msg)
		}
	})
}
