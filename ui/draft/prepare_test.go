package draft_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/text"
	"klavilink/validate"
)

func TestPrepareWritesValuesAsTheyAreSent(t *testing.T) {
	r, found := draft.Prepare(klavi.LinkRequest{
		PersonalTaxID: cpf, BusinessTaxID: strings.ToLower(letters), Email: " ana@EXEMPLO.com ",
		Phone:           "(11) 98765-4321",
		InstitutionCode: " 033 ", RedirectURL: " https://exemplo.com ", AppLink: " exemplo://app ",
		AppRedirectURLKey: " back_to ", ConnectionKey: " key ", ExternalInfo: []byte(` {"b": 1, "a": 2} `),
		ProductsCallbackURL: map[string]string{"all": " https://exemplo.com "},
	})
	if len(found) > 0 {
		t.Errorf("found %v", found)
	}
	// What the partner's own system gave stays as it is.
	compare(t, r, klavi.LinkRequest{
		PersonalTaxID: bareCPF, BusinessTaxID: bareLetter, Email: "ana@exemplo.com", Phone: "+5511987654321",
		InstitutionCode: "033", RedirectURL: "https://exemplo.com", AppLink: "exemplo://app",
		AppRedirectURLKey: " back_to ", ConnectionKey: " key ", ExternalInfo: []byte(` {"b": 1, "a": 2} `),
		ProductsCallbackURL: map[string]string{"all": " https://exemplo.com "},
	})
}

func TestForTheAPIEveryFieldIsOptional(t *testing.T) {
	r, found := draft.Prepare(klavi.LinkRequest{})
	if len(found) > 0 {
		t.Errorf("found %v", found)
	}
	compare(t, r, klavi.LinkRequest{})
}

func TestPrepareFindsEverythingThatIsWrong(t *testing.T) {
	w := &english.Wrong
	given := klavi.LinkRequest{
		PersonalTaxID: "52998224724", BusinessTaxID: cpf, Email: "ana", Phone: "1187654321", RedirectURL: "exemplo.com",
		AppLink: "exemplo", ProductsCallbackURL: map[string]string{"all": "x", "other": "x"},
	}
	r, found := draft.Prepare(given)
	var got []string
	for _, f := range found {
		got = append(got, f.Field+": "+f.Words(english))
	}
	_, p := validate.CheckCNPJ(cpf)
	want := []string{
		"personalTaxId: " + w.CheckEnd, "businessTaxId: " + english.Problem(p),
		"email: " + w.NoAt, "phone: " + w.NinthDigit, "redirectURL: " + w.Scheme, "appLink: " + w.Scheme,
	}
	if !slices.Equal(got, want) { // the API's own rule is about redirectURL again
		t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	compare(t, r, given) // what is wrong stays as it was given
}

func TestPrepareKeepsTheRulesOfTheAPIsPage(t *testing.T) {
	const url, callbacks = "https://exemplo.com", "productsCallbackURL"
	both, nameless := map[string]string{"all": url, "other": url}, map[string]string{" ": url}
	for _, c := range []struct {
		request klavi.LinkRequest
		field   string
		err     error
	}{
		{klavi.LinkRequest{ProductsCallbackURL: both}, callbacks, klavi.ErrAllExclusive},
		{klavi.LinkRequest{ProductsCallbackURL: nameless}, callbacks, klavi.ErrReportName},
		{klavi.LinkRequest{AppLink: "exemplo://app"}, "appRedirectURLKey", klavi.ErrNeedsRedirect},
		{klavi.LinkRequest{ExternalInfo: []byte("[1]")}, "externalInfo", klavi.ErrExternalInfo},
	} {
		_, found := draft.Prepare(c.request)
		if len(found) != 1 || found[0].Field != c.field || !errors.Is(found[0].Err, c.err) {
			t.Errorf("%v: found %v", c.err, found)
			continue
		}
		for _, lang := range []text.Lang{text.Portuguese, text.English} {
			if words := found[0].Words(text.For(lang)); words == "" || words != text.For(lang).Rule(c.err) {
				t.Errorf("%v in %s: %q", c.err, lang, words)
			}
		}
	}
}

func TestAnAddressForReportsIsFoundByItsProblem(t *testing.T) {
	_, found := draft.Prepare(klavi.LinkRequest{ProductsCallbackURL: map[string]string{"other": "exemplo://app"}})
	var p validate.Problem
	if len(found) != 1 || found[0].Field != "productsCallbackURL" || !errors.As(found[0].Err, &p) ||
		found[0].Words(english) != english.Wrong.Scheme {
		t.Errorf("found %v", found)
	}
}

func TestAFindingSaysNothingOfTheValue(t *testing.T) {
	_, found := draft.Prepare(klavi.LinkRequest{
		PersonalTaxID: "52998224724", Email: "ana.exemplo", Phone: "1187654321", RedirectURL: "exemplo.com/secret",
	})
	if len(found) != 4 {
		t.Fatalf("found %v", found)
	}
	printed := fmt.Sprintf("%v %+v", found, found)
	for _, f := range found {
		printed += f.Words(english)
	}
	for _, private := range []string{"529982", "ana", "8765", "secret"} {
		if strings.Contains(printed, private) {
			t.Errorf("a finding says %q: %s", private, printed)
		}
	}
}

// The form and Prepare judge alike: a text that the form lets through is one that
// Prepare lets through.
func TestTheFormAndPrepareAgree(t *testing.T) {
	texts := []string{
		cpf, "52998224724", cnpj, letters, "ana@exemplo.com", "ana", "11987654321", "1187654321",
		"https://exemplo.com", "x y",
	}
	alone := []draft.Key{
		draft.Document, draft.Email, draft.Phone, draft.RedirectURL, draft.AppLink, draft.ConnectionKey,
	}
	for _, k := range alone {
		f := row(t, k)
		for _, s := range texts {
			d := typed(map[draft.Key]string{f.Key: s, draft.AppKey: "k"})
			_, found := draft.Prepare(d.Request())
			if fine := f.Check(english, s).Problem == ""; fine != (len(found) == 0) {
				t.Errorf("%v %q: the form lets it through: %t, Prepare finds %v", f.Key, s, fine, found)
			}
		}
	}
}
