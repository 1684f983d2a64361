package ui_test

import (
	"context"
	"sync"
	"time"

	"klavilink/klavi"
)

// api is a scripted API. Each request for a link takes the next answer, or waits for
// one.
type api struct {
	mu      sync.Mutex
	warm    error
	warmed  int
	asked   []klavi.LinkRequest
	answers chan reply
	begun   chan struct{} // one for each request
	given   chan struct{} // one for each request that was given up

	// What a look at a link and at a customer's consents shows; nil shows nothing.
	statuses func(ctx context.Context, linkToken string) ([]klavi.InstitutionStatus, error)
	consents func(ctx context.Context, person, company string) ([]klavi.Consent, error)
	list     []klavi.Institution
	listed   int // how often the list was asked for
	looks    []string
}

func (a *api) Institutions(context.Context, klavi.Secret) ([]klavi.Institution, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.listed++
	return a.list, nil
}

type reply struct {
	link klavi.Link
	err  error
}

func newAPI(replies ...reply) *api {
	a := &api{answers: make(chan reply, 10), begun: make(chan struct{}, 10), given: make(chan struct{}, 10)}
	for _, r := range replies {
		a.answers <- r
	}
	return a
}

func (a *api) Warm(context.Context) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.warmed++
	return a.warm
}

func (a *api) CreateLink(ctx context.Context, r klavi.LinkRequest) (klavi.Link, error) {
	a.mu.Lock()
	a.asked = append(a.asked, r)
	a.mu.Unlock()
	a.begun <- struct{}{}
	select {
	case reply := <-a.answers:
		return reply.link, reply.err
	case <-ctx.Done():
		a.given <- struct{}{}
		return klavi.Link{}, &klavi.Error{Kind: klavi.KindNetwork, Err: ctx.Err()}
	}
}

// shows sets what looks at links show from now on.
func (a *api) shows(list ...klavi.InstitutionStatus) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.statuses = func(context.Context, string) ([]klavi.InstitutionStatus, error) { return list, nil }
}

func (a *api) InstitutionStatuses(ctx context.Context, linkToken klavi.Secret) ([]klavi.InstitutionStatus, error) {
	a.mu.Lock()
	a.looks = append(a.looks, "link "+linkToken.Reveal())
	answer := a.statuses
	a.mu.Unlock()
	if answer == nil {
		return nil, nil
	}
	return answer(ctx, linkToken.Reveal())
}

func (a *api) Consents(ctx context.Context, person, company string) ([]klavi.Consent, error) {
	a.mu.Lock()
	a.looks = append(a.looks, "consents "+person+company)
	answer := a.consents
	a.mu.Unlock()
	if answer == nil {
		return nil, nil
	}
	return answer(ctx, person, company)
}

func (a *api) requests() []klavi.LinkRequest {
	a.mu.Lock()
	defer a.mu.Unlock()
	return append([]klavi.LinkRequest(nil), a.asked...)
}

// linkOf makes a link with a URL of n bytes.
func linkOf(n int) klavi.Link {
	url := "https://conecte-sandbox.klavi.ai/path?v="
	for i := 0; len(url) < n; i++ {
		url += string("eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9_-"[(i*i+3*i)%38])
	}
	return klavi.Link{ID: "id-1", Token: "t", URL: klavi.Secret(url[:n]), ExpireIn: 30 * time.Minute}
}
