package ui_test

import (
	"slices"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui"
)

// clock is a wall clock and a steady one that move when a test says so.
type clock struct {
	mu      sync.Mutex
	more    *sync.Cond // something is waited for
	wall    time.Time
	steady  time.Duration
	waiting []wait

	// byHand makes a command that waits give nothing as long as its time has not
	// come, so that a test can run it by hand, and again later.
	byHand bool

	ended bool // nothing waits any more
}

type wait struct {
	until time.Duration
	done  chan struct{}
	look  bool // for the time of a look at a link
}

// brasilia is the zone of the agents of these tests. It is not the zone of the
// clock.
func brasilia() *time.Location { return time.FixedZone("", -3*60*60) }

// newClock makes a clock that shows 14:00 in the zone of the agents. It tells the time
// in UTC, so that a view that forgets the zone shows another hour.
func newClock() *clock {
	c := &clock{wall: time.Date(2026, 11, 23, 14, 0, 0, 0, brasilia()).UTC()}
	c.more = sync.NewCond(&c.mu)
	return c
}

// looks counts the looks at links that are waited for.
func (c *clock) looks() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.countLooks()
}

func (c *clock) countLooks() (n int) {
	for _, w := range c.waiting {
		if w.look {
			n++
		}
	}
	return n
}

// waits reports whether something is waited for that is due in exactly so long.
func (c *clock) waits(d time.Duration) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.ContainsFunc(c.waiting, func(w wait) bool { return w.until == c.steady+d })
}

// awaitDue waits until something is waited for that is due in exactly so long.
func (c *clock) awaitDue(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for !slices.ContainsFunc(c.waiting, func(w wait) bool { return w.until == c.steady+d }) {
		c.more.Wait()
	}
}

// awaitLooks waits until so many looks are waited for.
func (c *clock) awaitLooks(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for c.countLooks() < n {
		c.more.Wait()
	}
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.wall
}

func (c *clock) Steady() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.steady
}

func (c *clock) After(d time.Duration, msg tea.Msg) tea.Cmd {
	c.mu.Lock()
	defer c.mu.Unlock()
	w := wait{c.steady + d, make(chan struct{}), ui.IsLook(msg)}
	if c.ended {
		close(w.done)
		return func() tea.Msg { return nil }
	}
	c.waiting = append(c.waiting, w)
	c.more.Broadcast()
	return func() tea.Msg {
		if c.byHand && c.Steady() < w.until {
			return nil
		}
		if !c.byHand {
			<-w.done
		}
		return msg
	}
}

// end ends all waits, present and future. A wait that goes on keeps its whole program in
// memory.
func (c *clock) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, w := range c.waiting {
		close(w.done)
	}
	c.waiting, c.ended = nil, true
}

// sleep lets time pass while nothing runs, as in a laptop that is closed.
func (c *clock) sleep(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.steady += d
	c.wall = c.wall.Add(d)
}

// set moves only the wall clock.
func (c *clock) set(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.wall = c.wall.Add(by)
}

// wake ends the waits that are over.
func (c *clock) wake() {
	c.mu.Lock()
	defer c.mu.Unlock()
	var rest []wait
	for _, w := range c.waiting {
		if w.until <= c.steady {
			close(w.done)
		} else {
			rest = append(rest, w)
		}
	}
	c.waiting = rest
}

func (c *clock) advance(d time.Duration) {
	c.sleep(d)
	c.wake()
}
