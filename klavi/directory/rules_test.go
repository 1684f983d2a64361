package directory_test

import (
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/klavi/directory"
)

func TestTheBuiltInListSaysWhoCanHaveAccounts(t *testing.T) {
	want := map[string]struct{ persons, companies bool }{
		"Nubank":    {true, true},  // both, says the file
		"Inter":     {true, true},  // the file does not say
		"Banco PAN": {true, false}, // persons alone
		"BS2":       {false, true}, // companies alone
	}
	for _, in := range directory.Institutions() {
		w, listed := want[in.Name]
		if listed && (in.Persons != w.persons || in.Companies != w.companies) {
			t.Errorf("%+v", in)
		}
		delete(want, in.Name)
	}
	if len(want) > 0 {
		t.Errorf("not in the list: %v", want)
	}
}

func TestMergeBelievesKlaviAboutWhoIsServed(t *testing.T) {
	got := directory.Merge([]klavi.Institution{
		{Code: "260", BusinessType: "LEGAL"},
		{Code: "341", BusinessType: "NATURAL"},
		{Code: "218", BusinessType: "BOTH"}, // the built-in list says companies alone
	})
	for i, want := range []struct{ persons, companies bool }{{false, true}, {true, false}, {true, true}} {
		if got[i].Persons != want.persons || got[i].Companies != want.companies {
			t.Errorf("%+v", got[i])
		}
	}
}

func TestMergeLeavesOutLongCodesAndShortensLongNames(t *testing.T) {
	code, name := strings.Repeat("9", 40), strings.Repeat("a", 80)
	got := directory.Merge([]klavi.Institution{
		{Code: code + "9", Name: "a shortened code is another code"},
		{Code: code, Name: name + "a"},
		{Code: "900", Name: name},
	})
	if len(got) != 2 || got[0].Code != "900" || got[1].Code != code {
		t.Fatalf("%+v", got)
	}
	if got[0].Name != name || got[1].Name != name[:79]+"…" {
		t.Errorf("%q and %q", got[0].Name, got[1].Name)
	}
}

func TestAnInstitutionWithoutANameHasItsCodeAsName(t *testing.T) {
	if got := directory.Merge([]klavi.Institution{{Code: "903"}}); got[0].Name != "903" {
		t.Errorf("%+v", got)
	}
}

func TestInstitutionsOfTheSameNameKeepKlavisOrder(t *testing.T) {
	got := directory.Merge([]klavi.Institution{
		{Code: "902", Name: "Alfa"}, {Code: "901", Name: "Beta"}, {Code: "905", Name: "Alfa"}, {Code: "900", Name: "Alfa"},
	})
	var codes []string
	for _, i := range got {
		codes = append(codes, i.Code)
	}
	if s := strings.Join(codes, " "); s != "902 905 900 901" {
		t.Error(s)
	}
}
