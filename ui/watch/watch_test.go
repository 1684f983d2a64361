package watch_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/watch"
)

var (
	made = time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	ends = made.Add(30 * time.Minute)
)

// at returns a time so many minutes after the link was made.
func at(minutes float64) time.Time { return made.Add(time.Duration(minutes * float64(time.Minute))) }

func nubank(s klavi.ConsentStatus) watch.Step {
	return watch.Step{Code: "260", Name: "Nubank", Status: s}
}

func itau(s klavi.ConsentStatus) watch.Step {
	return watch.Step{Code: "341", Name: "Itaú", Status: s}
}

func TestEachChangeAddsOneStep(t *testing.T) {
	w := watch.New(made, ends, false)
	if len(w.Steps()) != 0 || w.Standing() != "" || w.Authorised() {
		t.Errorf("something before anything: %v", w.Steps())
	}
	for i, look := range []struct {
		sights []watch.Step
		fresh  int
		stands klavi.ConsentStatus
	}{
		{nil, 0, ""},
		{[]watch.Step{nubank(klavi.Started)}, 1, klavi.Started},
		{[]watch.Step{nubank(klavi.Started)}, 0, klavi.Started},
		{[]watch.Step{nubank(klavi.AwaitingBank)}, 1, klavi.AwaitingBank},
		{[]watch.Step{nubank(klavi.Rejected), itau(klavi.Started)}, 2, klavi.Started},
		{[]watch.Step{nubank(klavi.Rejected), itau(klavi.AwaitingLGPD)}, 1, klavi.AwaitingLGPD},
		{[]watch.Step{itau(klavi.Authorised)}, 1, klavi.Authorised}, // Nubank is missing, and keeps its state
		{[]watch.Step{nubank(klavi.Started), itau(klavi.Authorised)}, 1, klavi.Authorised},
		{[]watch.Step{{Code: "", Status: klavi.Authorised}, {Code: "1"}}, 0, klavi.Authorised},
	} {
		fresh := w.Saw(at(float64(i)), look.sights)
		if len(fresh) != look.fresh || w.Standing() != look.stands {
			t.Errorf("look %d: %v, stands at %q, want %d and %q", i, fresh, w.Standing(), look.fresh, look.stands)
		}
		for _, s := range fresh {
			if !s.At.Equal(at(float64(i))) {
				t.Errorf("look %d: at %v", i, s.At)
			}
		}
	}
	if n := len(w.Steps()); n != 7 {
		t.Errorf("%d steps", n)
	}
}

func TestAStepHasTheTimeOfTheAPIUnlessThatIsInTheFuture(t *testing.T) {
	w := watch.New(made, ends, true)
	before := nubank(klavi.Started)
	before.At = at(1)
	if got := w.Saw(at(2), []watch.Step{before}); !got[0].At.Equal(at(1)) {
		t.Errorf("%v", got[0].At)
	}
	later := itau(klavi.Started)
	later.At = at(9) // the server's clock is ahead
	if got := w.Saw(at(3), []watch.Step{later}); !got[0].At.Equal(at(3)) {
		t.Errorf("%v", got[0].At)
	}
}

func TestPollsAreLessFrequentTheLongerNothingChanges(t *testing.T) {
	w := watch.New(made, ends, false)
	wait := func(now time.Time) time.Duration {
		_, d := w.Next(now, 0.5)
		return d
	}
	for minutes, want := range map[float64]time.Duration{
		0:   3 * time.Second,
		0.9: 3 * time.Second,
		1.1: 8 * time.Second,
		5.9: 8 * time.Second,
		6.1: 20 * time.Second,
	} {
		if got := wait(at(minutes)); got != want {
			t.Errorf("after %v minutes: %v, want %v", minutes, got, want)
		}
	}
	w.Saw(at(7), []watch.Step{nubank(klavi.Started)})
	if got := wait(at(7.5)); got != 3*time.Second {
		t.Errorf("after a change: %v", got)
	}
	if _, low := w.Next(at(7), 0); low != 2400*time.Millisecond {
		t.Errorf("%v", low)
	}
	if _, high := w.Next(at(7), 1); high != 3600*time.Millisecond {
		t.Errorf("%v", high)
	}
}

