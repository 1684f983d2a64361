package cli

import (
	"context"
	"fmt"
	"time"

	"klavilink/klavi"
	"klavilink/ui/watch"
)

// waiter follows the links of a run until each is authorised, refused or over. All of
// them share one budget, so that many links do not ask more often than few.
type waiter struct {
	run  *creating
	made chan outcome
	done chan struct{}
}

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

// followed is a link and when to look at it next.
type followed struct {
	outcome
	watch *watch.Watch
	from  watch.Source
	due   time.Time
}

// follow starts a waiter. It ends with the context.
func (r *creating) follow(ctx context.Context) *waiter {
	w := &waiter{run: r, made: make(chan outcome, 64), done: make(chan struct{})}
	go func() {
		defer close(w.done)
		w.loop(ctx)
	}()
	return w
}

// add follows the link of a record.
func (w *waiter) add(o outcome) {
	select {
	case w.made <- o:
	case <-w.done:
	}
}

// finish returns when all links have come to their end, or when the context has ended.
func (w *waiter) finish() {
	close(w.made)
	<-w.done
}

// loop looks at the links in turn.
func (w *waiter) loop(ctx context.Context) {
	var links []*followed
	var free time.Time // when the budget allows the next look
	made := w.made
	for made != nil || len(links) > 0 {
		var timer <-chan time.Time
		next := soonest(links)
		if next != nil {
			at := next.due
			if at.Before(free) {
				at = free
			}
			timer = w.run.env.after(at.Sub(w.run.env.now()))
		}
		select {
		case <-ctx.Done():
			return
		case o, ok := <-made:
			if !ok {
				made = nil
				continue
			}
			f := &followed{outcome: o, watch: watch.New(w.run.env.now(), o.link.ExpiresAt, o.hasDocument())}
			w.plan(f)
			links = append(links, f)
		case <-timer:
			free = w.run.env.now().Add(lookEvery)
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
func (w *waiter) plan(f *followed) bool {
	chance := 0.5
	if w.run.env.Chance != nil {
		chance = w.run.env.Chance()
	}
	now := w.run.env.now()
	from, wait := f.watch.Next(now, chance)
	if left := f.link.ExpiresAt.Sub(now); left > 0 {
		wait = min(wait, left) // so that the end is not seen late
	}
	f.from, f.due = from, now.Add(wait)
	return from != watch.Nowhere
}

// look looks at a link, says what changed, and returns false at its end.
func (w *waiter) look(ctx context.Context, f *followed) bool {
	s, failure := w.run.session.get()
	if failure == nil {
		short, cancel := context.WithTimeout(ctx, lookTime)
		steps, err := ask(short, s.client, f)
		cancel()
		if ctx.Err() != nil {
			return true
		}
		if err != nil {
			f.watch.Failed(f.from, err)
		} else {
			w.run.changed(f, f.watch.Saw(w.run.env.now(), steps))
		}
	}
	goes := w.plan(f)
	end := endOf(f.watch, goes, w.run.env.now())
	if failure != nil {
		end = endUnknown
	}
	if end == "" {
		return true
	}
	w.run.over(f.outcome, end)
	return false
}

// ask asks the API where the customer of a link stands.
func ask(ctx context.Context, client *klavi.Client, f *followed) (steps []watch.Step, err error) {
	if f.from == watch.FromLink {
		list, err := client.InstitutionStatuses(ctx, f.link.Token)
		for _, s := range list {
			steps = append(steps, watch.Step{Code: s.Code, Name: s.Name, Status: s.Status})
		}
		return steps, err
	}
	person, company := f.request.PersonalTaxID, f.request.BusinessTaxID
	if company != "" {
		person = ""
	}
	list, err := client.Consents(ctx, person, company)
	for _, c := range list {
		if c.LinkID == f.link.ID {
			steps = append(steps, watch.Step{Code: c.InstitutionCode, Status: c.Status, At: c.UpdatedAt.Time})
		}
	}
	return steps, err
}

// hasDocument reports whether the customer's number is known, by which consents are read.
func (o outcome) hasDocument() bool {
	return o.request.PersonalTaxID != "" || o.request.BusinessTaxID != ""
}

// endOf returns how a link has ended, or "". Goes says that there is more to see.
func endOf(w *watch.Watch, goes bool, now time.Time) string {
	latest := w.Latest()
	open, refused := len(latest) == 0, false
	for _, s := range latest {
		open = open || !s.Status.Outcome().Bad()
		refused = refused || s.Status != klavi.Expired
	}
	switch {
	case w.Authorised():
		return endAuthorised
	case !open && refused:
		return endRefused
	case !open:
		return endExpired
	case goes:
		return ""
	case now.Before(w.Ends()):
		return endUnknown
	default:
		return endExpired
	}
}

// changed says what a customer has done, to people only.
func (r *creating) changed(f *followed, steps []watch.Step) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range steps {
		r.bar.clear()
		r.print.tell(fmt.Sprintf(r.t.CLI.Batch.StatusF, f.record.Index, r.t.Standing(s.Status)))
	}
}

// over prints how a link has ended.
func (r *creating) over(o outcome, end string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.bar.clear()
	if end != endAuthorised {
		r.unauthorised++
	}
	r.print.status(o, end)
}
