package desk_test

import (
	"slices"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
)

// row replaces the rows of a draft's externalInfo.
func row(d *draft.Draft, value string) {
	*d.Rows(draft.ExternalInfo) = []draft.Pair{{Key: "protocolo", Value: value}}
}

// overwrite changes the first row where it stands, as a form does.
func overwrite(d *draft.Draft) { (*d.Rows(draft.ExternalInfo))[0].Value = "typed" }

func value(d *draft.Draft) string { return (*d.Rows(draft.ExternalInfo))[0].Value }

func TestTypingDoesNotChangeTheConfiguredDrafts(t *testing.T) {
	var first, later draft.Draft
	row(&first, "first")
	row(&later, "later")
	d := desk.New(desk.Config{Client: &api{}, Clock: newClock(), Draft: first, Defaults: later})
	overwrite(d.Draft())
	for range 2 {
		d.NextCustomer()
		if got := value(d.Draft()); got != "later" {
			t.Errorf("the next customer starts with %q", got)
		}
		overwrite(d.Draft())
	}
	if value(&first) != "first" || value(&later) != "later" {
		t.Errorf("%q, %q", value(&first), value(&later))
	}
}

func TestTypingDoesNotChangeTheDataOfALink(t *testing.T) {
	b := newDesk(t, ana)
	row(b.Draft(), "of the link")
	l := b.made("id-1")
	for range 2 {
		overwrite(b.Draft())
		b.Reopen(l)
		if got := value(b.Draft()); got != "of the link" {
			t.Errorf("the link's data is %q", got)
		}
	}
}

func TestADraftThatIsSetAsideComesBackAsItWas(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	b.NextCustomer()
	b.types(rui)
	row(b.Draft(), "left")
	left := b.Draft()
	b.Reopen(l)
	if b.Draft() == left {
		t.Fatal("the draft is still on the desk")
	}
	b.NextCustomer()
	if b.Draft() != left || b.document() != rui || value(b.Draft()) != "left" {
		t.Errorf("%q, %q", b.document(), value(b.Draft()))
	}
}

// The agent types the customer of a link again. The draft equals the data of the link
// but did not come from it.
func TestADraftThatHappensToEqualTheDataOfTheLastLinkIsSetAside(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	b.NextCustomer()
	*b.Draft().Text(draft.RedirectURL) = ""
	b.types(ana)
	b.Reopen(l)
	b.NextCustomer()
	if b.document() != ana {
		t.Errorf("%q", b.document())
	}
}

func TestADraftThatCameBackIsSetAsideAgain(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	b.NextCustomer()
	b.types(rui)
	for range 3 {
		b.Reopen(l)
		b.NextCustomer()
		if b.document() != rui {
			t.Fatalf("%q", b.document())
		}
	}
	b.NextCustomer()
	if b.document() != "" {
		t.Errorf("set aside twice: %q", b.document())
	}
}

func TestTheDataOfALinkThatWasJustMadeIsNotSetAside(t *testing.T) {
	b := newDesk(t, ana)
	first := b.made("id-1")
	b.NextCustomer()
	b.types(rui)
	second := b.made("id-2")
	b.Reopen(first)
	b.Reopen(second)
	b.NextCustomer()
	if b.document() != "" {
		t.Errorf("set aside: %q", b.document())
	}
}

func TestEditedDataOfALinkIsSetAside(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	b.types(loja)
	b.Reopen(l)
	b.NextCustomer()
	if b.document() != loja {
		t.Errorf("%q", b.document())
	}
}

// The customer may get a second link from the same draft.
func TestADraftStaysOnTheDeskWhenItBecomesALink(t *testing.T) {
	b := newDesk(t, ana)
	d := b.Draft()
	first := b.made("id-1")
	second := b.made("id-2")
	if b.Draft() != d || first.Customer != second.Customer || first.ID == second.ID {
		t.Errorf("%q", b.document())
	}
}

func TestALinkKeepsWhatTheAPIGaveAndHidesTheCustomer(t *testing.T) {
	for document, want := range map[string]string{
		ana: "•••.982.247-••", loja: "••.222.333/0001-••", "": "",
	} {
		b := newDesk(t, document)
		l := b.made("id-1")
		if l.ID != "id-1" || l.ShownID() != "id-1" || l.URL.Reveal() != "https://exemplo.com/v" ||
			l.Token.Reveal() != "token of id-1" || l.Lifetime != 30*time.Minute || l.Bank != "Itaú (341)" {
			t.Errorf("%+v", l.ID)
		}
		if l.Customer != want || l.Customer != b.Draft().Customer() {
			t.Errorf("%q is shown as %q, want %q", document, l.Customer, want)
		}
		if sent := l.Request.PersonalTaxID + l.Request.BusinessTaxID; sent != document {
			t.Errorf("%q was sent as %q", document, sent)
		}
	}
}

func TestALongIDIsCutWhereItIsShown(t *testing.T) {
	b := newDesk(t, ana)
	long := slices.Repeat([]byte("x"), 500)
	l := b.Add(klavi.Link{ID: string(long), ExpireIn: time.Minute}, 0, "")
	if got := []rune(l.ShownID()); len(got) > 60 || len(l.ID) != 500 {
		t.Errorf("%d characters of %d", len(got), len(l.ID))
	}
}
