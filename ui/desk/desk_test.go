package desk_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/watch"
)

func TestTheNextCustomerStartsWithTheDefaultsAlone(t *testing.T) {
	b := newDesk(t, ana)
	b.made("id-1")
	b.NextCustomer()
	if b.document() != "" || *b.Draft().Text(draft.RedirectURL) != "https://exemplo.com/volta" {
		t.Errorf("%q, %q", b.document(), *b.Draft().Text(draft.RedirectURL))
	}
	b.types(rui)
	b.NextCustomer()
	if b.document() != "" {
		t.Error("the defaults were changed through a draft")
	}
}

func TestADraftThatIsLeftForALinkComesBackLastFirst(t *testing.T) {
	b := newDesk(t, ana)
	first := b.made("id-1")
	b.NextCustomer()
	b.types("111")
	b.Reopen(first)
	if b.document() != ana {
		t.Errorf("the link's data is %q", b.document())
	}
	b.Reopen(first) // Nothing of the link's own data was changed.
	b.types("222")  // It is now.
	b.Reopen(first)
	for _, want := range []string{"222", "111", ""} {
		if b.NextCustomer(); b.document() != want {
			t.Errorf("%q, want %q", b.document(), want)
		}
	}
}

func TestChangingADraftChangesNoLink(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	b.types(rui)
	if l.Request.PersonalTaxID != ana || l.Customer != "•••.982.247-••" {
		t.Errorf("%v, %s", l.Request, l.Customer)
	}
	b.Reopen(l)
	if b.document() != ana {
		t.Errorf("%q", b.document())
	}
}

func TestLinksAreListedInTheOrderInWhichTheyWereMade(t *testing.T) {
	b := newDesk(t, ana)
	if b.HasLinks() || len(b.Links()) != 0 {
		t.Error("a link of nobody")
	}
	first, second := b.made("id-1"), b.made("id-2")
	list := b.Links()
	if !b.HasLinks() || len(list) != 2 || list[0] != first || list[1] != second {
		t.Errorf("%d links", len(list))
	}
	list[0] = nil
	if b.Links()[0] != first {
		t.Error("the list is the desk's own")
	}
}

// The end counts from before the request, through sleep, and through a wall clock
// that somebody sets.
func TestALinkEndsOnceAndOnTime(t *testing.T) {
	b := newDesk(t, ana)
	asked := b.clock.Steady()
	b.clock.sleep(2 * time.Second) // the API takes its time
	l := b.Add(klavi.Link{ID: "id-1\x1b[2J", ExpireIn: 30 * time.Minute}, asked, "")
	start := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	if !l.Made().Equal(start) || l.Left() != 30*time.Minute-2*time.Second || !l.Ends().Equal(start.Add(30*time.Minute)) {
		t.Errorf("made %v, %v left, ends %v", l.Made(), l.Left(), l.Ends())
	}
	if l.ShownID() == l.ID {
		t.Errorf("%q is not fit for a terminal", l.ShownID())
	}
	b.clock.set(5 * time.Hour)
	if l.Left() != 30*time.Minute-2*time.Second || !l.ExpiresAt().Equal(l.Ends().Add(5*time.Hour)) {
		t.Errorf("%v left, expires at %v", l.Left(), l.ExpiresAt())
	}
	b.clock.sleep(30*time.Minute - 3*time.Second)
	if l.Left() == 0 {
		t.Error("over a second early")
	}
	b.clock.sleep(time.Second)
	if l.Left() != 0 {
		t.Errorf("%v left at the end", l.Left())
	}
	b.clock.sleep(time.Hour)
	if l.Left() != 0 {
		t.Errorf("%v left after the end", l.Left())
	}
}

func authorise(l *desk.Link, b *bench) {
	step := watch.Step{Code: "260", Name: "Nubank", Status: klavi.Authorised}
	b.Record(desk.Sight{Look: b.LookNow(l), Steps: []watch.Step{step}})
}

func TestEverySubscriberIsToldOnceOfEachChangeAfterItWasKept(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	var told [2][]desk.Change
	for i := range told {
		cancel := b.Subscribe(func(c desk.Change) {
			told[i] = append(told[i], c)
			if !c.Link.Authorised() {
				t.Error("told before it was kept")
			}
		})
		defer cancel()
	}
	authorise(l, b)
	authorise(l, b) // nothing new
	for i := range told {
		if len(told[i]) != 1 || told[i][0].Link != l {
			t.Errorf("subscriber %d: %d changes", i, len(told[i]))
		}
		if step, ok := told[i][0].Authorised(); !ok || step.Name != "Nubank" {
			t.Errorf("%v %t", step, ok)
		}
	}
}

func TestWhoeverCancelsIsToldNothingMore(t *testing.T) {
	b := newDesk(t, ana)
	first, second := b.made("id-1"), b.made("id-2")
	told, kept := 0, 0
	cancel := b.Subscribe(func(desk.Change) { told++ })
	b.Subscribe(func(desk.Change) { kept++ })
	authorise(first, b)
	cancel()
	authorise(second, b)
	if told != 1 || kept != 2 {
		t.Errorf("%d and %d", told, kept)
	}
}

func TestAnAuthorisationIsUnreadUntilItIsLookedAt(t *testing.T) {
	b := newDesk(t, ana)
	first, second := b.made("id-1"), b.made("id-2")
	b.Record(desk.Sight{Look: b.LookNow(first), Steps: []watch.Step{{Code: "260", Status: klavi.Started}}})
	if _, ok := b.Unread(); ok {
		t.Error("a customer who only began is news")
	}
	authorise(first, b)
	authorise(second, b)
	if c, ok := b.Unread(); !ok || c.Link != second {
		t.Error("the latest news is not the last")
	}
	b.Read(second)
	if c, ok := b.Unread(); !ok || c.Link != first {
		t.Error("reading one link's news took another's")
	}
	b.ReadAll()
	if _, ok := b.Unread(); ok {
		t.Error("news after all was read")
	}
}

// A server may follow the links of a desk while its agent works.
func TestADeskIsSafeForConcurrentUse(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	var wg sync.WaitGroup
	for range 8 {
		for _, work := range []func(){
			func() { b.Subscribe(func(desk.Change) {})() },
			func() { b.made("id-2") },
			func() { authorise(l, b) },
			func() {
				if look, _, ok := b.NextLook(l); ok && look.Due() {
					b.Record(b.Look(context.Background(), look))
				}
			},
			func() { b.Reopen(l); b.NextCustomer() },
			func() { b.Unread(); b.Read(l); b.ReadAll(); b.Links(); b.HasLinks() },
			func() {
				l.Steps()
				l.Latest()
				l.Standing()
				l.Trouble()
				l.Blind()
				l.StartPlaying()
				l.Playing()
				l.Left()
			},
			func() { b.Institutions.Claim(); b.Institutions.Fetch(context.Background(), l); b.Institutions.List() },
			func() {
				d := draft.From(klavi.LinkRequest{PersonalTaxID: ana})
				if q, ok := b.Customer.LookUp(&d); ok {
					b.Customer.Record(b.Customer.Ask(context.Background(), q))
				}
				b.Customer.Existing(&d)
			},
		} {
			wg.Add(1)
			go func() {
				defer wg.Done()
				work()
			}()
		}
	}
	wg.Wait()
}
