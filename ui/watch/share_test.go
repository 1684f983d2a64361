package watch_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/watch"
)

// agent is a wizard with links on a clock that a test moves.
type agent struct {
	budget  *watch.Budget[int] // links are numbered from 1
	random  *rand.Rand
	watches map[int]*watch.Watch
	due     map[int]time.Duration // when the look at a link is due by its own rhythm
	looks   map[int][]time.Duration
	all     []time.Duration
}

// newAgent makes an agent with links of which the first so many have just changed.
// Nothing was seen of the others for ten minutes.
func newAgent(seed uint64, links, young int) *agent {
	a := &agent{
		budget: watch.NewBudget[int](), random: rand.New(rand.NewPCG(seed, 0)),
		watches: map[int]*watch.Watch{}, due: map[int]time.Duration{}, looks: map[int][]time.Duration{},
	}
	for i := 1; i <= links; i++ {
		age := 10 * time.Minute
		if i <= young {
			age = 0
		}
		a.watches[i] = watch.New(made.Add(-age), made.Add(2*time.Hour), false)
		a.plan(i, 0)
	}
	return a
}

func (a *agent) plan(link int, now time.Duration) {
	if from, wait := a.watches[link].Next(made.Add(now), a.random.Float64()); from != watch.Nowhere {
		a.budget.Plan(link, now, wait)
		a.due[link] = now + wait
	}
}

// run lets time pass. What happens to a link at a look is for the test to say.
func (a *agent) run(until time.Duration, looked func(link int, now time.Duration)) {
	for now := time.Duration(0); now < until; now += 20 * time.Millisecond {
		link, wait, ok := a.budget.Next(now)
		if !ok || wait > 0 {
			continue
		}
		a.looks[link] = append(a.looks[link], now)
		a.all = append(a.all, now)
		looked(link, now)
		a.plan(link, now)
	}
}

func TestNoSecondHasMoreThanOneLookAndNoLinkIsForgotten(t *testing.T) {
	for seed, links := range []int{1, 2, 3, 10, 30, 100} {
		for _, shown := range []int{0, 1, links} {
			a := newAgent(uint64(seed), links, links/3)
			a.budget.Show(shown)
			a.run(time.Hour, func(link int, now time.Duration) {
				if a.random.IntN(10) == 0 { // The customer does something.
					status := klavi.ConsentStatus(fmt.Sprint("S", now))
					a.watches[link].Saw(made.Add(now), []watch.Step{{Code: "260", Status: status}})
				}
			})
			for i := 1; i < len(a.all); i++ {
				if gap := a.all[i] - a.all[i-1]; gap < time.Second {
					t.Fatalf("%d links: two looks within %v", links, gap)
				}
			}
			// A link waits for its own time, and then for two turns of each other link,
			// with at most three seconds between two turns.
			bound := 25*time.Second + time.Duration(links)*6*time.Second
			for link := 1; link <= links; link++ {
				last := time.Duration(0)
				for _, at := range append(a.looks[link], time.Hour) {
					if at-last > bound {
						t.Fatalf("%d links: link %d is not looked at for %v", links, link, at-last)
					}
					last = at
				}
			}
		}
	}
}

func TestTheLinkOnTheScreenKeepsItsRhythm(t *testing.T) {
	for _, young := range []int{0, 1, 30} {
		a := newAgent(7, 30, young)
		a.budget.Show(1)
		a.run(10*time.Minute, func(link int, now time.Duration) {
			if late := now - a.due[link]; link == 1 && late >= 20*time.Millisecond {
				t.Errorf("%d young links: a look is %v late", young, late)
			}
		})
		if n := len(a.looks[1]); n < 25 {
			t.Errorf("%d looks in ten minutes", n)
		}
	}
}

func TestYoungLinksAreLookedAtMoreOftenThanOldOnes(t *testing.T) {
	a := newAgent(3, 30, 3)
	a.run(time.Minute, func(int, time.Duration) {})
	for young := 1; young <= 3; young++ {
		for old := 4; old <= 30; old++ {
			if y, o := len(a.looks[young]), len(a.looks[old]); y < 3*o {
				t.Errorf("%d looks at young link %d, %d at old link %d", y, young, o, old)
			}
		}
	}
}

func TestNobodyIsLookedAtWhileTheAPIWantsToBeLeftAlone(t *testing.T) {
	a := newAgent(5, 30, 30)
	a.budget.Show(1)
	const refused, asked = 30 * time.Second, 45 * time.Second
	var since time.Duration
	a.run(3*time.Minute, func(_ int, now time.Duration) {
		if since > 0 && now < since+asked {
			t.Errorf("a look %v after the refusal", now-since)
		}
		if since == 0 && now >= refused {
			since = now
			a.budget.Refused(now, asked)
		}
	})
	if len(a.all) < 60 || since == 0 {
		t.Errorf("%d looks, refused at %v", len(a.all), since)
	}
}

func TestNothingIsAskedOnceThereIsNothingLeftToLearn(t *testing.T) {
	a := newAgent(9, 30, 30)
	a.run(10*time.Minute, func(link int, now time.Duration) {
		a.watches[link].Saw(made.Add(now), []watch.Step{nubank(klavi.Authorised)})
	})
	if len(a.all) != 30 {
		t.Errorf("%d looks at 30 customers who had authorised", len(a.all))
	}
}
