package text

import "klavilink/klavi"

// Say holds what an agent says to a customer, without quotation marks. A sentence may have
// placeholders of package message.
type Say struct {
	// These are for the stages of a link.
	Created, Sent, Unopened, Opened, AtBank, Terms, Authorised, Refused, Failed, TookLong, Revoked, Deleted string
	LinkExpired                                                                                             string

	// StandsStill is for a customer of whom nothing was seen for some minutes, and
	// Signatories for such a company.
	StandsStill, Signatories string
}

// Spoken returns what the agent says to a customer whose consent is in a state. The empty
// state is that of a link that nobody has opened. For a state that it does not know, the
// agent asks what the customer sees.
func (t *Catalogue) Spoken(s klavi.ConsentStatus) string {
	w := &t.Say
	switch s {
	case "":
		return w.Created
	case klavi.Started:
		return w.Opened
	case klavi.AwaitingBank:
		return w.AtBank
	case klavi.AwaitingLGPD:
		return w.Terms
	case klavi.Authorised:
		return w.Authorised
	case klavi.Rejected:
		return w.Refused
	case klavi.Failed:
		return w.Failed
	case klavi.Expired:
		return w.TookLong
	case klavi.Revoked:
		return w.Revoked
	case klavi.DeletedByCustomer:
		return w.Deleted
	default:
		return w.StandsStill
	}
}
