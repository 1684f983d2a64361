package desk_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/watch"
)

// saw records a look that shows a customer at Nubank.
func (b *bench) saw(l *desk.Link, status klavi.ConsentStatus) {
	b.Record(desk.Sight{Look: b.LookNow(l), Steps: []watch.Step{{Code: "260", Status: status}}})
}

func TestAChangeHoldsOnlyTheStepsThatAreNew(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	var told []klavi.ConsentStatus
	b.Subscribe(func(c desk.Change) {
		for _, s := range c.Steps {
			told = append(told, s.Status)
		}
	})
	story := []klavi.ConsentStatus{klavi.Started, klavi.AwaitingBank, klavi.Authorised}
	for _, status := range story {
		b.saw(l, status)
		b.saw(l, status)
	}
	if !slices.Equal(told, story) {
		t.Errorf("told of %v", told)
	}
}

func TestAChangeLeavesOutTheStepsThatWereSeenBefore(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	authorise(l, b)
	b.ReadAll()
	var told []desk.Change
	b.Subscribe(func(c desk.Change) { told = append(told, c) })
	b.Record(desk.Sight{Look: b.LookNow(l), Steps: []watch.Step{
		{Code: "260", Status: klavi.Authorised}, {Code: "341", Status: klavi.Started},
	}})
	if len(told) != 1 || len(told[0].Steps) != 1 || told[0].Steps[0].Code != "341" {
		t.Errorf("told of %v", told)
	}
	if _, ok := b.Unread(); ok {
		t.Error("an authorisation is news twice")
	}
}

func TestALookThatFailsOrShowsNothingIsNoNews(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	b.Subscribe(func(c desk.Change) { t.Errorf("told of %d steps", len(c.Steps)) })
	b.Record(desk.Sight{Look: b.LookNow(l)})
	b.Record(desk.Sight{Look: b.LookNow(l), Err: errors.New("no network")})
	seen := []watch.Step{{Code: "260", Status: klavi.Authorised}}
	b.Record(desk.Sight{Look: b.LookNow(l), Steps: seen, Err: errors.New("half an answer")})
	if l.Authorised() {
		t.Error("the steps of a failure count")
	}
}

func TestASubscriberIsNotToldOfWhatHappenedBefore(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	authorise(l, b)
	b.Subscribe(func(desk.Change) { t.Error("told of an old change") })
	b.saw(l, klavi.Authorised)
}

func TestTheNewsIsUnreadBeforeASubscriberHearsOfIt(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	b.Subscribe(func(c desk.Change) {
		if unread, ok := b.Unread(); !ok || unread.Link != c.Link {
			t.Error("told before it was unread")
		}
		b.Read(c.Link) // A subscriber may use the desk.
	})
	authorise(l, b)
	if _, ok := b.Unread(); ok {
		t.Error("a subscriber cannot read the news")
	}
}

func TestASubscriberMayCancelItselfAndCancelTwice(t *testing.T) {
	b := newDesk(t, ana)
	first, second := b.made("id-1"), b.made("id-2")
	once, always := 0, 0
	var cancel func()
	cancel = b.Subscribe(func(desk.Change) { once++; cancel() })
	b.Subscribe(func(desk.Change) { always++ })
	authorise(first, b)
	cancel()
	authorise(second, b)
	if once != 1 || always != 2 {
		t.Errorf("told %d and %d times", once, always)
	}
}

// A function is not a name: two subscriptions of one function are two.
func TestCancellingOneSubscriptionLeavesAnotherOfTheSameFunction(t *testing.T) {
	b := newDesk(t, ana)
	told := 0
	tell := func(desk.Change) { told++ }
	cancel := b.Subscribe(tell)
	b.Subscribe(tell)
	cancel()
	authorise(b.made("id-1"), b)
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}

func TestReadTakesAllNewsOfALinkAndNoneOfAnother(t *testing.T) {
	b := newDesk(t, ana)
	first, second := b.made("id-1"), b.made("id-2")
	authorise(first, b)
	authorise(second, b)
	b.Record(desk.Sight{Look: b.LookNow(second), Steps: []watch.Step{{Code: "341", Status: klavi.Authorised}}})
	b.Read(second)
	if c, ok := b.Unread(); !ok || c.Link != first {
		t.Error("news of the second link is left")
	}
	b.Read(first)
	if _, ok := b.Unread(); ok {
		t.Error("news is left")
	}
}

func TestAChangeGivesTheStepThatAuthorised(t *testing.T) {
	started := watch.Step{Code: "341", Status: klavi.Started}
	authorised := watch.Step{Code: "260", Status: klavi.Authorised}
	for name, tt := range map[string]struct {
		steps []watch.Step
		want  watch.Step
		ok    bool
	}{
		"nothing":           {},
		"another step":      {steps: []watch.Step{started}},
		"among other steps": {steps: []watch.Step{started, authorised}, want: authorised, ok: true},
	} {
		if got, ok := (desk.Change{Steps: tt.steps}).Authorised(); got != tt.want || ok != tt.ok {
			t.Errorf("%s: %v %t", name, got, ok)
		}
	}
}

func TestALinkIsQuietSinceItWasMadeSentOrSeenToChange(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	says := func(when string, want time.Duration, wantSent bool) {
		t.Helper()
		if quiet, sent := l.Quiet(); quiet != want || sent != wantSent {
			t.Errorf("%s: quiet for %v, sent is %t", when, quiet, sent)
		}
	}
	says("made", 0, false)
	b.clock.sleep(time.Minute)
	says("later", time.Minute, false)
	b.clock.set(time.Hour)
	says("when somebody sets the clock", time.Minute, false)
	l.Send()
	says("sent", 0, true)
	b.clock.sleep(time.Minute)
	b.Record(desk.Sight{Look: b.LookNow(l)})
	says("nothing was seen", time.Minute, true)
	b.saw(l, klavi.Started)
	says("the customer has started", 0, true)
	b.clock.sleep(time.Minute)
	b.saw(l, klavi.Started)
	says("it was seen before", time.Minute, true)
}
