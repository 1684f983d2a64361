package desk

import (
	"context"
	"slices"
	"sync"
	"time"

	"klavilink/klavi"
	"klavilink/ui/draft"
)

// Customer is what Klavi knows of the customer who is being typed: consents that
// are there already. Klavi refuses a link beyond a limit for each institution,
// and often no new link is needed.
type Customer struct {
	client Client
	clock  Clock

	mu       sync.Mutex
	person   string // whose consents they are; one of the two is empty
	company  string
	number   int // of the last question
	consents []klavi.Consent
}

// Question asks for the consents of a customer. Its number tells the last question
// from earlier ones.
type Question struct {
	number          int
	person, company string
}

// Consents answers a [Question].
type Consents struct {
	number int
	list   []klavi.Consent
}

// LookUp returns the question to ask about the customer of a draft. It returns
// false if the document is not valid yet, or if it was asked already.
func (c *Customer) LookUp(d *draft.Draft) (Question, bool) {
	person, company := whose(d)
	c.mu.Lock()
	defer c.mu.Unlock()
	if person+company == "" || person == c.person && company == c.company {
		return Question{}, false
	}
	c.person, c.company, c.consents = person, company, nil
	c.number++
	return Question{c.number, person, company}, true
}

// Ask asks the API and waits for the answer, at most 15 seconds. A failure is an
// answer without consents: the link tells soon enough.
func (c *Customer) Ask(ctx context.Context, q Question) Consents {
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	list, err := c.client.Consents(ctx, q.person, q.company)
	if err != nil {
		list = nil
	}
	return Consents{q.number, list}
}

// Record keeps the answer to the last question, and drops any other.
func (c *Customer) Record(a Consents) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if a.number == c.number {
		c.consents = a.list
	}
}

// forget drops what is known, so that the same document is asked for again.
func (c *Customer) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.person, c.company, c.consents = "", "", nil
	c.number++
}

// Existing is where a customer has authorised already: codes of institutions, in
// the order of the API, each once, and the latest time until which that is good.
type Existing struct {
	Codes []string
	Until time.Time // zero where the API does not say
}

// Existing tells where the customer of a draft has authorised already: at the
// chosen institution, or anywhere if the customer chooses.
func (c *Customer) Existing(d *draft.Draft) Existing {
	person, company := whose(d)
	chosen := *d.Text(draft.Institution)
	c.mu.Lock()
	defer c.mu.Unlock()
	var e Existing
	if person+company == "" || person != c.person || company != c.company {
		return e
	}
	now := c.clock.Now()
	for _, consent := range c.consents {
		over := !consent.ExpireAt.IsZero() && consent.ExpireAt.Before(now)
		elsewhere := chosen != "" && consent.InstitutionCode != chosen
		if consent.Status != klavi.Authorised || over || elsewhere {
			continue
		}
		if !slices.Contains(e.Codes, consent.InstitutionCode) {
			e.Codes = append(e.Codes, consent.InstitutionCode)
		}
		if consent.ExpireAt.After(e.Until) {
			e.Until = consent.ExpireAt.Time
		}
	}
	return e
}
