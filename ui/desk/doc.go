// Package desk keeps what outlives a screen: the links that an agent made in
// this session, what became of each, whom to look at next and when, what the
// agent types at the moment, and what is filled in for the next customer.
//
// A [Desk] belongs to one agent. It knows no screen and no terminal, starts no
// goroutine and never waits by itself. It says what to look at and in how long
// ([Desk.NextLook]); whoever drives it waits, asks the API ([Desk.Look]) and
// reports the answer ([Desk.Record]). The desk then tells its subscribers what
// changed ([Desk.Subscribe]).
//
// All methods are safe for concurrent use, so that one goroutine of a server may
// follow the links of many desks while each agent works. The exception is the
// draft: only the wizard that shows it may read or change its values.
package desk

import (
	"context"
	"time"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/validate"
)

// Client is what a desk asks the API; [klavi.Client] implements it.
type Client interface {
	// InstitutionStatuses tells where the customer of a link stands.
	InstitutionStatuses(ctx context.Context, linkToken klavi.Secret) ([]klavi.InstitutionStatus, error)

	// Consents lists what a customer has authorised. One of the two numbers is empty.
	Consents(ctx context.Context, personalTaxID, businessTaxID string) ([]klavi.Consent, error)

	// Institutions lists the institutions that the customer of a link may choose.
	Institutions(ctx context.Context, linkToken klavi.Secret) ([]klavi.Institution, error)
}

// Clock tells the time.
type Clock interface {
	// Now is the wall clock, which people and networks set.
	Now() time.Time

	// Steady counts from a fixed moment. It goes on while the machine sleeps, and
	// nobody can set it.
	Steady() time.Duration
}

// askTime limits a question to the API. A person gives up later than that.
const askTime = 15 * time.Second

// sameCustomer reports whether two drafts are for the same document.
func sameCustomer(a, b *draft.Draft) bool {
	person, company := whose(a)
	otherPerson, otherCompany := whose(b)
	return person == otherPerson && company == otherCompany
}

// whose returns the number by which the API lists the consents of a draft's
// customer, a CPF or a CNPJ. Both are empty while the document is not valid.
func whose(d *draft.Draft) (personalTaxID, businessTaxID string) {
	document, ok := d.Document()
	switch {
	case !ok:
		return "", ""
	case document.Kind() == validate.KindCNPJ:
		return "", document.Reveal()
	default:
		return document.Reveal(), ""
	}
}
