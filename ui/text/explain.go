package text

import (
	"fmt"

	"klavilink/klavi"
)

// Turn says whose turn it is. Scripts rely on its values.
type Turn string

// The turns.
const (
	TurnCustomer Turn = "customer"
	TurnYou      Turn = "you" // who asks
	TurnKlavi    Turn = "klavi"
	TurnNobody   Turn = "nobody"
)

// Explanation says what happened, whose turn it is, and what to do.
type Explanation struct {
	Advice

	Turn Turn
}

// ExplainState explains the state of a consent.
func (c *Catalogue) ExplainState(s klavi.ConsentStatus) Explanation {
	e := &c.CLI.Tools.Explained
	switch s {
	case klavi.Started:
		return Explanation{e.Started, TurnCustomer}
	case klavi.AwaitingBank:
		return Explanation{e.AwaitingBank, TurnCustomer}
	case klavi.AwaitingLGPD:
		return Explanation{e.AwaitingLGPD, TurnCustomer}
	case klavi.Authorised:
		return Explanation{e.Authorised, TurnNobody}
	case klavi.Rejected:
		return Explanation{e.Rejected, TurnCustomer}
	case klavi.Expired:
		return Explanation{e.Expired, TurnCustomer}
	case klavi.Failed:
		return Explanation{e.Failed, TurnCustomer}
	case klavi.Revoked:
		return Explanation{e.Revoked, TurnYou}
	case klavi.DeletedByCustomer:
		return Explanation{e.Deleted, TurnYou}
	default:
		return Explanation{e.New, TurnYou}
	}
}

// ExplainCode explains a business code of the API. A code that is not documented is
// quoted.
func (c *Catalogue) ExplainCode(code int) Explanation {
	a, e := &c.API, &c.CLI.Tools.Explained
	i := code - klavi.CodeInvalidAuthorisation
	if i < 0 || i >= len(a.Codes) {
		return Explanation{Advice{fmt.Sprintf(a.BusinessF, code), a.NextSupport}, TurnYou}
	}
	turn := TurnYou
	switch code {
	case klavi.CodeConsentLimit, klavi.CodeNoConsent, klavi.CodeNeedsKYC:
		turn = TurnCustomer
	case klavi.CodeProductRequest:
		turn = TurnKlavi
	}
	return Explanation{Advice{a.Codes[i], e.CodeNext[i]}, turn}
}

// Whose names those whose turn it is.
func (c *Catalogue) Whose(t Turn) string {
	e := &c.CLI.Tools.Explained
	switch t {
	case TurnCustomer:
		return e.Customer
	case TurnKlavi:
		return e.Klavi
	case TurnNobody:
		return e.Anybody
	default:
		return e.You
	}
}
