package screen_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/draft"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func TestInstitutionsThatDoNotServeTheCustomerComeLastAndTheListStaysAsItIs(t *testing.T) {
	list := []directory.Institution{
		{Code: "1", Companies: true}, {Code: "2", Persons: true}, {Code: "3", Persons: true, Companies: true}, {Code: "4"},
	}
	before := slices.Clone(list)
	for company, want := range map[bool]string{false: "2 3 1 4", true: "1 3 2 4"} {
		var codes []string
		for _, o := range screen.BankOptions(&fake.New().Text.Field, list, company) {
			codes = append(codes, o.Value)
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("company %t: %s, want %s", company, got, want)
		}
		if !slices.Equal(list, before) {
			t.Errorf("company %t: the list became %v", company, list)
		}
	}
}

func TestAnOptionShowsTheCodeAndTheStateOfABankAndIsFoundByItsISPB(t *testing.T) {
	words := &fake.New().Text.Field
	for _, tt := range []struct {
		outage, beta bool
		want         string
	}{
		{false, false, "260"},
		{true, false, "260  " + words.Outage},
		{false, true, "260  " + words.Beta},
		{true, true, "260  " + words.Outage},
	} {
		got := screen.BankOptions(words, []directory.Institution{
			{Code: "260", Name: "Nubank", ISPB: "18236120", Outage: tt.outage, Beta: tt.beta},
		}, false)[0]
		if got.Detail != tt.want || got.Label != "Nubank" || got.Keywords != "18236120" ||
			!slices.Equal(got.OtherNames, directory.OtherNames()["260"]) {
			t.Errorf("outage %t, beta %t: %+v", tt.outage, tt.beta, got)
		}
	}
}

func TestThePickerOfBanksHasTheKeyOfItsField(t *testing.T) {
	s := fake.New()
	if got := s.BankPicker("a-key", "A title", new(string), false).GetKey(); got != "a-key" {
		t.Errorf("got %q", got)
	}
}

func TestARefusedCodeIsShownWithFortyCharactersAtMost(t *testing.T) {
	long := strings.Repeat("9", 40)
	for code, want := range map[string]string{long: long, long + "9": long[:39] + "…"} {
		s := fake.New()
		*s.Desk.Draft().Text(draft.Institution) = code
		got := s.UnlistedBank(&klavi.Error{Code: klavi.CodeInvalidInstitution})
		if want := fmt.Sprintf(s.Text.Failed.UnlistedF, want); got != want {
			t.Errorf("%d characters: %q, want %q", len(code), got, want)
		}
	}
}
