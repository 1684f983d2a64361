package sandbox

import (
	"cmp"
	"context"
	"net/http"
	"sync"
	"sync/atomic"
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

// teller tells the story of a sandbox.
type teller struct {
	story Story
	now   func() time.Time
	sleep func(context.Context, time.Duration) error
	plays chan *link // the links whose stories begin

	away  atomic.Int64 // when the maintenance ends, in nanoseconds since 1970
	asked atomic.Int64 // the number of requests
}

// newTeller returns the teller of a sandbox.
func newTeller(cfg Config) *teller {
	return &teller{story: cfg.Story, now: cfg.Now, sleep: cfg.Sleep, plays: make(chan *link, maxWaiting)}
}

// setStatus sets the state of a customer's consent at an institution.
type setStatus func(linkID, institutionCode string, status klavi.ConsentStatus) error

// run plays the stories of new links.
func (t *teller) run(ctx context.Context, set setStatus) {
	var running sync.WaitGroup
	defer running.Wait()
	for {
		select {
		case <-ctx.Done():
			return
		case l := <-t.plays:
			running.Go(func() { t.play(ctx, l, set) })
		}
	}
}

// begin begins the story of a new link.
func (t *teller) begin(l *link) {
	if len(t.story.steps()) == 0 {
		return
	}
	select {
	case t.plays <- l:
	default: // too many links at a time
	}
}

// earlier is how long ago the customer of [StoryAlreadyAuthorised] authorised.
const earlier = 30 * 24 * time.Hour

// authorisedBefore makes the consent that a customer gave by an earlier link, if the story
// wants one and there is none yet.
func (t *teller) authorisedBefore(links *store, personal, business string) {
	if t.story != StoryAlreadyAuthorised || len(links.consentsOf(personal, business)) > 0 {
		return
	}
	now := t.now()
	old := &link{id: newID(), ends: now, request: klavi.LinkRequest{PersonalTaxID: personal, BusinessTaxID: business}}
	links.add(old, now)
	_, _ = links.setStatus(old.id, storyBank, klavi.Authorised, now.Add(-earlier)) // the link exists
}

// play does what the customer of a link does.
func (t *teller) play(ctx context.Context, l *link, set setStatus) {
	bank := cmp.Or(l.request.InstitutionCode, storyBank)
	for _, step := range t.story.steps() {
		if t.sleep(ctx, step.after) != nil || set(l.id, bank, step.status) != nil {
			return
		}
	}
}

// maintenance is how long the API is away after the first request.
const maintenance = 2 * time.Minute

// flaky is how often the network of the story fails: each third request.
const flaky = 3

// told returns a handler that answers as the story wants it, before the API does.
func (t *teller) told(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page := r.URL.Path == pagePath
		switch t.story {
		case StoryNoPermission:
			if r.URL.Path == apiPath+"/links" {
				refuse(w, http.StatusForbidden, http.StatusForbidden, "Forbidden resource")
				return
			}
		case StoryMaintenance:
			now := t.now()
			t.away.CompareAndSwap(0, now.Add(maintenance).UnixNano())
			if !page && now.UnixNano() < t.away.Load() {
				refuse(w, http.StatusServiceUnavailable, http.StatusServiceUnavailable, "Service Unavailable")
				return
			}
		case StoryFlakyNetwork:
			if n := t.asked.Add(1); !page && n%flaky == 0 {
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
