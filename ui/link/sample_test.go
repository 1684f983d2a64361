package link_test

import (
	"testing"

	"klavilink/klavi"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// Nobody may take it for the customer's data.
func TestOnlyTheDemoShowsASampleOfAResultAndSaysThatItIsInvented(t *testing.T) {
	demo := func(c *screen.Config) { c.Place = screen.Place{Demo: true} }
	for _, request := range []klavi.LinkRequest{{PersonalTaxID: fake.CPF}, {BusinessTaxID: fake.CNPJ}} {
		for _, isDemo := range []bool{true, false} {
			changes := []func(*screen.Config){fake.Typed(request)}
			if isDemo {
				changes = append(changes, demo)
			}
			g := raise(t, wide, short, changes...)
			words := &g.s.Text.Demo
			want, other := words.SamplePerson, words.SampleCompany
			if request.BusinessTaxID != "" {
				want, other = other, want
			}
			g.doesNotSee(want)
			g.s.Saw(g.link, fake.Bank, klavi.Authorised)
			g.moves(flow.Authorise, screen.Handover{})
			g.doesNotSee(other)
			if isDemo {
				g.sees(want, "Amostra inventada: ")
			} else {
				g.doesNotSee(want)
			}
			g.press("esc", "p")
			g.moves(flow.Reopen, screen.Handover{})
			g.press("p")
			g.moves(flow.Authorise, screen.Handover{})
			g.doesNotSee(want)
		}
	}
}
