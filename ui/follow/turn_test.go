package follow_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/follow"
)

// many makes links and follows them. Their list of institutions is fetched already.
func (b *bench) many(n int) []*desk.Link {
	b.desk.Institutions.Claim()
	var links []*desk.Link
	for i := range n {
		l := b.desk.Add(klavi.Link{ID: fmt.Sprint("id-", i), ExpireIn: 30 * time.Minute}, b.clock.steady, "")
		b.run(b.Start(l))
		links = append(links, l)
	}
	return links
}

// pass lets time pass, and takes every wait that ends meanwhile. It returns the times
// of the looks.
func (b *bench) pass(d time.Duration) (looks []time.Duration) {
	type due struct {
		at  time.Duration
		msg tea.Msg
	}
	var waiting []due
	collect := func() {
		for _, w := range b.clock.waits {
			waiting = append(waiting, due{b.clock.steady + w.d, w.msg})
		}
		b.clock.waits = nil
	}
	collect()
	for end := b.clock.steady + d; ; {
		first := -1
		for i, w := range waiting {
			if w.at <= end && (first < 0 || w.at < waiting[first].at) {
				first = i
			}
		}
		if first < 0 {
			b.clock.steady = end
			b.clock.waits = nil
			for _, w := range waiting {
				b.clock.waits = append(b.clock.waits, wait{w.at - end, w.msg})
			}
			return looks
		}
		b.clock.steady = waiting[first].at
		msg := waiting[first].msg
		waiting = append(waiting[:first], waiting[first+1:]...)
		before := b.api.looks
		b.run(b.Update(msg))
		for range b.api.looks - before {
			looks = append(looks, b.clock.steady)
		}
		collect()
	}
}

func TestManyLinksAreLookedAtOnceASecondTogether(t *testing.T) {
	for _, n := range []int{2, 10, 30} {
		b := newFollower(false)
		links := b.many(n)
		b.run(b.Show(links[n-1]))
		looks := b.pass(time.Minute)
		for i := 1; i < len(looks); i++ {
			if gap := looks[i] - looks[i-1]; gap < time.Second {
				t.Errorf("%d links: two looks within %v", n, gap)
			}
		}
		if len(looks) < 30 {
			t.Errorf("%d links: %d looks in a minute", n, len(looks))
		}
		if waits := len(b.clock.waits); waits > n+2 {
			t.Errorf("%d links: %d waits at once", n, waits)
		}
	}
}

func TestTheLinkOnTheScreenDoesNotWaitForItsTurn(t *testing.T) {
	b := newFollower(false)
	links := b.many(30)
	b.pass(3 * time.Second)
	if cmd := b.Show(links[20]); cmd != nil {
		t.Error("a second look within the second")
	}
	b.api.statuses = []klavi.InstitutionStatus{{Code: "260", Status: klavi.Started}}
	b.pass(time.Second)
	if links[20].Standing() != klavi.Started {
		t.Error("the link on the screen waits for others")
	}
}

func TestNoLinkIsLookedAtWhileTheAPIWantsToBeLeftAlone(t *testing.T) {
	b := newFollower(false)
	links := b.many(5)
	b.run(b.Show(links[0]))
	b.api.err = &klavi.Error{Kind: klavi.KindRate, Status: 429, RetryAfter: 20 * time.Second}
	b.pass(3 * time.Second)
	b.api.err = nil
	if looks := b.pass(19 * time.Second); len(looks) > 0 {
		t.Errorf("looks at %v", looks)
	}
	if looks := b.pass(3 * time.Second); len(looks) != 3 {
		t.Errorf("looks at %v after the pause, want 3", looks)
	}
}

// The answer is late, but it says that the API wants to be left alone.
func TestARefusalOfAnOldLookHoldsAllLooksToo(t *testing.T) {
	b := newFollower(false)
	l := b.many(1)[0]
	old := b.desk.LookNow(l)
	last := b.desk.LookNow(l)
	refused := &klavi.Error{Kind: klavi.KindRate, Status: 429}
	b.run(b.Update(follow.StatusReceived{Sight: desk.Sight{Look: old, Err: refused}}))
	b.clock.waits = nil
	b.Update(follow.PollDue{Look: last})
	if waits := b.pauses(); len(waits) != 1 || waits[0] != 5*time.Second {
		t.Errorf("waits for %v", waits)
	}
}

func TestAnotherFailureHoldsNoOtherLink(t *testing.T) {
	b := newFollower(false)
	b.many(2)
	b.api.err = errors.New("no network")
	if looks := b.pass(4 * time.Second); len(looks) != 2 {
		t.Errorf("looks at %v", looks)
	}
}

// The wait for a turn is lost while the program is suspended.
func TestALostWaitForATurnDoesNotEndTheLooks(t *testing.T) {
	b := newFollower(false)
	links := b.many(3)
	b.pass(3 * time.Second)
	b.clock.waits = nil
	b.clock.steady += time.Minute
	b.run(b.Show(links[0]))
	b.run(b.Update(follow.PollDue{Look: b.desk.LookNow(links[1])}))
	if looks := b.pass(5 * time.Second); len(looks) < 2 {
		t.Errorf("looks at %v", looks)
	}
}

func TestALookThatWasReplacedWhileItWaitedIsNotMade(t *testing.T) {
	b := newFollower(false)
	links := b.many(2)
	b.pass(3 * time.Second) // One had its turn, the other waits.
	asked := b.api.looks
	for _, l := range links {
		b.desk.LookNow(l)
	}
	b.pass(2 * time.Second)
	if b.api.looks != asked {
		t.Errorf("%d old looks were made", b.api.looks-asked)
	}
}

func TestOneWaitForATurnIsEnough(t *testing.T) {
	b := newFollower(false)
	links := b.many(3)
	b.pass(3 * time.Second) // One had its turn, the others wait.
	waits := len(b.clock.waits)
	for range 5 {
		b.run(b.Show(links[2]))
		b.run(b.Show(nil))
	}
	if got := len(b.clock.waits); got != waits {
		t.Errorf("%d waits became %d", waits, got)
	}
}

// A timer may be a little ahead of the clock.
func TestAWaitForATurnThatEndsEarlyGoesOn(t *testing.T) {
	b := newFollower(false)
	b.many(2)
	b.pass(3 * time.Second)
	for i, w := range b.clock.waits {
		if _, ok := w.msg.(follow.TurnDue); ok {
			b.clock.waits = append(b.clock.waits[:i], b.clock.waits[i+1:]...)
			b.run(b.Update(w.msg))
			break
		}
	}
	if looks := b.pass(2 * time.Second); len(looks) == 0 {
		t.Error("the link that waits is never looked at")
	}
}
