package ui_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
)

// consenting is an API that knows what a customer has authorised.
func consenting(person string, consents ...klavi.Consent) *api {
	a := newAPI(reply{link: linkOf(230)})
	a.consents = func(_ context.Context, p, company string) ([]klavi.Consent, error) {
		if p+company != person {
			return nil, nil
		}
		return consents, nil
	}
	return a
}

func granted(code string) klavi.Consent {
	return klavi.Consent{InstitutionCode: code, Status: klavi.Authorised, ExpireAt: klavi.Timestamp{Time: time.Date(2027, 3, 1, 12, 0, 0, 0, time.Local)}}
}

func TestWhatTheCustomerHasAuthorisedIsSaidBeforeANewLinkAndHoldsNobodyBack(t *testing.T) {
	w := start(t, setup{client: consenting("52998224725", granted("260"), granted("341"), klavi.Consent{InstitutionCode: "077", Status: klavi.Rejected})})
	w.sees("CPF ou CNPJ")
	w.press("52998224725")
	w.sees("Este cliente já autorizou: Nubank, Itaú.")
	w.press(ctrlS)
	w.sees("Confira", "Este cliente já autorizou: Nubank, Itaú.")
	w.press(enter)
	w.sees("30:00 restantes")
	w.doesNotSee("já autorizou")
}

func TestAtTheChosenInstitutionUntilWhenItIsGoodIsSaid(t *testing.T) {
	w := start(t, setup{client: consenting("52998224725", granted("260"), granted("341")), request: klavi.LinkRequest{InstitutionCode: "341"}})
	w.sees("CPF ou CNPJ")
	w.press("52998224725")
	w.sees("já autorizou em Itaú, até 01/03/2027")
	w.press(enter)
	w.sees("2 de 4")
	w.press("inter")
	w.doesNotSee("já autorizou") // not there
	w.press(back, back, back, back, back, "nubank")
	w.sees("já autorizou em Nubank")
}

func TestOverOrUnansweredConsentsAreNotSpokenOf(t *testing.T) {
	over := granted("260")
	over.ExpireAt.Time = newClock().Now().Add(-time.Hour)
	failing := newAPI()
	failing.consents = func(context.Context, string, string) ([]klavi.Consent, error) {
		return []klavi.Consent{granted("260")}, errors.New("no")
	}
	for name, client := range map[string]*api{"over": consenting("52998224725", over), "another's": consenting("11144477735", granted("260")), "failing": failing} {
		w := start(t, setup{client: client})
		w.sees("CPF ou CNPJ")
		w.press("52998224725", ctrlS)
		if shown := w.sees("Confira"); strings.Contains(shown, "já autorizou") {
			t.Errorf("%s:\n%s", name, shown)
		}
	}
}

// The agent types on: the answer to another document is nobody's.
func TestALateAnswerAboutAnotherDocumentIsDropped(t *testing.T) {
	release := make(chan struct{})
	client := newAPI()
	client.consents = func(_ context.Context, person, _ string) ([]klavi.Consent, error) {
		if person == "52998224725" {
			<-release
			return []klavi.Consent{granted("260")}, nil
		}
		return []klavi.Consent{granted("341")}, nil
	}
	w := start(t, setup{client: client})
	w.sees("CPF ou CNPJ")
	w.press("52998224725")
	w.sees("529.982.247-25")
	w.press(strings.Repeat(back, 14), "11144477735")
	w.sees("111.444.777-35", "já autorizou: Itaú")
	close(release)
	w.press(ctrlS)
	if shown := w.sees("Confira"); strings.Contains(shown, "Nubank") {
		t.Error(shown)
	}
}

func TestACompanysConsentsAreItsOwn(t *testing.T) {
	w := start(t, setup{client: consenting("11222333000181", granted("260"))})
	w.sees("CPF ou CNPJ")
	w.press("11222333000181")
	w.sees("já autorizou: Nubank")
}
