package ui_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui"
	"klavilink/ui/text"
)

// consenting makes an API that knows what a customer has authorised.
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

// granted makes a consent that ends late on the first of March in the zone of the
// agents. In UTC that is the second of March.
func granted(code string) klavi.Consent {
	until := time.Date(2027, 3, 1, 23, 30, 0, 0, brasilia()).UTC()
	return klavi.Consent{InstitutionCode: code, Status: klavi.Authorised, ExpireAt: klavi.Timestamp{Time: until}}
}

// looking makes a stage whose form looks customers up.
func looking(t *testing.T, client *api) *stage {
	t.Helper()
	return newStage(t, text.Portuguese, [2]int{80, 24}, scene{change: func(cfg *ui.Config) { cfg.Client = client }})
}

func TestExistingAuthorisationsAreShownAndDoNotBlockANewLink(t *testing.T) {
	rejected := klavi.Consent{InstitutionCode: "077", Status: klavi.Rejected}
	w := start(t, setup{client: consenting("52998224725", granted("260"), granted("341"), rejected)})
	w.sees("CPF ou CNPJ")
	w.press("52998224725")
	w.sees("Este cliente já autorizou: Nubank, Itaú.")
	w.press(ctrlS)
	w.sees("Confira", "Este cliente já autorizou: Nubank, Itaú.")
	w.press(enter)
	w.sees("restam 30:00")
	w.doesNotSee("já autorizou")
}

func TestTheEndOfAnExistingAuthorisationIsShownForTheChosenInstitution(t *testing.T) {
	w := start(t, setup{
		client:  consenting("52998224725", granted("260"), granted("341")),
		request: klavi.LinkRequest{InstitutionCode: "341"},
	})
	w.sees("CPF ou CNPJ")
	w.press("52998224725")
	w.sees("já autorizou: Itaú, até 01/03/2027")
	w.press(enter)
	w.sees("● Banco", "já autorizou: Itaú")
	w.press("inter")
	w.doesNotSee("já autorizou") // not there
	w.press(back, back, back, back, back, "nubank")
	w.sees("já autorizou: Nubank")
}

func TestExpiredOrUnknownConsentsAreNotShown(t *testing.T) {
	over := granted("260")
	over.ExpireAt.Time = newClock().Now().Add(-time.Hour)
	failing := newAPI()
	failing.consents = func(context.Context, string, string) ([]klavi.Consent, error) {
		return []klavi.Consent{granted("260")}, errors.New("no")
	}
	for name, tt := range map[string]struct {
		client *api
		said   bool
	}{
		"good":      {consenting("52998224725", granted("260")), true},
		"over":      {consenting("52998224725", over), false},
		"another's": {consenting("11144477735", granted("260")), false},
		"failing":   {failing, false},
	} {
		s := looking(t, tt.client)
		s.write("52998224725")
		s.run(s.last)
		if !slices.Equal(tt.client.looks, []string{"consents 52998224725"}) {
			t.Errorf("%s: asked for %q", name, tt.client.looks)
		}
		s.press("ctrl+s")
		if shown := s.text(); !strings.Contains(shown, "Confira") || strings.Contains(shown, "já autorizou") != tt.said {
			t.Errorf("%s:\n%s", name, shown)
		}
	}
}

// The agent types another document before the answer comes. The answer to the first
// document is dropped, whichever of the two answers comes first.
func TestALateAnswerAboutAnotherDocumentIsDropped(t *testing.T) {
	for _, late := range []bool{false, true} {
		client := newAPI()
		client.consents = func(_ context.Context, person, _ string) ([]klavi.Consent, error) {
			if person == "52998224725" {
				return []klavi.Consent{granted("260")}, nil
			}
			return []klavi.Consent{granted("341")}, nil
		}
		s := looking(t, client)
		s.write("52998224725")
		other := s.last
		for range 11 {
			s.press("backspace")
		}
		s.write("11144477735")
		own := s.last
		if late {
			s.run(own)
			s.run(other)
		} else {
			s.run(other)
			if shown := s.text(); strings.Contains(shown, "já autorizou") {
				t.Errorf("the other's answer was taken:\n%s", shown)
			}
			s.run(own)
		}
		if shown := s.text(); !strings.Contains(shown, "já autorizou: Itaú") || strings.Contains(shown, "Nubank") {
			t.Errorf("late %t:\n%s", late, shown)
		}
		if !slices.Contains(client.looks, "consents 52998224725") {
			t.Errorf("nobody asked for the other: %q", client.looks)
		}
	}
}

func TestACompanyIsLookedUpByItsCNPJ(t *testing.T) {
	client := newAPI()
	client.consents = func(_ context.Context, person, company string) ([]klavi.Consent, error) {
		if person != "" || company != "11222333000181" {
			t.Errorf("asked for %q and %q", person, company)
		}
		return []klavi.Consent{granted("260")}, nil
	}
	w := start(t, setup{client: client})
	w.sees("CPF ou CNPJ")
	w.press("11222333000181")
	w.sees("já autorizou: Nubank")
}
