package desk

import (
	"strings"
	"sync"
	"time"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/watch"
	"klavilink/validate"
)

// Link is a link of this session: what the API gave, whom it is for, and what
// became of it. Its exported fields never change.
type Link struct {
	ID       string
	URL      klavi.Secret
	Token    klavi.Secret
	Lifetime time.Duration
	Foreign  string // the host of the URL if it is not known, else empty

	Request  klavi.LinkRequest // what was sent
	Customer string            // the customer's document, redacted
	Bank     string            // the chosen institution in words

	// Ticket is the partner's own number of the case, and TicketName what it is called.
	// Both are empty if there is none.
	Ticket, TicketName string

	draft *draft.Draft // what was typed
	clock Clock

	made   time.Time     // on the wall clock
	steady time.Duration // the same moment on the steady clock

	mu       sync.Mutex
	watch    *watch.Watch
	look     int // the number of the last look
	playing  bool
	replaced bool
	name     string // the agent's own
	sent     bool
	news     time.Time // when it was sent, or its state was last seen to change
}

// newLink makes a link that the API gave to a request sent at the moment asked of
// the steady clock. Counting from before the request hides the code slightly
// early, never late.
func newLink(l klavi.Link, d *draft.Draft, bank string, clock Clock, asked time.Duration) *Link {
	made := clock.Now().Add(asked - clock.Steady())
	person, company := whose(d)
	ticket, name := d.Ticket(), ""
	if ticket != "" {
		name = d.TicketName()
	}
	return &Link{
		Ticket: ticket, TicketName: name,
		ID: l.ID, URL: l.URL, Token: l.Token, Lifetime: l.ExpireIn, Foreign: l.Foreign,
		Request: d.Request(), Customer: d.Customer(), Bank: bank, draft: d.Clone(), clock: clock, made: made, steady: asked,
		news:  made,
		watch: watch.New(made, made.Add(l.ExpireIn), person+company != ""),
	}
}

// ShownID is the ID, made harmless for a terminal.
func (l *Link) ShownID() string { return validate.Harmless(l.ID, 60) }

// Made is the moment at which the link was asked for, on the wall clock.
func (l *Link) Made() time.Time { return l.made }

// Ends is the end of the link, on the wall clock as it went when the link was
// made.
func (l *Link) Ends() time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.watch.Ends()
}

// now is the wall clock as it would go had nobody set it since the link was made.
func (l *Link) now() time.Time { return l.made.Add(l.clock.Steady() - l.steady) }

// Left is the time until the end, zero once it is over. Sleep counts, and
// setting the wall clock changes nothing.
func (l *Link) Left() time.Duration { return max(l.Ends().Sub(l.now()), 0) }

// ExpiresAt is the end on the wall clock as it goes now. It differs from
// [Link.Ends] where somebody set the clock.
func (l *Link) ExpiresAt() time.Time { return l.clock.Now().Add(l.Left()) }

// Steps lists what the customer did, oldest first.
func (l *Link) Steps() []watch.Step {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]watch.Step(nil), l.watch.Steps()...)
}

// Latest returns the last step at each institution.
func (l *Link) Latest() []watch.Step {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.watch.Latest()
}

// Standing is the state at the institution that is farthest, empty as long as
// nothing was seen.
func (l *Link) Standing() klavi.ConsentStatus {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.watch.Standing()
}

// Authorised reports whether the customer has authorised anywhere.
func (l *Link) Authorised() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.watch.Authorised()
}

// Trouble reports whether several looks in a row failed.
func (l *Link) Trouble() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.watch.Trouble()
}

// Blind reports whether nothing more can be seen of the link.
func (l *Link) Blind() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	source, _ := l.watch.Next(l.now(), middle)
	return source == watch.Nowhere
}

// Unseen is how long ago the state of the link was seen. It is zero if nothing more
// will be seen of the link, because its state does not grow old then.
func (l *Link) Unseen() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	if source, _ := l.watch.Next(now, middle); source == watch.Nowhere {
		return 0
	}
	return now.Sub(l.watch.Seen())
}

// Name is the agent's own name for the link, made harmless for a terminal. It is never
// sent and never stored.
func (l *Link) Name() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.name
}

// MaxName limits the agent's own name for a link, in characters.
const MaxName = 20

// Rename gives the link a name of the agent's own. An empty name takes it away.
func (l *Link) Rename(name string) {
	name = validate.Harmless(strings.TrimSpace(name), MaxName)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.name = name
}

// StartPlaying notes that the demo plays the customer. It returns false if it
// does so already, or if there is nothing left to play.
func (l *Link) StartPlaying() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.playing || l.watch.Authorised() {
		return false
	}
	l.playing = true
	return true
}

// Playing reports whether the demo plays the customer.
func (l *Link) Playing() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.playing
}

// Replaced reports whether a later link has taken the place of this one. It stays good
// until its end, because the API cannot take it back.
func (l *Link) Replaced() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.replaced
}

// Send notes that a message with the link has gone to the customer.
func (l *Link) Send() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sent, l.news = true, l.now()
}

// Quiet says how long there was no news of the link, and whether it was sent. It is news
// that the link was made, that it was sent, and that the customer did something.
func (l *Link) Quiet() (since time.Duration, sent bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.now().Sub(l.news), l.sent
}
