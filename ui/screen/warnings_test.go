package screen_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// consented returns a permission at an institution that is good until a time.
func consented(code string, until time.Time) klavi.Consent {
	return klavi.Consent{InstitutionCode: code, Status: klavi.Authorised, ExpireAt: klavi.Timestamp{Time: until}}
}

func TestItIsSaidWhereTheCustomerHasAuthorisedAlready(t *testing.T) {
	words := fake.New().Text
	never := time.Time{}
	// In Manaus it is still the day before.
	until := time.Date(2027, time.March, 2, 1, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name, chosen string
		consents     []klavi.Consent
		want         []string
	}{
		{"nowhere", "", nil, nil},
		{"anywhere", "", []klavi.Consent{consented("260", until)}, []string{fmt.Sprintf(words.Status.AlreadyF, "Nubank")}},
		{
			"twice at one", "",
			[]klavi.Consent{consented("260", never), consented("260", never)},
			[]string{fmt.Sprintf(words.Status.AlreadyF, "Nubank")},
		},
		{
			"three names", "",
			[]klavi.Consent{consented("260", never), consented("341", never), consented("104", never)},
			[]string{fmt.Sprintf(words.Status.AlreadyF, "Nubank, Itaú, Caixa")},
		},
		{
			"more than three names", "",
			[]klavi.Consent{
				consented("260", never), consented("341", never), consented("104", never),
				consented("a", never), consented("b", never),
			},
			[]string{fmt.Sprintf(words.Status.AlreadyF, "Nubank, Itaú, Caixa, +2")},
		},
		{
			"at the chosen one", "260",
			[]klavi.Consent{consented("341", never), consented("260", until)},
			[]string{fmt.Sprintf(words.Status.AlreadyUntilF, "Nubank", "01/03/2027")},
		},
		{
			"at the chosen one without an end", "260",
			[]klavi.Consent{consented("260", never)},
			[]string{fmt.Sprintf(words.Status.AlreadyF, "Nubank")},
		},
		{"at another than the chosen one", "260", []klavi.Consent{consented("341", until)}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := fake.New(
				fake.Typed(klavi.LinkRequest{PersonalTaxID: fake.CPF, InstitutionCode: tt.chosen}),
				func(c *screen.Config) { c.Zone = time.FixedZone("Manaus", -4*60*60) },
			)
			s.API.Consented = tt.consents
			s.Run(nobody{}, s.Follow.LookUp())
			if got := s.Warnings(s.Desk.Draft()); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTheTroubleWithTheAPIComesAfterWhatIsKnownOfTheCustomer(t *testing.T) {
	s := fake.New()
	s.API.Trouble = errors.New("odd")
	s.Run(nobody{}, s.Connection.Warm())
	want := []string{s.Text.Frame.EarlyNetwork}
	if got := s.Warnings(s.Desk.Draft()); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	s.API.Consented = []klavi.Consent{consented("260", time.Time{})}
	s.Run(nobody{}, s.Follow.LookUp())
	want = []string{fmt.Sprintf(s.Text.Status.AlreadyF, "Nubank"), s.Text.Frame.EarlyNetwork}
	if got := s.Warnings(s.Desk.Draft()); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
