package fake

import (
	"context"

	"klavilink/klavi"
)

// API answers what a test says. The zero value knows no customer and makes
// no link: it answers every request for one with an empty link.
type API struct {
	Link      klavi.Link // the answer to every request for a link
	Refusal   error      // the answer instead of a link
	Trouble   error      // the answer to Warm
	Consented []klavi.Consent

	Requests []klavi.LinkRequest // what was asked for
	Looked   []klavi.Secret      // the tokens of the links that were looked at
	Asking   context.Context     //nolint:containedctx // of the last request, so that a test sees it end
}

// Warm answers with the trouble.
func (a *API) Warm(ctx context.Context) error {
	a.Asking = ctx
	return a.Trouble
}

// CreateLink keeps the request and answers with the link or the refusal.
func (a *API) CreateLink(ctx context.Context, r klavi.LinkRequest) (klavi.Link, error) {
	a.Requests, a.Asking = append(a.Requests, r), ctx
	return a.Link, a.Refusal
}

// Consents answers with what the customer has consented to.
func (a *API) Consents(context.Context, string, string) ([]klavi.Consent, error) {
	return a.Consented, nil
}

// InstitutionStatuses keeps the token and answers that the customer has not started.
func (a *API) InstitutionStatuses(_ context.Context, token klavi.Secret) ([]klavi.InstitutionStatus, error) {
	a.Looked = append(a.Looked, token)
	return nil, nil
}

// Institutions answers that there is no list.
func (a *API) Institutions(context.Context, klavi.Secret) ([]klavi.Institution, error) {
	return nil, nil
}

// Pages is a browser that counts its pages.
type Pages struct {
	Path string // where a page stands that nothing opens
	Err  error  // why nothing opens it

	Shown, Withdrawn int
}

// Show counts a page.
func (p *Pages) Show(_, _ []byte) (string, error) {
	p.Shown++
	return p.Path, p.Err
}

// Withdraw counts a page that is taken away.
func (p *Pages) Withdraw() { p.Withdrawn++ }
