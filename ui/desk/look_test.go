package desk_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/watch"
)

// limit returns how long a question with this context may still take, to the
// second. It returns zero if the question may take for ever.
func limit(ctx context.Context) time.Duration {
	end, ok := ctx.Deadline()
	if !ok {
		return 0
	}
	return time.Until(end).Round(time.Second)
}

func TestEveryQuestionToTheAPIIsLimitedTo15Seconds(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	var limits []time.Duration
	var inherited []any
	type key struct{}
	note := func(ctx context.Context) {
		limits = append(limits, limit(ctx))
		inherited = append(inherited, ctx.Value(key{}))
	}
	b.api.statuses = func(ctx context.Context, _ string) ([]klavi.InstitutionStatus, error) {
		note(ctx)
		return nil, nil
	}
	b.api.consents = func(ctx context.Context, _, _ string) ([]klavi.Consent, error) {
		note(ctx)
		return nil, nil
	}
	b.api.institutions = func(ctx context.Context, _ string) ([]klavi.Institution, error) {
		note(ctx)
		return nil, nil
	}
	ctx := context.WithValue(context.Background(), key{}, "caller")
	look := b.LookNow(l)
	b.Look(ctx, look)
	look.From = watch.FromConsents
	b.Look(ctx, look)
	q, _ := b.Customer.LookUp(b.Draft())
	b.Customer.Ask(ctx, q)
	b.Institutions.Fetch(ctx, l)
	const s = 15 * time.Second
	if !slices.Equal(limits, []time.Duration{s, s, s, s}) {
		t.Errorf("the limits are %v", limits)
	}
	if !slices.Equal(inherited, []any{"caller", "caller", "caller", "caller"}) {
		t.Errorf("the questions do not end with their caller: %v", inherited)
	}
}

