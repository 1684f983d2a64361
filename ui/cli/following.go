package cli

import (
	"context"
	"time"

	"klavilink/klavi"
	"klavilink/ui/watch"
)

// lookEvery is the shortest time between two looks, and lookTime the longest that a look
// takes.
const (
	lookEvery = time.Second
	lookTime  = 15 * time.Second
)

// The words for the end of a link. Scripts rely on them.
const (
	endAuthorised = "authorised"
	endRefused    = "refused"
	endExpired    = "expired"
	endUnknown    = "unknown" // the API does not tell
)

// target is a link whose status can be read: with its own token while it lives, and with
// the customer's number. Either may be missing.
type target struct {
	id              string
	token           klavi.Secret
	ends            time.Time
	assumed         bool   // nobody knows when it ends
	person, company string // the customer's number, without punctuation
}

// hasDocument reports whether the customer's number is known, by which consents are read.
func (t target) hasDocument() bool { return t.person+t.company != "" }

// watched returns a watch of the link that begins now.
func (t target) watched(now time.Time) *watch.Watch {
	w := watch.New(now, t.ends, t.hasDocument())
	if t.token == "" {
		w.NoToken()
	}
	return w
}

// ask asks the API where the customer of a link stands.
func (t target) ask(ctx context.Context, client *klavi.Client, from watch.Source) (steps []watch.Step, err error) {
	ctx, cancel := context.WithTimeout(ctx, lookTime)
	defer cancel()
	if from == watch.FromLink {
		list, err := client.InstitutionStatuses(ctx, t.token)
		for _, s := range list {
			steps = append(steps, watch.Step{Code: s.Code, Name: s.Name, Status: s.Status})
		}
		return steps, err //nolint:wrapcheck // the watch judges the client's own error
	}
	person := t.person
	if t.company != "" {
		person = "" // the CPF beside a CNPJ is the representative's
	}
	list, err := client.Consents(ctx, person, t.company)
	for _, c := range list {
		if c.LinkID == t.id {
			steps = append(steps, watch.Step{Code: c.InstitutionCode, Status: c.Status, At: c.UpdatedAt.Time})
		}
	}
	return steps, err //nolint:wrapcheck // the watch judges the client's own error
}

// followed is a link and when to look at it next. The functions are told what the
// customer has done, and how the link has ended.
type followed struct {
	target
	changed func([]watch.Step)
	over    func(end string)

	watch  *watch.Watch
	from   watch.Source
	due    time.Time
	failed error // of the last look at the consents
}

// follower follows links until each is authorised, refused or over. All of them share
// one budget, so that many links do not ask more often than few.
type follower struct {
	env   Env
	open  func() (*session, *exit)
	links chan *followed
	done  chan struct{}
}

// follow starts a follower, which opens the API for its first look. It ends with the
// context.
func follow(ctx context.Context, env Env, open func() (*session, *exit)) *follower {
	w := &follower{env: env, open: open, links: make(chan *followed, 64), done: make(chan struct{})}
	go func() {
		defer close(w.done)
		w.loop(ctx)
	}()
	return w
}

// add follows a link.
func (w *follower) add(f *followed) {
	select {
	case w.links <- f:
	case <-w.done:
	}
}

// finish returns when all links have come to their end, or when the context has ended.
func (w *follower) finish() {
	close(w.links)
	<-w.done
}

// loop looks at the links in turn.
func (w *follower) loop(ctx context.Context) {
	var links []*followed
	var free time.Time // when the budget allows the next look
	added := w.links
	for added != nil || len(links) > 0 {
		var timer <-chan time.Time
		next := soonest(links)
		if next != nil {
			at := next.due
			if at.Before(free) {
				at = free
			}
			timer = w.env.after(at.Sub(w.env.now()))
		}
		select {
		case <-ctx.Done():
			return
		case f, ok := <-added:
			if !ok {
				added = nil
				continue
			}
			f.watch = f.watched(w.env.now())
			if w.plan(f) {
				links = append(links, f)
			} else {
				f.over(endUnknown) // it was over before, and its token with it
			}
		case <-timer:
			free = w.env.now().Add(lookEvery)
			if !w.look(ctx, next) {
				links = without(links, next)
			}
		}
	}
}

// soonest returns the link that is due first, or nil.
func soonest(links []*followed) (next *followed) {
	for _, f := range links {
		if next == nil || f.due.Before(next.due) {
			next = f
		}
	}
	return next
}

// without returns the links without one of them.
func without(links []*followed, gone *followed) []*followed {
	for i, f := range links {
		if f == gone {
			links[i] = links[len(links)-1]
			links[len(links)-1] = nil
			return links[:len(links)-1]
		}
	}
	return links
}

// plan decides when and where to look next. It returns false if there is nothing left to
// see.
func (w *follower) plan(f *followed) bool {
	chance := 0.5
	if w.env.Chance != nil {
		chance = w.env.Chance()
	}
	now := w.env.now()
	from, wait := f.watch.Next(now, chance)
	if left := f.ends.Sub(now); left > 0 {
		wait = min(wait, left) // so that the end is not seen late
	}
	f.from, f.due = from, now.Add(wait)
	return from != watch.Nowhere
}

// look looks at a link, says what changed, and returns false at its end.
func (w *follower) look(ctx context.Context, f *followed) bool {
	s, failure := w.open()
	if failure == nil {
		steps, err := f.ask(ctx, s.client, f.from)
		if ctx.Err() != nil {
			return true
		}
		if f.from == watch.FromConsents {
			f.failed = err
		}
		if err != nil {
			f.watch.Failed(f.from, err)
		} else {
			f.changed(f.watch.Saw(w.env.now(), steps))
		}
	}
	goes := w.plan(f)
	end := endOf(f.watch, goes, !w.env.now().Before(f.watch.Ends()))
	if failure != nil {
		end = endUnknown
	}
	if end == "" {
		return true
	}
	f.over(end)
	return false
}

// course is what was seen of a link.
type course interface {
	Latest() []watch.Step
	Authorised() bool
}

// endOf returns how a link has ended, or "". Goes says that there is more to see, and gone
// that the link has expired.
func endOf(seen course, goes, gone bool) string {
	latest := seen.Latest()
	open, refused := len(latest) == 0, false
	for _, s := range latest {
		open = open || !s.Status.Outcome().Bad()
		refused = refused || s.Status != klavi.Expired
	}
	switch {
	case seen.Authorised():
		return endAuthorised
	case !open && refused:
		return endRefused
	case !open:
		return endExpired
	case goes:
		return ""
	case gone:
		return endExpired
	default:
		return endUnknown
	}
}
