package desk_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/watch"
)

func nubank(s klavi.ConsentStatus) klavi.InstitutionStatus {
	return klavi.InstitutionStatus{Code: "260", Name: "Nubank", Status: s}
}

func TestALookAtALinkAsksWithItsTokenAndIsKept(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	b.api.statuses = func(ctx context.Context, token string) ([]klavi.InstitutionStatus, error) {
		if limit, ok := ctx.Deadline(); !ok || time.Until(limit) > 15*time.Second {
			t.Error("the question may take for ever")
		}
		if token != "token of id-1" {
			t.Errorf("asked with %q", token)
		}
		return []klavi.InstitutionStatus{nubank(klavi.AwaitingBank)}, nil
	}
	look, wait, ok := b.NextLook(l)
	if !ok || wait != 3*time.Second || look.From != watch.FromLink || !look.Due() {
		t.Fatalf("%+v in %v, %t", look.From, wait, ok)
	}
	if !b.Record(b.Look(context.Background(), look)) || l.Standing() != klavi.AwaitingBank || len(l.Steps()) != 1 {
		t.Errorf("%v", l.Steps())
	}
}

// The customer may have other links. Only the consents of this one count.
func TestALookAtTheConsentsKeepsThoseOfTheLink(t *testing.T) {
	for document, want := range map[string][2]string{ana: {ana, ""}, loja: {"", loja}} {
		b := newDesk(t, document)
		l := b.made("id-1")
		b.api.consents = func(_ context.Context, person, company string) ([]klavi.Consent, error) {
			if [2]string{person, company} != want {
				t.Errorf("asked for %q and %q", person, company)
			}
			return []klavi.Consent{
				{LinkID: "another", InstitutionCode: "341", Status: klavi.Authorised},
				{LinkID: "id-1", InstitutionCode: "260", Status: klavi.AwaitingBank},
			}, nil
		}
		look := b.LookNow(l)
		look.From = watch.FromConsents
		b.Record(b.Look(context.Background(), look))
		if latest := l.Latest(); len(latest) != 1 || latest[0].Code != "260" || l.Authorised() {
			t.Errorf("%v", latest)
		}
	}
}

func TestTheSightOfAnOldLookChangesNothing(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	old := b.LookNow(l)
	last, _, _ := b.NextLook(l)
	b.Subscribe(func(desk.Change) { t.Error("an old look is news") })
	if old.Due() || b.Record(desk.Sight{Look: old, Steps: []watch.Step{{Code: "260", Status: klavi.Authorised}}}) {
		t.Error("an old look counts")
	}
	if !last.Due() || l.Authorised() {
		t.Error("the last look does not count")
	}
}

func TestLooksThatFailAreTroubleUntilOneSucceeds(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	for range 2 {
		if l.Trouble() {
			t.Error("one failure is trouble")
		}
		b.Record(desk.Sight{Look: b.LookNow(l), Err: errors.New("no network")})
	}
	if !l.Trouble() || l.Blind() {
		t.Errorf("trouble %t, blind %t", l.Trouble(), l.Blind())
	}
	b.Record(desk.Sight{Look: b.LookNow(l)})
	if l.Trouble() {
		t.Error("trouble after a look that succeeded")
	}
}

func TestALinkThatNothingMoreIsSeenOfIsNotLookedAt(t *testing.T) {
	b := newDesk(t, "") // no document, so no consents
	l := b.made("id-1")
	refused := &klavi.Error{Kind: klavi.KindAuth, Status: 401}
	b.Record(desk.Sight{Look: b.LookNow(l), Err: refused})
	if _, _, ok := b.NextLook(l); ok || !l.Blind() {
		t.Error("a link that refuses is looked at again")
	}
}

func TestChanceSpreadsTheLooksOfManyDesks(t *testing.T) {
	waits := map[time.Duration]bool{}
	for _, chance := range []float64{0, 0.5, 0.99} {
		b := newDesk(t, ana)
		d := desk.New(desk.Config{Client: b.api, Clock: b.clock, Chance: func() float64 { return chance }})
		l := d.Add(klavi.Link{ID: "id-1", ExpireIn: time.Hour}, 0, "")
		_, wait, _ := d.NextLook(l)
		waits[wait] = true
	}
	if len(waits) != 3 {
		t.Errorf("%v", waits)
	}
}

func TestTheDemoPlaysTheCustomerOfALinkOnce(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	if l.Playing() || !l.StartPlaying() || !l.Playing() || l.StartPlaying() {
		t.Error("played more than once, or never")
	}
	other := b.made("id-2")
	authorise(other, b)
	if other.StartPlaying() {
		t.Error("a customer who has authorised is played")
	}
}
