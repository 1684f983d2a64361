package watch_test

import (
	"errors"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/watch"
)

// wait returns how long the watch waits for the next poll, without the random part.
func wait(w *watch.Watch, now time.Time) time.Duration {
	_, d := w.Next(now, 0.5)
	return d
}

func TestPollsBecomeRarerOnlyAfterTheWholeTime(t *testing.T) {
	w := watch.New(made, ends, false)
	for _, tt := range []struct {
		after, want time.Duration
	}{
		{time.Minute, 3 * time.Second},
		{time.Minute + 1, 8 * time.Second},
		{6 * time.Minute, 8 * time.Second},
		{6*time.Minute + 1, 20 * time.Second},
	} {
		if got := wait(w, made.Add(tt.after)); got != tt.want {
			t.Errorf("after %v: %v, want %v", tt.after, got, tt.want)
		}
	}
}

func TestALookThatFindsNothingNewDoesNotMakePollsMoreFrequent(t *testing.T) {
	w := watch.New(made, ends, false)
	w.Saw(at(0), []watch.Step{nubank(klavi.Started)})
	w.Saw(at(7), []watch.Step{nubank(klavi.Started)})
	if got := wait(w, at(7)); got != 20*time.Second {
		t.Errorf("%v", got)
	}
}

func TestTheLongestPauseHoldsAfterAnyNumberOfFailures(t *testing.T) {
	w := watch.New(made, ends, false)
	for i := range 200 {
		w.Failed(watch.FromLink, errors.New("no connection"))
		if got := wait(w, at(1)); got > time.Minute || i > 4 && got != time.Minute {
			t.Fatalf("after %d failures: %v", i+1, got)
		}
	}
}

func TestARetryAfterHoldsForOnePollOnly(t *testing.T) {
	slow := &klavi.Error{Kind: klavi.KindRate, Status: 429, RetryAfter: 3 * time.Minute}
	w := watch.New(made, ends, false)
	w.Failed(watch.FromLink, slow)
	w.Failed(watch.FromLink, errors.New("no connection"))
	if got := wait(w, at(1)); got != 10*time.Second {
		t.Errorf("after a failure without a time: %v", got)
	}
	w.Failed(watch.FromLink, slow)
	w.Saw(at(1), nil)
	if got := wait(w, at(1)); got != 3*time.Second {
		t.Errorf("after an answer: %v", got)
	}
}

func TestOnlyAStatusFrom400To499EndsASource(t *testing.T) {
	for _, tt := range []struct {
		err  klavi.Error
		want watch.Source
	}{
		{klavi.Error{Kind: klavi.KindNetwork}, watch.FromLink},
		{klavi.Error{Kind: klavi.KindProtocol, Status: 200}, watch.FromLink},
		{klavi.Error{Kind: klavi.KindProtocol, Status: 399}, watch.FromLink},
		{klavi.Error{Kind: klavi.KindInput, Status: 400}, watch.Nowhere},
		{klavi.Error{Kind: klavi.KindProtocol, Status: 499}, watch.Nowhere},
		{klavi.Error{Kind: klavi.KindProtocol, Status: 500}, watch.FromLink},
		{klavi.Error{Kind: klavi.KindServer, Status: 408}, watch.FromLink},
		{klavi.Error{Kind: klavi.KindRate, Status: 429}, watch.FromLink},
	} {
		w := watch.New(made, ends, false)
		w.Failed(watch.FromLink, &tt.err)
		if from, _ := w.Next(at(1), 0.5); from != tt.want {
			t.Errorf("%v: polls %v next, want %v", &tt.err, from, tt.want)
		}
	}
}

func TestARefusalOfOneSourceIsNoTroubleForTheOther(t *testing.T) {
	w := watch.New(made, ends, true)
	w.Failed(watch.FromLink, errors.New("no connection"))
	w.Failed(watch.FromLink, errors.New("no connection"))
	w.Failed(watch.FromLink, &klavi.Error{Kind: klavi.KindAuth, Status: 401})
	from, d := w.Next(at(0), 0.5)
	if from != watch.FromConsents || d != 3*time.Second || w.Trouble() {
		t.Errorf("polls %v after %v, trouble %t", from, d, w.Trouble())
	}
}

func TestAFailedPollCountsAsAPoll(t *testing.T) {
	w := watch.New(made, ends, true)
	for i, want := range []watch.Source{watch.FromLink, watch.FromLink, watch.FromConsents, watch.FromLink} {
		from, _ := w.Next(at(0), 0.5)
		if from != want {
			t.Errorf("poll %d: %v, want %v", i+1, from, want)
		}
		w.Failed(from, errors.New("no connection"))
	}
}

func TestTroubleBeginsWithTheSecondFailureInARow(t *testing.T) {
	w := watch.New(made, ends, false)
	for i, want := range []bool{false, true, true} {
		w.Failed(watch.FromLink, errors.New("no connection"))
		if got := w.Trouble(); got != want {
			t.Errorf("after %d failures: %t", i+1, got)
		}
	}
	w.Saw(at(1), nil)
	if w.Trouble() {
		t.Error("after an answer")
	}
}

func TestALinkWasSeenAtTheLastPollThatSucceeded(t *testing.T) {
	w := watch.New(made, ends, false)
	if got := w.Seen(); !got.Equal(made) {
		t.Errorf("before any poll: %v", got)
	}
	w.Saw(at(1), nil)
	w.Failed(watch.FromLink, errors.New("no connection"))
	if got := w.Seen(); !got.Equal(at(1)) {
		t.Errorf("%v, want %v", got, at(1))
	}
}

func TestNewStatesAreInTheOrderOfTheirTimes(t *testing.T) {
	w := watch.New(made, ends, true)
	late, early := nubank(klavi.AwaitingBank), itau(klavi.Started)
	late.At, early.At = at(2), at(1)
	got := w.Saw(at(3), []watch.Step{late, early})
	if len(got) != 2 || got[0] != early || got[1] != late {
		t.Errorf("%v", got)
	}
}

// Two banks are equally far. The customer works on the one that changed last.
func TestOfEquallyFarInstitutionsTheOneThatChangedLastStands(t *testing.T) {
	for _, tt := range []struct {
		first, second float64 // when the states began, in minutes
		want          klavi.ConsentStatus
	}{
		{1, 2, klavi.Failed},
		{2, 1, klavi.Rejected},
		{1, 1, klavi.Rejected}, // the first one seen
	} {
		w := watch.New(made, ends, true)
		first, second := nubank(klavi.Rejected), itau(klavi.Failed)
		first.At, second.At = at(tt.first), at(tt.second)
		w.Saw(at(3), []watch.Step{first})
		w.Saw(at(3), []watch.Step{second})
		if got := w.Standing(); got != tt.want {
			t.Errorf("%v and %v: %s, want %s", tt.first, tt.second, got, tt.want)
		}
	}
}

func TestWithoutTheTokenOfTheLinkOnlyTheConsentsAreRead(t *testing.T) {
	for known, want := range map[bool]watch.Source{true: watch.FromConsents, false: watch.Nowhere} {
		w := watch.New(made, ends, known)
		w.NoToken()
		for _, minute := range []float64{0, 1, 2, 3} {
			if got, _ := w.Next(at(minute), 0.5); got != want {
				t.Errorf("the number is known: %t: %v after %v minutes", known, got, minute)
			}
			w.Saw(at(minute), nil)
		}
	}
}
