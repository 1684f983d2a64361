package desk_test

import (
	"testing"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
)

func TestALinkKeepsItsTicketAndTheHostThatIsNotKnown(t *testing.T) {
	for _, tt := range []struct{ key, info, ticket, name string }{
		{"protocolo", `{"protocolo":"A-17"}`, "A-17", "Protocolo"},
		{"protocolo", `{"loja":"3"}`, "", ""},
		{"", `{"protocolo":"A-17"}`, "", ""},
	} {
		d := draft.From(klavi.LinkRequest{PersonalTaxID: ana, ExternalInfo: []byte(tt.info)})
		d.AskTicket(tt.key)
		c := newClock()
		b := desk.New(desk.Config{Client: &api{}, Clock: c, Draft: d})
		l := b.Add(klavi.Link{ID: "id", Foreign: "x.example"}, c.Steady(), "")
		if l.Ticket != tt.ticket || l.TicketName != tt.name || l.Foreign != "x.example" {
			t.Errorf("%+v: ticket %q, name %q, host %q", tt, l.Ticket, l.TicketName, l.Foreign)
		}
	}
}
