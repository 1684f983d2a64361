package desk

import (
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/draft"
)

// Config is what a desk is made of.
type Config struct {
	Client Client
	Clock  Clock

	// Chance draws from [0, 1) to spread looks at the API. Nil always draws the
	// middle.
	Chance func() float64

	Draft    draft.Draft // what is filled in for the first customer
	Defaults draft.Draft // what is filled in for every later customer

	// Known are the institutions to suggest until Klavi's own list is there.
	Known []directory.Institution

	// Remember keeps Klavi's own list for the next session. Nil keeps nothing.
	Remember func([]directory.Institution) error
}

// Desk is the desk of one agent. Make it with [New].
type Desk struct {
	// Institutions are those that can be suggested.
	Institutions *Institutions

	// Customer is what Klavi knows of the customer who is being typed.
	Customer *Customer

	cfg Config

	mu          sync.Mutex
	links       []*Link // in the order in which they were made
	draft       *draft.Draft
	replacing   *Link          // the link that the next one of its customer takes the place of
	source      *Link          // the link that the draft became or came from, nil for a new draft
	aside       []*draft.Draft // drafts that the agent left to look at a link
	unread      []Change
	subscribers []*subscriber
}

// New makes the desk of an agent.
func New(cfg Config) *Desk {
	return &Desk{
		Institutions: &Institutions{client: cfg.Client, remember: cfg.Remember, list: cfg.Known},
		Customer:     &Customer{client: cfg.Client, clock: cfg.Clock},
		cfg:          cfg, draft: cfg.Draft.Clone(),
	}
}

// Format prints the name of the type alone, because a desk holds customers' data.
func (d *Desk) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "desk.Desk") }

// Draft is what the agent types at the moment. Only the wizard that shows it may
// use its values.
func (d *Desk) Draft() *draft.Draft {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.draft
}

// NextCustomer gives the agent a draft for the next customer: the one that was
// set aside last, or one with nothing but the defaults.
func (d *Desk) NextCustomer() {
	d.Customer.forget()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.source, d.replacing = nil, nil
	if last := len(d.aside) - 1; last >= 0 {
		d.draft, d.aside = d.aside[last], d.aside[:last]
		return
	}
	d.draft = d.cfg.Defaults.Clone()
}

// Add keeps a link that the API made from the draft. Asked is the moment before
// the request, on the steady clock; bank names the chosen institution.
func (d *Desk) Add(made klavi.Link, asked time.Duration, bank string) *Link {
	d.Customer.forget() // What Klavi knew before this link is old.
	d.mu.Lock()
	defer d.mu.Unlock()
	l := newLink(made, d.draft, bank, d.cfg.Clock, asked)
	if old := d.replacing; old != nil && sameCustomer(old.draft, d.draft) {
		old.mu.Lock()
		old.replaced = true
		old.mu.Unlock()
	}
	d.links = append(d.links, l)
	d.source, d.replacing = l, nil
	return l
}

// Replace says that the next link takes the place of this one, if it is for the same
// customer. The API cannot take a link back, so this one is followed on.
func (d *Desk) Replace(l *Link) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.replacing = l
}

// Reopen makes a link's own data the draft, so that the agent can make another
// link for the same customer. A draft that is not a link's data is set aside for
// [Desk.NextCustomer].
func (d *Desk) Reopen(l *Link) {
	d.Customer.forget()
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.source == nil || !d.draft.Equal(d.source.draft) {
		d.aside = append(d.aside, d.draft)
	}
	d.draft, d.source, d.replacing = l.draft.Clone(), l, nil
}

// Links lists the links of this session, in the order in which they were made.
func (d *Desk) Links() []*Link {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.links)
}

// HasLinks reports whether a link was made in this session.
func (d *Desk) HasLinks() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.links) > 0
}
