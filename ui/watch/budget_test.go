package watch_test

import (
	"slices"
	"testing"
	"time"

	"klavilink/ui/watch"
)

// seconds returns a duration of so many seconds.
func seconds(n float64) time.Duration { return time.Duration(n * float64(time.Second)) }

// turns takes every turn of a budget until a time, and returns the links in order.
func turns(b *watch.Budget[string], from, until time.Duration) (links []string) {
	for now := from; now <= until; now += 100 * time.Millisecond {
		if link, wait, ok := b.Next(now); ok && wait == 0 {
			links = append(links, link)
		}
	}
	return links
}

func TestTheOrderOfTheTurns(t *testing.T) {
	const young, old = 3 * time.Second, 20 * time.Second
	type look struct {
		link string
		wait time.Duration // how long the link waits for its look
		due  float64       // when the look is due, in seconds
	}
	for name, tt := range map[string]struct {
		shown string
		looks []look
		want  []string
	}{
		"one after the other": {
			looks: []look{{"a", old, 21}, {"b", old, 22}, {"c", old, 23}}, want: []string{"a", "b", "c"},
		},
		"of two that wait equally long, the one that was planned first": {
			looks: []look{{"b", old, 22}, {"a", old, 22}, {"c", old, 22}}, want: []string{"b", "a", "c"},
		},
		"the longest waiting first": {
			looks: []look{{"a", old, 22.2}, {"b", old, 22}, {"c", old, 22.1}}, want: []string{"b", "c", "a"},
		},
		"the link on the screen first": {
			shown: "c", looks: []look{{"a", young, 28}, {"b", old, 21}, {"c", old, 29}}, want: []string{"c", "a", "b"},
		},
		"the young first, but every second turn is for the longest waiting": {
			looks: []look{{"old 1", old, 21}, {"old 2", old, 22}, {"young 1", young, 25}, {"young 2", young, 26}},
			want:  []string{"young 1", "old 1", "young 2", "old 2"},
		},
		"a wait of six seconds is young": {
			looks: []look{{"a", seconds(6) + 1, 24}, {"b", seconds(6), 25}}, want: []string{"b", "a"},
		},
		"what is not due yet has no turn": {
			looks: []look{{"a", old, 21}, {"b", old, 60}}, want: []string{"a"},
		},
	} {
		b := watch.NewBudget[string]()
		b.Show(tt.shown)
		for _, l := range tt.looks {
			b.Plan(l.link, seconds(l.due)-l.wait, l.wait)
		}
		if got := turns(b, seconds(30), seconds(40)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestALaterPlanReplacesTheOneBefore(t *testing.T) {
	b := watch.NewBudget[string]()
	b.Plan("a", 0, seconds(3))
	b.Plan("a", 0, seconds(5))
	if _, _, ok := b.Next(seconds(4)); ok {
		t.Error("the first plan counts")
	}
	if link, wait, ok := b.Next(seconds(5)); link != "a" || wait != 0 || !ok {
		t.Errorf("%q in %v, %t", link, wait, ok)
	}
	if link, wait, ok := b.Next(seconds(50)); link != "" || wait != 0 || ok {
		t.Errorf("one plan leads to two looks: %q in %v, %t", link, wait, ok)
	}
}

func TestALookIsDueOnceTheCallerSaysSo(t *testing.T) {
	b := watch.NewBudget[string]()
	b.Plan("a", 0, seconds(3))
	b.Plan("b", 0, seconds(3))
	b.Due("b", seconds(2))
	b.Due("b", seconds(2.5)) // it stays due since then
	b.Due("nobody", seconds(2))
	if got := turns(b, seconds(2), seconds(2.9)); !slices.Equal(got, []string{"b"}) {
		t.Errorf("%q", got)
	}
}

func TestATurnThatHasNotComeSaysHowLongToWait(t *testing.T) {
	for name, tt := range map[string]struct {
		prepare func(*watch.Budget[string])
		want    time.Duration
	}{
		"another was looked at 0.4 s ago": {func(b *watch.Budget[string]) {
			b.Plan("b", 0, seconds(9.6))
			b.Next(seconds(9.6))
		}, seconds(0.6)},
		"the link on the screen is due in less than a second": {func(b *watch.Budget[string]) {
			b.Show("s")
			b.Plan("s", 0, seconds(10.9))
		}, seconds(1.9)},
		"the link on the screen is due in a second": {func(b *watch.Budget[string]) {
			b.Show("s")
			b.Plan("s", 0, seconds(11))
		}, 0},
		"a link that is not on the screen is due in less than a second": {func(b *watch.Budget[string]) {
			b.Plan("b", 0, seconds(10.9))
		}, 0},
		"the API asked for 7 seconds 2 seconds ago": {func(b *watch.Budget[string]) {
			b.Refused(seconds(8), seconds(7))
		}, seconds(5)},
		"the API refused 2 seconds ago and did not say for how long": {func(b *watch.Budget[string]) {
			b.Refused(seconds(8), 0)
		}, seconds(3)},
	} {
		b := watch.NewBudget[string]()
		tt.prepare(b)
		b.Plan("a", 0, seconds(9.9))
		link, wait, ok := b.Next(seconds(10))
		if !ok || wait != tt.want || (link == "a") != (tt.want == 0) {
			t.Errorf("%s: %q in %v, %t, want in %v", name, link, wait, ok, tt.want)
		}
	}
}

// held returns how long nobody is looked at, from now on.
func held(b *watch.Budget[string], now time.Duration) time.Duration {
	b.Plan("s", now, 0)
	b.Show("s")
	_, wait, _ := b.Next(now)
	return wait
}

func TestEachRefusalInARowHoldsAllLooksTwiceAsLong(t *testing.T) {
	b := watch.NewBudget[string]()
	now := time.Duration(0)
	for i, want := range []float64{5, 10, 20, 40, 60, 60} {
		b.Refused(now, 0)
		if got := held(b, now); got != seconds(want) {
			t.Errorf("refusal %d: %v, want %v seconds", i+1, got, want)
		}
		now += seconds(want)
	}
	b.Answered(now)
	b.Refused(now, 0)
	if got := held(b, now); got != seconds(5) {
		t.Errorf("after an answer: %v", got)
	}
}

// Several looks may be on their way when the first is refused.
func TestAnswersToEarlierLooksChangeAPauseOnlyIfTheAPIAsksForMore(t *testing.T) {
	b := watch.NewBudget[string]()
	b.Refused(0, 0)
	b.Refused(seconds(1), 0)
	b.Answered(seconds(2))
	if got := held(b, seconds(2)); got != seconds(3) {
		t.Errorf("%v, want 3 seconds", got)
	}
	b.Refused(seconds(3), seconds(1))
	if got := held(b, seconds(3)); got != seconds(2) {
		t.Errorf("the API asks for less: %v, want 2 seconds", got)
	}
	b.Refused(seconds(3), seconds(30))
	if got := held(b, seconds(3)); got != seconds(30) {
		t.Errorf("the API asks for more: %v, want 30 seconds", got)
	}
	b.Refused(seconds(33), 0)
	if got := held(b, seconds(33)); got != seconds(10) {
		t.Errorf("the second pause has %v, want 10 seconds", got)
	}
}
