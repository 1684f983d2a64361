package cli

import (
	"fmt"

	"klavilink/klavi"
	"klavilink/ui/cli/batch"
	"klavilink/ui/watch"
)

// waitFor follows the link of a record: the one that was made now, or the one that
// earlier results have. One that was over before this run is not followed. Whether its
// customer has authorised, only the results say.
func (r *creating) waitFor(w *follower, o outcome) {
	link := o.link
	if past := o.past; past.State == batch.Made {
		link = klavi.Link{ID: past.LinkID, Token: past.Token, ExpiresAt: past.Expires}
		switch {
		case past.Authorised:
			return
		case !past.Expires.After(r.env.now()):
			r.left()
			return
		}
	}
	if o.failure != nil || link.ID == "" {
		return
	}
	w.add(&followed{
		target: target{
			id: link.ID, token: link.Token, ends: link.ExpiresAt,
			person: o.request.PersonalTaxID, company: o.request.BusinessTaxID,
		},
		changed: func(steps []watch.Step) { r.changed(o, steps) },
		over:    func(end string) { r.over(o, link.ID, end) },
	})
}

// left counts a link whose customer has not authorised.
func (r *creating) left() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.unauthorised++
}

// changed says what a customer has done, to people only.
func (r *creating) changed(o outcome, steps []watch.Step) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range steps {
		r.bar.clear()
		r.print.tell(fmt.Sprintf(r.t.CLI.Batch.StatusF, o.record.Index, r.t.Standing(s.Status)))
	}
}

// over prints how a link has ended.
func (r *creating) over(o outcome, linkID, end string) {
	if end != endAuthorised {
		r.left()
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.bar.clear()
	r.print.status(o, linkID, end)
}
