package follow_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/follow"
)

// clock keeps what is waited for instead of waiting.
type clock struct {
	steady time.Duration
	waits  []wait
}

type wait struct {
	d   time.Duration
	msg tea.Msg
}

func (c *clock) Now() time.Time { return time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC).Add(c.steady) }

func (c *clock) Steady() time.Duration { return c.steady }

func (c *clock) After(d time.Duration, msg tea.Msg) tea.Cmd {
	c.waits = append(c.waits, wait{d, msg})
	return nil
}

// api answers what a test says, and counts.
type api struct {
	statuses []klavi.InstitutionStatus
	err      error
	consents int
	lists    int
	looks    int // at the status of a link or at the consents
}

func (a *api) InstitutionStatuses(context.Context, klavi.Secret) ([]klavi.InstitutionStatus, error) {
	a.looks++
	return a.statuses, a.err
}

func (a *api) Consents(context.Context, string, string) ([]klavi.Consent, error) {
	a.consents++
	a.looks++
	return []klavi.Consent{{InstitutionCode: "260", Status: klavi.Authorised}}, nil
}

func (a *api) Institutions(context.Context, klavi.Secret) ([]klavi.Institution, error) {
	a.lists++
	return []klavi.Institution{{Code: "999", Name: "Banco Novo"}}, nil
}

// bench is a follower with all that it works with.
type bench struct {
	*follow.Follower
	clock  *clock
	api    *api
	desk   *desk.Desk
	notes  []string
	played []string
}

func newFollower(demo bool, changes ...func(*desk.Config)) *bench {
	b := &bench{clock: &clock{}, api: &api{}}
	known := desk.Config{
		Client: b.api, Clock: b.clock, Draft: draft.From(klavi.LinkRequest{PersonalTaxID: "52998224725"}),
	}
	for _, change := range changes {
		change(&known)
	}
	b.desk = desk.New(known)
	cfg := follow.Config{
		Context: context.Background(), Desk: b.desk, Clock: b.clock,
		Note: func(what string, _ ...any) { b.notes = append(b.notes, what) },
	}
	if demo {
		cfg.Play = func(id, bank string, s klavi.ConsentStatus) error {
			b.played = append(b.played, fmt.Sprint(id, " ", bank, " ", s))
			b.api.statuses = []klavi.InstitutionStatus{{Code: bank, Status: s}}
			return nil
		}
	}
	b.Follower = follow.New(cfg)
	return b
}

func (b *bench) made() *desk.Link {
	return b.desk.Add(klavi.Link{ID: "id-1", ExpireIn: 30 * time.Minute}, b.clock.steady, "")
}

// run runs a command and gives its answers to the follower, as a program does.
func (b *bench) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			b.run(c)
		}
	case nil:
	default:
		b.run(b.Update(msg))
	}
}

// next takes the first wait of those that are left, and lets its time pass.
func (b *bench) next() time.Duration {
	w := b.clock.waits[0]
	b.clock.waits = b.clock.waits[1:]
	b.clock.steady += w.d
	b.run(b.Update(w.msg))
	return w.d
}

func TestALinkIsLookedAtAndTheListIsFetchedOnceASession(t *testing.T) {
	b := newFollower(false)
	l := b.made()
	b.run(b.Start(l))
	if len(b.clock.waits) != 2 || b.clock.waits[0].d != 3*time.Second || b.clock.waits[1].d != 2*time.Second {
		t.Fatalf("%v", b.clock.waits)
	}
	b.api.statuses = []klavi.InstitutionStatus{{Code: "260", Status: klavi.Started}}
	b.next()
	b.next()
	if in, ok := b.desk.Institutions.Find("999"); l.Standing() != klavi.Started || !ok || b.api.lists != 1 {
		t.Errorf("%s, %v, %d lists", l.Standing(), in, b.api.lists)
	}
	if len(b.clock.waits) != 1 {
		t.Errorf("the next look is not waited for: %v", b.clock.waits)
	}
	b.clock.waits = nil
	b.run(b.Start(b.made()))
	if len(b.clock.waits) != 1 {
		t.Errorf("a second link: %v", b.clock.waits)
	}
}

func TestALookThatIsNotTheLastAsksNothing(t *testing.T) {
	b := newFollower(false)
	l := b.made()
	b.run(b.Start(l))
	old := b.clock.waits[0].msg
	b.desk.LookNow(l)
	if cmd := b.Update(old); cmd != nil {
		t.Error("asks")
	}
}

func TestAnAnswerThatIsNotTheLastPlansNothing(t *testing.T) {
	b := newFollower(false)
	l := b.made()
	old := b.desk.LookNow(l)
	b.desk.LookNow(l)
	b.run(b.Update(follow.StatusReceived{Sight: desk.Sight{Look: old}}))
	if len(b.clock.waits) != 0 {
		t.Errorf("%v", b.clock.waits)
	}
}

func TestALookThatFailsIsNotedAndTriedAgainLater(t *testing.T) {
	b := newFollower(false)
	b.desk.Institutions.Claim()
	l := b.made()
	b.api.err = &klavi.Error{Kind: klavi.KindNetwork, Err: errors.New("no network")}
	b.run(b.Start(l))
	waits := []time.Duration{b.next(), b.next(), b.clock.waits[0].d}
	want := []time.Duration{3 * time.Second, 5 * time.Second, 10 * time.Second}
	if !slices.Equal(waits, want) || !slices.Equal(b.notes, []string{"look failed", "look failed"}) {
		t.Errorf("%v, %q", waits, b.notes)
	}
}

func TestACustomerIsLookedUpOnceForEachDocument(t *testing.T) {
	b := newFollower(false)
	for range 3 {
		b.run(b.LookUp())
	}
	if e := b.desk.Customer.Existing(b.desk.Draft()); b.api.consents != 1 || !slices.Equal(e.Codes, []string{"260"}) {
		t.Errorf("asked %d times, knows %v", b.api.consents, e.Codes)
	}
}

func TestTheDemoPlaysFourStepsFourSecondsApart(t *testing.T) {
	for chosen, bank := range map[string]string{"": "260", "341": "341"} {
		b := newFollower(true)
		*b.desk.Draft().Text(draft.Institution) = chosen
		l := b.made()
		if !b.Playable(l) {
			t.Fatal("not playable")
		}
		b.run(b.Play(l))
		if b.Playable(l) || b.Play(l) != nil {
			t.Error("played twice at once")
		}
		for len(b.played) < 4 {
			b.next()
		}
		want := []string{
			"id-1 " + bank + " STARTED", "id-1 " + bank + " AWAITING_AUTHORISATION",
			"id-1 " + bank + " AWAITING_LGPD_AUTHORISATION", "id-1 " + bank + " AUTHORISED",
		}
		if !slices.Equal(b.played, want) || !l.Authorised() {
			t.Errorf("%q", b.played)
		}
	}
}

func TestTheStoryEndsWithTheLink(t *testing.T) {
	b := newFollower(true)
	l := b.made()
	b.run(b.Play(l))
	b.clock.steady = time.Hour
	for len(b.clock.waits) > 0 && len(b.played) < 2 {
		b.next()
	}
	if len(b.played) != 1 {
		t.Errorf("%q", b.played)
	}
}

func TestNoCustomerIsPlayedOutsideTheDemo(t *testing.T) {
	b := newFollower(false)
	if l := b.made(); b.Playable(l) || b.Play(l) != nil {
		t.Error("played")
	}
}