func TestFailuresMakePollsLessFrequentAndRetryAfterIsObeyed(t *testing.T) {
	w := watch.New(made, ends, false)
	for i, want := range []time.Duration{5, 10, 20, 40, 60, 60, 60} {
		w.Failed(watch.FromLink, &klavi.Error{Kind: klavi.KindServer, Status: 503})
		from, got := w.Next(at(0.1), 0.5)
		if got != want*time.Second || from != watch.FromLink {
			t.Errorf("failure %d: %v %v", i+1, from, got)
		}
	}
	w.Failed(watch.FromLink, &klavi.Error{Kind: klavi.KindRate, Status: 429, RetryAfter: 3 * time.Minute})
	if _, got := w.Next(at(0.1), 0); got != 3*time.Minute {
		t.Errorf("asked for 3 minutes, waits %v", got)
	}
	w.Failed(watch.FromLink, errors.New("anything else"))
	if from, _ := w.Next(at(0.1), 0); from != watch.FromLink {
		t.Errorf("%v", from)
	}
	w.Saw(at(1), nil)
	if _, got := w.Next(at(1), 0.5); got > 8*time.Second {
		t.Errorf("well again, and waits %v", got)
	}
}

// where polls a number of times without a result, and returns the source of each
// poll.
func where(w *watch.Watch, now time.Time, looks int) (sources []watch.Source) {
	for range looks {
		from, _ := w.Next(now, 0.5)
		sources = append(sources, from)
		w.Saw(now, nil)
	}
	return sources
}

