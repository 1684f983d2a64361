package desk_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
)

func TestALookUpAsksForThePersonOrForTheCompany(t *testing.T) {
	b := newDesk(t, "")
	var asked [][2]string
	b.api.consents = func(_ context.Context, person, company string) ([]klavi.Consent, error) {
		asked = append(asked, [2]string{person, company})
		return nil, nil
	}
	for _, document := range []string{"529.982.247-25", "11.222.333/0001-81"} {
		b.types(document)
		b.lookUp()
	}
	if want := [][2]string{{ana, ""}, {"", loja}}; !slices.Equal(asked, want) {
		t.Errorf("asked for %q", asked)
	}
}

// An agent who corrects a digit and comes back to it asks nothing new.
func TestADocumentThatIsTypedAgainIsNotLookedUpAgain(t *testing.T) {
	b := newDesk(t, ana)
	b.lookUp()
	for _, document := range []string{"5299822472", "529.982.247-25", "", ana} {
		b.types(document)
		if b.lookUp() {
			t.Errorf("%q is looked up", document)
		}
	}
	b.types(rui)
	b.lookUp()
	b.types(ana)
	if !b.lookUp() {
		t.Error("the customer before the last is not looked up again")
	}
}

func TestALateAnswerIsDropped(t *testing.T) {
	for name, meanwhile := range map[string]func(*bench, *desk.Link){
		"after another customer was typed": func(b *bench, _ *desk.Link) {
			b.types(rui)
			b.Customer.LookUp(b.Draft())
			b.types(ana)
			b.Customer.LookUp(b.Draft())
		},
		"after the next customer":    func(b *bench, _ *desk.Link) { b.NextCustomer() },
		"after a link was made":      func(b *bench, _ *desk.Link) { b.made("id-2") },
		"after a link was reopened":  func(b *bench, l *desk.Link) { b.Reopen(l) },
		"after another was answered": func(b *bench, _ *desk.Link) { b.types(rui); b.lookUp() },
	} {
		b := newDesk(t, ana)
		l := b.made("id-1")
		consents := []klavi.Consent{granted("260", time.Time{})}
		b.api.consents = func(context.Context, string, string) ([]klavi.Consent, error) { return consents, nil }
		q, _ := b.Customer.LookUp(b.Draft())
		late := b.Customer.Ask(context.Background(), q)
		consents = nil
		meanwhile(b, l)
		b.Customer.Record(late)
		for _, document := range []string{ana, rui} {
			b.types(document)
			if got := b.Customer.Existing(b.Draft()); len(got.Codes) > 0 {
				t.Errorf("%s: %q has authorised at %v", name, document, got.Codes)
			}
		}
	}
}

func TestNothingIsKnownOfACustomerWhoIsTypedAnewUntilTheAnswerIsThere(t *testing.T) {
	b := newDesk(t, ana)
	b.api.consents = func(context.Context, string, string) ([]klavi.Consent, error) {
		return []klavi.Consent{granted("260", time.Time{})}, nil
	}
	b.lookUp()
	if got := b.Customer.Existing(b.Draft()); !slices.Equal(got.Codes, []string{"260"}) || !got.Until.IsZero() {
		t.Errorf("%v", got)
	}
	b.types(rui)
	b.Customer.LookUp(b.Draft())
	if got := b.Customer.Existing(b.Draft()); len(got.Codes) > 0 {
		t.Errorf("the consents of the customer before: %v", got)
	}
	b.types("")
	if got := b.Customer.Existing(b.Draft()); len(got.Codes) > 0 {
		t.Errorf("the consents of nobody: %v", got)
	}
}

// A company and its representative are two customers.
func TestTheConsentsOfOneCustomerAreNotThoseOfAnother(t *testing.T) {
	customers := []string{ana, rui, loja, "12.ABC.345/01DE-35"}
	for _, asked := range customers {
		b := newDesk(t, "")
		b.api.consents = func(context.Context, string, string) ([]klavi.Consent, error) {
			return []klavi.Consent{granted("260", time.Time{})}, nil
		}
		b.types(asked)
		b.lookUp()
		for _, other := range customers {
			b.types(other)
			if got := b.Customer.Existing(b.Draft()); (len(got.Codes) > 0) != (other == asked) {
				t.Errorf("asked about %s, %s has authorised at %v", asked, other, got.Codes)
			}
		}
	}
}

func TestAConsentIsOverOnlyAfterItsEnd(t *testing.T) {
	b := newDesk(t, ana)
	end := b.clock.Now().Add(time.Minute)
	b.api.consents = func(context.Context, string, string) ([]klavi.Consent, error) {
		return []klavi.Consent{granted("260", end)}, nil
	}
	b.lookUp()
	for _, moment := range []struct {
		later time.Duration
		want  int
	}{{0, 1}, {time.Minute, 1}, {time.Nanosecond, 0}} {
		b.clock.sleep(moment.later)
		if got := b.Customer.Existing(b.Draft()); len(got.Codes) != moment.want {
			t.Errorf("%v: %v", b.clock.Now(), got)
		}
	}
}
