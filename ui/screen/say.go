package screen

import (
	"fmt"
	"time"

	"klavilink/klavi"
	"klavilink/ui/message"
	"klavilink/validate"
)

// standsStill is the time without news after which the agent asks the customer.
const standsStill = 3 * time.Minute

// Say is the sentence that the agent says to the customer now. It follows what the
// customer does. If that is nothing for some minutes, it asks.
func (f Facts) Say() string {
	return fmt.Sprintf(f.Text.Journey.SayF, f.spoken())
}

// spoken returns the sentence without what introduces it.
func (f Facts) spoken() string {
	say, standing := &f.Text.Say, f.Link.Standing()
	quiet, sent := f.Link.Quiet()
	still := quiet >= standsStill
	switch {
	case standing.Final() && standing != klavi.Failed && standing != klavi.Expired:
		return f.Text.Spoken(standing) // The customer has decided and is offered no other link.
	case f.Left == 0:
		return say.LinkExpired
	case standing == "":
		return unopened(f, still, sent)
	case still && standing == klavi.AwaitingBank && f.Link.Request.BusinessTaxID != "":
		return say.Signatories
	case still && !standing.Final():
		return say.StandsStill
	default:
		return f.Text.Spoken(standing)
	}
}

// unopened returns what the agent says to a customer who has not opened the link.
func unopened(f Facts, still, sent bool) string {
	say, company, ticket := &f.Text.Say, f.Company, f.Link.Ticket
	switch {
	case sent && !still && company+ticket != "":
		return message.Fill(say.Sent, message.Values{
			Company: validate.Harmless(company, maxSaid), Ticket: validate.Harmless(ticket, maxSaid),
		})
	case sent, still:
		return say.Unopened
	default:
		return say.Created
	}
}

// maxSaid limits a name within a sentence, in characters.
const maxSaid = 40
