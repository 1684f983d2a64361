package follow_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/follow"
	"klavilink/ui/watch"
)

// pauses returns how long each wait is that nobody has taken.
func (b *bench) pauses() []time.Duration {
	var all []time.Duration
	for _, w := range b.clock.waits {
		all = append(all, w.d)
	}
	return all
}

// step takes the wait of four seconds and drops the waits for looks.
func (b *bench) step() bool {
	for _, w := range b.clock.waits {
		if w.d == 4*time.Second {
			b.clock.waits = nil
			b.clock.steady += w.d
			b.run(b.Update(w.msg))
			return true
		}
	}
	return false
}

// Between two steps somebody explains what happens. Each step is seen at once.
func TestEveryStepOfTheStoryIsSeenAtOnceAndFollowedByAPauseOf4Seconds(t *testing.T) {
	b := newFollower(true)
	l := b.made()
	b.run(b.Play(l))
	for i, want := range []klavi.ConsentStatus{klavi.Started, klavi.AwaitingBank, klavi.AwaitingLGPD, klavi.Authorised} {
		if i > 0 && !b.step() {
			t.Fatalf("no pause before %s", want)
		}
		if l.Standing() != want || len(b.played) != i+1 {
			t.Errorf("step %d: %s, played %q, want %s", i, l.Standing(), b.played, want)
		}
	}
	if got := b.pauses(); len(got) != 0 {
		t.Errorf("after the story something is waited for: %v", got)
	}
}

// A real customer is faster than the story.
func TestTheStoryStopsWhenTheCustomerHasAuthorised(t *testing.T) {
	b := newFollower(true)
	l := b.made()
	b.run(b.Play(l))
	steps := []watch.Step{{Code: "341", Name: "Itaú", Status: klavi.Authorised}}
	b.run(b.Update(follow.StatusReceived{Sight: desk.Sight{Look: b.desk.LookNow(l), Steps: steps}}))
	b.step()
	if len(b.played) != 1 || b.Playable(l) {
		t.Errorf("played %q, playable: %t", b.played, b.Playable(l))
	}
	if got := b.pauses(); len(got) != 0 {
		t.Errorf("something is waited for: %v", got)
	}
}

func TestACustomerWhoHasAuthorisedIsNotPlayed(t *testing.T) {
	b := newFollower(true)
	l := b.made()
	steps := []watch.Step{{Code: "341", Name: "Itaú", Status: klavi.Authorised}}
	b.desk.Record(desk.Sight{Look: b.desk.LookNow(l), Steps: steps})
	if b.Playable(l) || b.Play(l) != nil {
		t.Error("played")
	}
}

func TestALinkThatIsOverIsNotPlayed(t *testing.T) {
	b := newFollower(true)
	l := b.made()
	b.clock.steady = 30 * time.Minute
	if cmd := b.Play(l); cmd != nil || len(b.pauses()) > 0 {
		t.Error("played")
	}
}

// A step makes the look that is waited for an old one, so that nothing is asked
// twice.
func TestAStepReplacesTheLookThatIsWaitedFor(t *testing.T) {
	b := newFollower(true)
	b.desk.Institutions.Claim()
	l := b.made()
	b.run(b.Start(l))
	planned := b.clock.waits[0].msg
	b.run(b.Play(l))
	if cmd := b.Update(planned); cmd != nil {
		t.Error("the look that was planned before asks too")
	}
}

// The look after a step tells whether it worked. The story goes on.
func TestAStepThatFailsDoesNotEndTheStory(t *testing.T) {
	b := newFollower(true)
	asked := 0
	f := follow.New(follow.Config{
		Context: context.Background(), Desk: b.desk, Clock: b.clock, Note: func(string, ...any) {},
		Play: func(string, string, klavi.ConsentStatus) error {
			asked++
			return errors.New("no")
		},
	})
	due, ok := f.Play(b.made())().(follow.PollDue)
	if !ok || !due.Look.Due() || due.Look.From != watch.FromLink || asked != 1 {
		t.Errorf("%v, asked %d times", due.Look.From, asked)
	}
	if got := b.pauses(); !slices.Equal(got, []time.Duration{4 * time.Second}) {
		t.Errorf("waits for %v", got)
	}
}

// playedAt plays the customer of a link and returns what the demo is told first.
func (b *bench) playedAt(l *desk.Link) string {
	b.played = nil
	b.run(b.Play(l))
	if len(b.played) == 0 {
		return ""
	}
	return b.played[0]
}

func TestTheCustomerIsPlayedAtTheBankThatFits(t *testing.T) {
	known := []directory.Institution{
		{Code: "1", Tier: 1, Persons: true, Companies: true},
		{Code: "2", Tier: 2, Persons: true, Companies: true},
		{Code: "3", Tier: 1, Persons: true, Companies: true, Outage: true},
		{Code: "4", Tier: 1, Persons: true},
		{Code: "5", Tier: 1, Companies: true},
	}
	person, company := klavi.LinkRequest{PersonalTaxID: "52998224725"}, klavi.LinkRequest{BusinessTaxID: "11222333000181"}
	preset := klavi.LinkRequest{PersonalTaxID: "52998224725", InstitutionCode: "748"}
	began := func(s klavi.ConsentStatus) []watch.Step { return []watch.Step{{Code: "341", Status: s}} }
	for name, tt := range map[string]struct {
		known   []directory.Institution
		request klavi.LinkRequest
		before  int // the links that were made before
		seen    []watch.Step
		want    string
	}{
		"the first person":        {known, person, 0, nil, "1 STARTED"},
		"the second person":       {known, person, 1, nil, "4 STARTED"},
		"the third person":        {known, person, 2, nil, "1 STARTED"},
		"a company":               {known, company, 1, nil, "5 STARTED"},
		"the bank of the request": {known, preset, 1, nil, "748 STARTED"},
		"a customer who has begun": {
			known, person, 0, began(klavi.AwaitingBank), "341 AWAITING_LGPD_AUTHORISATION",
		},
		"a customer who is at an unknown step": {known, person, 0, began("NEW"), "341 STARTED"},
		"a customer who has refused":           {known, person, 0, began(klavi.Rejected), "341 STARTED"},
		"no list":                              {nil, person, 0, nil, "260 STARTED"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newFollower(true, func(c *desk.Config) { c.Draft, c.Known = draft.From(tt.request), tt.known })
			for range tt.before {
				b.made()
			}
			l := b.made()
			if tt.seen != nil {
				b.desk.Record(desk.Sight{Look: b.desk.LookNow(l), Steps: tt.seen})
			}
			if got := b.playedAt(l); got != "id-1 "+tt.want {
				t.Errorf("told %q, want %q", got, tt.want)
			}
		})
	}
}