func TestOnlySourcesThatCanTellSomethingArePolled(t *testing.T) {
	const l, c, no = watch.FromLink, watch.FromConsents, watch.Nowhere
	refused := &klavi.Error{Kind: klavi.KindAuth, Status: 401}
	for name, tt := range map[string]struct {
		taxID bool
		prime func(*watch.Watch)
		now   time.Time
		want  []watch.Source
	}{
		"nobody known: the link alone": {
			false, func(*watch.Watch) {}, at(1), []watch.Source{l, l, l, l},
		},
		"silent link, known customer: consents in between": {
			true, func(*watch.Watch) {}, at(1), []watch.Source{l, l, c, l, l, c},
		},
		"a link that speaks is enough": {
			true, func(w *watch.Watch) {
				w.Saw(at(0), []watch.Step{nubank(klavi.Started)})
			}, at(1), []watch.Source{l, l, l, l},
		},
		"refused link, known customer": {
			true, func(w *watch.Watch) {
				w.Failed(l, refused)
			}, at(1), []watch.Source{c, c},
		},
		"refused link, nobody known": {
			false, func(w *watch.Watch) {
				w.Failed(l, refused)
			}, at(1), []watch.Source{no},
		},
		"both refused": {
			true, func(w *watch.Watch) {
				w.Failed(l, refused)
				w.Failed(c, refused)
			}, at(1), []watch.Source{no},
		},
		"not found is as good as refused": {
			false, func(w *watch.Watch) {
				w.Failed(l, &klavi.Error{Kind: klavi.KindProtocol, Status: 404})
			}, at(1), []watch.Source{no},
		},
		"over, nothing begun: one last look": {
			true, func(*watch.Watch) {}, at(30), []watch.Source{c, no},
		},
		"over, nobody known": {
			false, func(*watch.Watch) {}, at(30), []watch.Source{no},
		},
		"over, begun: consents tell the rest": {
			true, func(w *watch.Watch) {
				w.Saw(at(29), []watch.Step{nubank(klavi.AwaitingBank)})
			}, at(45), []watch.Source{c, c, c},
		},
		"an hour after the end nothing can change": {
			true, func(w *watch.Watch) {
				w.Saw(at(29), []watch.Step{nubank(klavi.AwaitingBank)})
			}, at(91), []watch.Source{no},
		},
		"authorised: done": {
			true, func(w *watch.Watch) {
				w.Saw(at(2), []watch.Step{nubank(klavi.Authorised)})
			}, at(3), []watch.Source{no},
		},
		"authorised at one, at work on another": {
			true, func(w *watch.Watch) {
				w.Saw(at(2), []watch.Step{nubank(klavi.Authorised), itau(klavi.Started)})
			}, at(3), []watch.Source{l},
		},
		"rejected, and the link still lives: they may try anew": {
			false, func(w *watch.Watch) {
				w.Saw(at(2), []watch.Step{nubank(klavi.Rejected)})
			}, at(3), []watch.Source{l, l},
		},
		"rejected and over": {
			true, func(w *watch.Watch) {
				w.Saw(at(2), []watch.Step{nubank(klavi.Rejected)})
			}, at(30), []watch.Source{no},
		},
		"a state that nobody knows is not the end": {
			true, func(w *watch.Watch) {
				w.Saw(at(2), []watch.Step{nubank("NEW_STATE")})
			}, at(31), []watch.Source{c},
		},
	} {
		w := watch.New(made, ends, tt.taxID)
		tt.prime(w)
		if got := where(w, tt.now, len(tt.want)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

func TestTheWatchKeepsTheEndOfTheLink(t *testing.T) {
	w := watch.New(made, ends, true)
	w.Saw(at(31), []watch.Step{nubank(klavi.Authorised)})
	if got := w.Ends(); !got.Equal(ends) {
		t.Errorf("%v, want %v", got, ends)
	}
}

func TestStandingIsTheStateOfTheFarthestInstitution(t *testing.T) {
	order := []klavi.ConsentStatus{
		klavi.Revoked, klavi.Started, klavi.AwaitingBank, klavi.AwaitingLGPD, klavi.Authorised,
	}
	for i := 1; i < len(order); i++ {
		w := watch.New(made, ends, true)
		w.Saw(at(1), []watch.Step{itau(order[i])})
		w.Saw(at(2), []watch.Step{nubank(order[i-1])})
		if got := w.Standing(); got != order[i] {
			t.Errorf("%s after %s: stands at %s", order[i-1], order[i], got)
		}
	}
	for _, bad := range []klavi.ConsentStatus{
		klavi.Rejected, klavi.Failed, klavi.Expired, klavi.Revoked, klavi.DeletedByCustomer,
	} {
		w := watch.New(made, ends, true)
		w.Saw(at(1), []watch.Step{itau("NEW_STATE")})
		w.Saw(at(2), []watch.Step{nubank(bad)})
		if got := w.Standing(); got != "NEW_STATE" {
			t.Errorf("%s: stands at %s", bad, got)
		}
	}
}

func TestAServerCannotFillTheMemory(t *testing.T) {
	w := watch.New(made, ends, false)
	for i := range 1000 {
		var sights []watch.Step
		for j := range 100 {
			sights = append(sights, watch.Step{Code: fmt.Sprint(j), Status: klavi.ConsentStatus(fmt.Sprint("S", i))})
		}
		w.Saw(at(1), sights)
	}
	if n, m := len(w.Steps()), len(w.Latest()); n > 200 || m > 20 {
		t.Errorf("%d steps at %d institutions", n, m)
	}
}

func Example() {
	made := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	w := watch.New(made, made.Add(30*time.Minute), true)
	where, wait := w.Next(made, 0.5)
	fmt.Println(where == watch.FromLink, wait)
	w.Saw(made.Add(time.Minute), []watch.Step{{Code: "260", Name: "Nubank", Status: klavi.Authorised}})
	where, _ = w.Next(made.Add(time.Minute), 0.5)
	fmt.Println(w.Standing(), where == watch.Nowhere, w.Ends().Format(time.TimeOnly))
	// Output:
	// true 3s
	// AUTHORISED true 14:30:00
}
