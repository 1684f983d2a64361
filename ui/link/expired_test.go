package link_test

import (
	"testing"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// The agent finds the case again by its ticket, and hears how far the customer came.
func TestALinkThatIsOverSaysWhoseItWasAndHowFarItCame(t *testing.T) {
	g := raise(t, wide, short, func(c *screen.Config) {
		c.Data = draft.From(klavi.LinkRequest{PersonalTaxID: fake.CPF, ExternalInfo: []byte(`{"protocolo":"A-17"}`)})
		c.Data.AskTicket("protocolo")
	})
	g.s.Saw(g.link, fake.Bank, klavi.AwaitingBank)
	g.s.Clock.Advance(fake.Lifetime)
	g.moves(flow.Expire, screen.Handover{})
	g.sees("✗ "+g.s.Text.Link.Expired, g.link.Customer, "Protocolo A-17", "está no banco", "Esse link venceu")
}
