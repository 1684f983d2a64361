package desk_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
)

// clock is a wall clock and a steady one that move when a test says so.
type clock struct {
	mu     sync.Mutex
	wall   time.Time
	steady time.Duration
}

func newClock() *clock { return &clock{wall: time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.wall
}

func (c *clock) Steady() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.steady
}

// sleep lets time pass, set moves the wall clock alone.
func (c *clock) sleep(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.wall, c.steady = c.wall.Add(d), c.steady+d
}

func (c *clock) set(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.wall = c.wall.Add(by)
}

// api answers what a test says, and keeps what it was asked.
type api struct {
	statuses     func(ctx context.Context, token string) ([]klavi.InstitutionStatus, error)
	consents     func(ctx context.Context, person, company string) ([]klavi.Consent, error)
	institutions func(ctx context.Context, token string) ([]klavi.Institution, error)
}

func (a *api) InstitutionStatuses(ctx context.Context, token klavi.Secret) ([]klavi.InstitutionStatus, error) {
	if a.statuses == nil {
		return nil, nil
	}
	return a.statuses(ctx, token.Reveal())
}

func (a *api) Consents(ctx context.Context, person, company string) ([]klavi.Consent, error) {
	if a.consents == nil {
		return nil, nil
	}
	return a.consents(ctx, person, company)
}

func (a *api) Institutions(ctx context.Context, token klavi.Secret) ([]klavi.Institution, error) {
	if a.institutions == nil {
		return nil, nil
	}
	return a.institutions(ctx, token.Reveal())
}

const (
	ana  = "52998224725"
	rui  = "11144477735"
	loja = "11222333000181"
)

// bench is a desk with its clock and its API.
type bench struct {
	*desk.Desk
	clock *clock
	api   *api
}

func newDesk(t *testing.T, document string) *bench {
	t.Helper()
	b := &bench{clock: newClock(), api: &api{}}
	r := klavi.LinkRequest{PersonalTaxID: document}
	if len(document) == len(loja) {
		r = klavi.LinkRequest{BusinessTaxID: document}
	}
	b.Desk = desk.New(desk.Config{
		Client: b.api, Clock: b.clock, Known: directory.Institutions(), Draft: draft.From(r),
		Defaults: draft.From(klavi.LinkRequest{RedirectURL: "https://exemplo.com/volta"}),
	})
	return b
}

// made adds a link of half an hour for the customer of the draft.
func (b *bench) made(id string) *desk.Link {
	token := klavi.Secret("token of " + id)
	l := klavi.Link{ID: id, URL: "https://exemplo.com/v", Token: token, ExpireIn: 30 * time.Minute}
	return b.Add(l, b.clock.Steady(), "Itaú (341)")
}

func (b *bench) document() string { return *b.Draft().Text(draft.Document) }

func (b *bench) types(document string) { *b.Draft().Text(draft.Document) = document }
