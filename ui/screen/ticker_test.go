package screen_test

import (
	"testing"
	"time"

	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func TestATickComesWithTheNextWholeSecondOfTheFirstCountdown(t *testing.T) {
	for _, tt := range []struct {
		name string
		left []time.Duration
		want time.Duration
	}{
		{"a whole second", []time.Duration{30 * time.Minute}, time.Second},
		{"a part of a second", []time.Duration{5*time.Second + 300*time.Millisecond}, 300 * time.Millisecond},
		{"the first of several", []time.Duration{time.Minute, 9*time.Second + 200, 700}, 200},
		{"over times are ignored", []time.Duration{0, -time.Millisecond, 2*time.Second + time.Nanosecond}, time.Nanosecond},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := fake.NewClock()
			var ticker screen.Ticker
			fake.Messages(ticker.Next(c, tt.left...))
			if in, ok := c.Next(); !ok || in != tt.want {
				t.Errorf("a tick in %v, want %v", in, tt.want)
			}
		})
	}
}

func TestNoTickComesOnceAllTimesAreOver(t *testing.T) {
	var ticker screen.Ticker
	for _, left := range [][]time.Duration{nil, {0}, {0, -time.Second}} {
		if ticker.Next(fake.NewClock(), left...) != nil {
			t.Errorf("%v ticks", left)
		}
	}
}

func TestATickIsOldOnceAnotherIsWaitedFor(t *testing.T) {
	c := fake.NewClock()
	var ticker screen.Ticker
	fake.Messages(ticker.Next(c, time.Minute))
	fake.Messages(ticker.Next(c, time.Minute))
	c.Advance(time.Second)
	due := c.Due()
	if len(due) != 2 || ticker.Ticked(due[0]) || !ticker.Ticked(due[1]) {
		t.Errorf("%d ticks, and not the last alone is waited for", len(due))
	}
}

func TestTickersDoNotTakeEachOthersTicks(t *testing.T) {
	c := fake.NewClock()
	var one, other screen.Ticker
	fake.Messages(one.Next(c, time.Minute))
	fake.Messages(other.Next(c, time.Minute+time.Millisecond))
	c.Advance(time.Second)
	due := c.Due()
	if other.Ticked(due[1]) || !one.Ticked(due[1]) || one.Ticked(due[0]) || !other.Ticked(due[0]) {
		t.Error("a ticker takes the tick of another")
	}
	if one.Ticked(nil) || one.Ticked(screen.Woken{}) {
		t.Error("any message is a tick")
	}
}
