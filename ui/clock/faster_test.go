package clock

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// hand is a clock that a test moves. It keeps the waits that it was asked for.
type hand struct {
	at    time.Duration
	waits *[]time.Duration
}

func (h *hand) Now() time.Time        { return time.Unix(1000, 0).Add(h.at) }
func (h *hand) Steady() time.Duration { return time.Hour + h.at }
func (h *hand) After(d time.Duration, _ tea.Msg) tea.Cmd {
	*h.waits = append(*h.waits, d)
	return nil
}

func TestAFasterClockBeginsWithTheTimeOfTheOtherAndRunsAhead(t *testing.T) {
	var waits []time.Duration
	h := &hand{at: time.Minute, waits: &waits}
	f := Faster(h, 60)
	if !f.Now().Equal(h.Now()) || f.Steady() != h.Steady() {
		t.Errorf("it begins at %v and %v", f.Now(), f.Steady())
	}
	h.at += time.Second
	if got := f.Now().Sub(time.Unix(1000, 0)); got != 2*time.Minute || f.Steady() != time.Hour+2*time.Minute {
		t.Errorf("a second later it is at %v and %v", got, f.Steady())
	}
	f.After(time.Minute, nil)
	if len(waits) != 1 || waits[0] != time.Second {
		t.Errorf("a minute takes %v", waits)
	}
}

func TestTheRealTimeOfAFasterClockIsShorter(t *testing.T) {
	h := &hand{}
	for c, want := range map[Clock]time.Duration{
		h: time.Minute, Faster(h, 60): time.Second, Faster(Faster(h, 60), 2): 500 * time.Millisecond,
	} {
		if got := Real(c, time.Minute); got != want {
			t.Errorf("%v, want %v", got, want)
		}
	}
}
