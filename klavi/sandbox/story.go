package sandbox

import (
	"context"
	"net/http"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/callback/deliver"
)

// Story is a course of events that the sandbox plays. The zero value plays none: the
// customer uses the pages.
type Story string

// The stories.
const (
	StoryAuthorised        Story = "authorised"
	StoryRefused           Story = "refused"
	StoryExpires           Story = "expires"
	StorySlowBank          Story = "slow-bank"
	StoryBankDown          Story = "bank-down"
	StorySeveralApprovers  Story = "several-approvers"
	StoryAlreadyAuthorised Story = "already-authorised"
	StoryNoPermission      Story = "no-permission"
	StoryMaintenance       Story = "maintenance"
	StoryFlakyNetwork      Story = "flaky-network"
)

// Stories returns all stories.
func Stories() []Story {
	return []Story{
		StoryAuthorised, StoryRefused, StoryExpires, StorySlowBank, StoryBankDown, StorySeveralApprovers,
		StoryAlreadyAuthorised, StoryNoPermission, StoryMaintenance, StoryFlakyNetwork,
	}
}

// step is a state of the customer's consent, and the time since the step before it.
type step struct {
	after  time.Duration
	status klavi.ConsentStatus
}

// steps returns what the customer of a story does.
func (s Story) steps() []step {
	begin := []step{{8 * time.Second, klavi.Started}, {8 * time.Second, klavi.AwaitingBank}}
	switch s {
	case StoryAuthorised, StoryFlakyNetwork:
		return append(begin, step{15 * time.Second, klavi.AwaitingLGPD}, step{8 * time.Second, klavi.Authorised})
	case StoryRefused:
		return append(begin, step{15 * time.Second, klavi.Rejected})
	case StoryExpires: // nothing happens for the twenty minutes of the page "Get a Consent"
		return append(begin, step{20 * time.Minute, klavi.Expired})
	case StorySlowBank:
		return append(begin, step{5 * time.Minute, klavi.AwaitingLGPD}, step{8 * time.Second, klavi.Authorised})
	case StoryBankDown:
		return append(begin, step{30 * time.Second, klavi.Failed})
	case StorySeveralApprovers: // the bank waits for the other representatives of the company
		return append(begin, step{15 * time.Minute, klavi.AwaitingLGPD}, step{8 * time.Second, klavi.Authorised})
	default:
		return nil
	}
}

// storyBank is where the customer of a story has an account, unless the link names an
// institution.
const storyBank = "341"

// begin begins the story of a new link.
func (s *Server) begin(l *link) {
	if len(s.cfg.Story.steps()) == 0 {
		return
	}
	select {
	case s.plays <- l:
	default: // too many links at a time
	}
}

// earlier is how long ago the customer of [StoryAlreadyAuthorised] authorised.
const earlier = 30 * 24 * time.Hour

// authorisedBefore makes the consent that a customer gave by an earlier link, if the story
// wants one and there is none yet.
func (s *Server) authorisedBefore(personal, business string) {
	if s.cfg.Story != StoryAlreadyAuthorised || len(s.links.consentsOf(personal, business)) > 0 {
		return
	}
	now := s.cfg.Now()
	old := &link{id: newID(), ends: now, request: klavi.LinkRequest{PersonalTaxID: personal, BusinessTaxID: business}}
	s.links.add(old, now)
	_, _ = s.links.setStatus(old.id, storyBank, klavi.Authorised, now.Add(-earlier)) // the link exists
}

func (s *Server) storyBank(l *link) string {
	if l.request.InstitutionCode != "" {
		return l.request.InstitutionCode
	}
	return storyBank
}

// playOut does what the customer of a link does.
func (s *Server) playOut(ctx context.Context, l *link) {
	for _, step := range s.cfg.Story.steps() {
		if s.cfg.Sleep(ctx, step.after) != nil || s.SetStatus(l.id, s.storyBank(l), step.status) != nil {
			return
		}
	}
}

// maintenance is how long the API is away after the first request.
const maintenance = 2 * time.Minute

// flaky is how often the network of the story fails: each third request.
const flaky = 3

// told returns a handler that answers as the story wants it, before the API does.
func (s *Server) told(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page := r.URL.Path == pagePath
		switch s.cfg.Story {
		case StoryNoPermission:
			if r.URL.Path == apiPath+"/links" {
				refuse(w, http.StatusForbidden, http.StatusForbidden, "Forbidden resource")
				return
			}
		case StoryMaintenance:
			now := s.cfg.Now()
			s.away.CompareAndSwap(0, now.Add(maintenance).UnixNano())
			if !page && now.UnixNano() < s.away.Load() {
				refuse(w, http.StatusServiceUnavailable, http.StatusServiceUnavailable, "Service Unavailable")
				return
			}
		case StoryFlakyNetwork:
			if n := s.asked.Add(1); !page && n%flaky == 0 {
				panic(http.ErrAbortHandler) // the connection ends without an answer
			}
		default:
		}
		next.ServeHTTP(w, r)
	})
}

// sleepFor returns the wait of the sender, which is the machine's unless it is set.
func sleepFor(s deliver.Sender) func(context.Context, time.Duration) error {
	if s.Sleep != nil {
		return s.Sleep
	}
	return func(ctx context.Context, d time.Duration) error {
		select {
		case <-time.After(d):
			return nil
		case <-ctx.Done():
			return ctx.Err() //nolint:wrapcheck // the caller asks whether it ended
		}
	}
}