func TestAnEarlierLimitOfTheCallerHolds(t *testing.T) {
	b := newDesk(t, ana)
	var got time.Duration
	b.api.statuses = func(ctx context.Context, _ string) ([]klavi.InstitutionStatus, error) {
		got = limit(ctx)
		return nil, ctx.Err()
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	b.Look(ctx, b.LookNow(b.made("id-1")))
	if got != 5*time.Second {
		t.Errorf("the limit is %v", got)
	}
}

func TestASilentLinkOfAKnownCustomerIsAlsoLookedAtThroughTheConsents(t *testing.T) {
	const l, c = watch.FromLink, watch.FromConsents
	for document, want := range map[string][]watch.Source{
		ana: {l, l, c, l, l, c}, loja: {l, l, c, l, l, c}, "": {l, l, l, l, l, l},
	} {
		b := newDesk(t, document)
		made := b.made("id-1")
		var got []watch.Source
		for range want {
			look, _, _ := b.NextLook(made)
			got = append(got, look.From)
			b.Record(b.Look(context.Background(), look))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", document, got, want)
		}
	}
}

func TestALinkThatIsOverIsLookedAtThroughTheConsents(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	b.clock.sleep(30 * time.Minute)
	look, _, ok := b.NextLook(l)
	if !ok || look.From != watch.FromConsents || l.Blind() {
		t.Fatalf("%v %t, blind: %t", look.From, ok, l.Blind())
	}
	b.Record(b.Look(context.Background(), look))
	if _, _, ok := b.NextLook(l); ok || !l.Blind() {
		t.Error("a customer who never came is looked for again")
	}
}

// Somebody sets the clock by a day. The link is as old as before.
func TestSettingTheWallClockDoesNotStopTheLooks(t *testing.T) {
	b := newDesk(t, "")
	l := b.made("id-1")
	b.clock.set(24 * time.Hour)
	if look, wait, ok := b.NextLook(l); !ok || look.From != watch.FromLink || wait != 3*time.Second || l.Blind() {
		t.Errorf("%v in %v, %t, blind: %t", look.From, wait, ok, l.Blind())
	}
}

func TestEveryLookHasALargerNumberThanTheOneBefore(t *testing.T) {
	b := newDesk(t, ana)
	first, second := b.made("id-1"), b.made("id-2")
	var looks []desk.Look
	for range 2 {
		next, _, _ := b.NextLook(first)
		looks = append(looks, next, b.LookNow(first))
	}
	other := b.LookNow(second)
	for i, look := range looks {
		if look.Number != i+1 || look.Link != first || look.Due() != (i == len(looks)-1) {
			t.Errorf("look %d has number %d, due: %t", i, look.Number, look.Due())
		}
	}
	if other.Number != 1 || !other.Due() {
		t.Errorf("the looks at another link count: %d", other.Number)
	}
}

func TestAnOldFailureIsDroppedToo(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	b.Record(desk.Sight{Look: b.LookNow(l), Err: errors.New("no network")})
	old := b.LookNow(l)
	b.LookNow(l)
	if b.Record(desk.Sight{Look: old, Err: errors.New("no network")}) || l.Trouble() {
		t.Error("an old failure counts")
	}
}

func TestASightKeepsTheErrorOfTheAPI(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	refused := &klavi.Error{Kind: klavi.KindAuth, Status: 401}
	b.api.statuses = func(context.Context, string) ([]klavi.InstitutionStatus, error) { return nil, refused }
	b.api.consents = func(context.Context, string, string) ([]klavi.Consent, error) { return nil, refused }
	for _, from := range []watch.Source{watch.FromLink, watch.FromConsents} {
		look := b.LookNow(l)
		look.From = from
		s := b.Look(context.Background(), look)
		if !errors.Is(s.Err, refused) || s.Look != look || len(s.Steps) > 0 {
			t.Errorf("from %v: %v", from, s.Err)
		}
		if !b.Record(s) {
			t.Error("a failure is not recorded")
		}
	}
	if !l.Blind() {
		t.Error("both places refuse, and more is expected")
	}
}

func TestAStepFromTheConsentsHasTheTimeThatTheAPISays(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	b.clock.sleep(10 * time.Minute)
	at := b.clock.Now().Add(-3 * time.Minute)
	b.api.consents = func(context.Context, string, string) ([]klavi.Consent, error) {
		return []klavi.Consent{{
			LinkID: "id-1", InstitutionCode: "260", Status: klavi.Authorised, UpdatedAt: klavi.Timestamp{Time: at},
		}}, nil
	}
	look := b.LookNow(l)
	look.From = watch.FromConsents
	b.Record(b.Look(context.Background(), look))
	if steps := l.Steps(); len(steps) != 1 || !steps[0].At.Equal(at) {
		t.Errorf("%v, want one at %v", steps, at)
	}
}

func TestAStepFromTheLinkHasTheTimeOfTheLook(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	b.clock.sleep(10 * time.Minute)
	b.clock.set(5 * time.Hour) // the link's own clock does not follow
	authorise(l, b)
	want := l.Made().Add(10 * time.Minute)
	if steps := l.Steps(); len(steps) != 1 || !steps[0].At.Equal(want) || steps[0].Name != "Nubank" {
		t.Errorf("%v, want one at %v", steps, want)
	}
}

// The draft goes on to somebody else. The link still belongs to its customer.
func TestTheConsentsOfALinkAreThoseOfItsOwnCustomer(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	*b.Draft().Text(draft.Document) = rui
	var asked string
	b.api.consents = func(_ context.Context, person, _ string) ([]klavi.Consent, error) {
		asked = person
		return nil, nil
	}
	look := b.LookNow(l)
	look.From = watch.FromConsents
	b.Look(context.Background(), look)
	if asked != ana {
		t.Errorf("asked about %q", asked)
	}
}

func TestTheStepsOfALinkCannotBeChangedFromOutside(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	authorise(l, b)
	l.Steps()[0].Status, l.Latest()[0].Status = klavi.Rejected, klavi.Rejected
	if !l.Authorised() || l.Standing() != klavi.Authorised {
		t.Errorf("%v", l.Steps())
	}
}
