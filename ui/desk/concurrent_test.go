package desk_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/watch"
)

// The race detector watches this test. Every method of a desk is called at the same
// time as every other. Each goroutine asks about a draft of its own.
func TestAllMethodsOfADeskMayBeCalledAtOnce(t *testing.T) {
	const times = 20
	b := newDesk(t, ana)
	b.api.statuses = func(context.Context, string) ([]klavi.InstitutionStatus, error) {
		return []klavi.InstitutionStatus{nubank(klavi.Authorised)}, nil
	}
	b.api.consents = func(context.Context, string, string) ([]klavi.Consent, error) {
		return []klavi.Consent{{LinkID: "id-1", InstitutionCode: "341", Status: klavi.Started}}, nil
	}
	b.api.institutions = func(context.Context, string) ([]klavi.Institution, error) {
		return []klavi.Institution{{Code: "260", Name: "Nubank"}}, nil
	}
	ctx := context.Background()
	l := b.made("id-1")
	var told, claimed, playing atomic.Int32
	cancel := b.Subscribe(func(c desk.Change) {
		if _, ok := c.Authorised(); ok {
			told.Add(1)
		}
	})
	defer cancel()
	var wg sync.WaitGroup
	for _, work := range []func(){
		func() { b.made("id-2") },
		func() { b.NextCustomer(); b.Draft() },
		func() { b.Reopen(l) },
		func() { b.Links(); b.HasLinks() },
		func() { b.Unread(); b.Read(l); b.ReadAll() },
		func() { b.Subscribe(func(desk.Change) {})() },
		func() { b.Record(b.Look(ctx, b.LookNow(l))) },
		func() {
			if look, _, ok := b.NextLook(l); ok && look.Due() {
				look.From = watch.FromConsents
				b.Record(b.Look(ctx, look))
			}
		},
		func() {
			l.Made()
			l.Ends()
			l.Left()
			l.Left()
			l.ExpiresAt()
			l.ShownID()
			l.Unseen()
		},
		func() { l.Rename("loja"); l.Name() },
		func() {
			l.Steps()
			l.Latest()
			l.Standing()
			l.Authorised()
			l.Trouble()
			l.Blind()
		},
		func() {
			l.Playing()
			if l.StartPlaying() {
				playing.Add(1)
			}
		},
		func() {
			if b.Institutions.Claim() {
				claimed.Add(1)
			}
			b.Institutions.Fetch(ctx, l)
		},
		func() {
			b.Institutions.List()
			b.Institutions.Find("260")
			b.Institutions.Name(watch.Step{Code: "341"})
		},
		func() {
			d := draft.From(klavi.LinkRequest{PersonalTaxID: rui})
			if q, ok := b.Customer.LookUp(&d); ok {
				b.Customer.Record(b.Customer.Ask(ctx, q))
			}
			b.Customer.Existing(&d)
		},
	} {
		wg.Go(func() {
			for range times {
				work()
			}
		})
	}
	wg.Wait()
	b.Record(b.Look(ctx, b.LookNow(l))) // at the latest now
	if !l.Authorised() || told.Load() != 1 {
		t.Errorf("authorised: %t, told %d times", l.Authorised(), told.Load())
	}
	if n := len(b.Links()); n != times+1 {
		t.Errorf("%d links", n)
	}
	if claimed.Load() != 1 || playing.Load() > 1 {
		t.Errorf("claimed %d times, played %d times", claimed.Load(), playing.Load())
	}
}
