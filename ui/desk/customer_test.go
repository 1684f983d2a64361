package desk_test

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
	"klavilink/ui/watch"
)

func granted(code string, until time.Time) klavi.Consent {
	return klavi.Consent{InstitutionCode: code, Status: klavi.Authorised, ExpireAt: klavi.Timestamp{Time: until}}
}

// lookUp asks about the customer of the draft, and tells whether there was anything
// to ask.
func (b *bench) lookUp() bool {
	q, ok := b.Customer.LookUp(b.Draft())
	if ok {
		b.Customer.Record(b.Customer.Ask(context.Background(), q))
	}
	return ok
}

func TestACustomerIsLookedUpOnceForEachValidDocument(t *testing.T) {
	b := newDesk(t, "5299822472")
	if b.lookUp() {
		t.Error("asked about half a document")
	}
	for _, document := range []string{ana, rui, loja} {
		b.types(document)
		if !b.lookUp() || b.lookUp() {
			t.Errorf("%s is not asked for once", document)
		}
	}
}

// The customer may have authorised since: the same document is asked for again.
func TestTheSameDocumentIsLookedUpAgainForTheNextLink(t *testing.T) {
	b := newDesk(t, ana)
	b.lookUp()
	l := b.made("id-1")
	if !b.lookUp() {
		t.Error("not after a link")
	}
	b.NextCustomer()
	b.types(ana)
	if !b.lookUp() {
		t.Error("not for the next customer")
	}
	b.Reopen(l)
	if !b.lookUp() {
		t.Error("not for a link that was opened again")
	}
}

func TestWhatIsAuthorisedAlreadyIsNamedForTheChosenInstitution(t *testing.T) {
	b := newDesk(t, ana)
	now := b.clock.Now()
	late, later := now.Add(time.Hour), now.Add(2*time.Hour)
	b.api.consents = func(context.Context, string, string) ([]klavi.Consent, error) {
		return []klavi.Consent{
			granted("260", late), granted("341", later), granted("260", time.Time{}), granted("077", now.Add(-time.Second)),
			{InstitutionCode: "001", Status: klavi.Rejected},
		}, nil
	}
	b.lookUp()
	for chosen, want := range map[string]desk.Existing{
		"":    {Codes: []string{"260", "341"}, Until: later},
		"260": {Codes: []string{"260"}, Until: late},
		"077": {}, "001": {}, "999": {},
	} {
		*b.Draft().Text(draft.Institution) = chosen
		got := b.Customer.Existing(b.Draft())
		if !slices.Equal(got.Codes, want.Codes) || !got.Until.Equal(want.Until) {
			t.Errorf("%q: %v, want %v", chosen, got, want)
		}
	}
	b.types(rui)
	if got := b.Customer.Existing(b.Draft()); len(got.Codes) > 0 {
		t.Errorf("another customer's: %v", got)
	}
}

func TestAnAnswerAboutAnEarlierQuestionIsDropped(t *testing.T) {
	b := newDesk(t, ana)
	b.api.consents = func(context.Context, string, string) ([]klavi.Consent, error) {
		return []klavi.Consent{granted("260", time.Time{})}, nil
	}
	q, _ := b.Customer.LookUp(b.Draft())
	early := b.Customer.Ask(context.Background(), q)
	b.made("id-1")
	if q, ok := b.Customer.LookUp(b.Draft()); !ok || q == (desk.Question{}) {
		t.Fatal("not asked again")
	}
	b.Customer.Record(early)
	if got := b.Customer.Existing(b.Draft()); len(got.Codes) > 0 {
		t.Errorf("%v", got)
	}
}

func TestAFailedLookUpKnowsNothing(t *testing.T) {
	b := newDesk(t, ana)
	b.api.consents = func(context.Context, string, string) ([]klavi.Consent, error) {
		return []klavi.Consent{granted("260", time.Time{})}, errors.New("no")
	}
	b.lookUp()
	if got := b.Customer.Existing(b.Draft()); len(got.Codes) > 0 {
		t.Errorf("%v", got)
	}
}

func TestKlavisOwnListReplacesTheBuiltInOneOnceItIsThere(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	before := b.Institutions.List()
	for name, answer := range map[string]func(context.Context, string) ([]klavi.Institution, error){
		"failure": func(context.Context, string) ([]klavi.Institution, error) { return nil, errors.New("no") },
		"nothing": func(context.Context, string) ([]klavi.Institution, error) { return nil, nil },
	} {
		b.api.institutions = answer
		b.Institutions.Fetch(context.Background(), l)
		if len(b.Institutions.List()) < len(before) {
			t.Errorf("%s took the list", name)
		}
	}
	var remembered []directory.Institution
	d := desk.New(desk.Config{
		Client: &api{institutions: func(context.Context, string) ([]klavi.Institution, error) {
			return []klavi.Institution{{Code: "999", Name: "Banco Novo"}}, nil
		}},
		Clock: b.clock, Remember: func(list []directory.Institution) error { remembered = list; return errors.New("full") },
	})
	d.Institutions.Fetch(context.Background(), l)
	if in, ok := d.Institutions.Find("999"); !ok || in.Name != "Banco Novo" || len(remembered) == 0 {
		t.Errorf("%v %t, remembered %d", in, ok, len(remembered))
	}
	if !d.Institutions.Claim() || d.Institutions.Claim() {
		t.Error("not fetched once a session")
	}
}

func TestAnInstitutionIsNamedAsTheAPICallsItElseByTheListElseByItsCode(t *testing.T) {
	b := newDesk(t, ana)
	for step, want := range map[watch.Step]string{
		{Code: "260", Name: "Nu"}: "Nu",
		{Code: "260"}:             "Nubank",
		{Code: "999"}:             "999",
		{Code: "9\x1b[2J"}:        "9�[2J",
	} {
		if got := b.Institutions.Name(step); got != want {
			t.Errorf("%q: %q, want %q", step.Code, got, want)
		}
	}
}
