package desk

import (
	"context"
	"time"

	"klavilink/klavi"
	"klavilink/ui/watch"
)

// middle is the chance where nobody draws one.
const middle = 0.5

// Look is a question to the API: where the customer of a link stands. The number
// tells the last look at a link from earlier ones.
type Look struct {
	Link   *Link
	Number int
	From   watch.Source
}

// Sight is what a look showed, or why it showed nothing.
type Sight struct {
	Look
	Steps []watch.Step
	Err   error
}

// NextLook says which look at a link comes next and in how long. It returns
// false if nothing more will be seen. Looks that were planned before are old then.
func (d *Desk) NextLook(l *Link) (look Look, wait time.Duration, ok bool) {
	chance := middle
	if d.cfg.Chance != nil {
		chance = d.cfg.Chance()
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	from, wait := l.watch.Next(l.now(), chance)
	if from == watch.Nowhere {
		return Look{}, 0, false
	}
	l.look++
	return Look{l, l.look, from}, wait, true
}

// LookNow plans a look at the link's own status that does not wait. Looks that
// were planned before are old then.
func (d *Desk) LookNow(l *Link) Look {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.look++
	return Look{l, l.look, watch.FromLink}
}

// Due reports whether a look is the last that was planned for its link.
func (k Look) Due() bool {
	k.Link.mu.Lock()
	defer k.Link.mu.Unlock()
	return k.Number == k.Link.look
}

// Look asks the API and waits for the answer, at most 15 seconds.
func (d *Desk) Look(ctx context.Context, look Look) Sight {
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	ask := d.fromLink
	if look.From == watch.FromConsents {
		ask = d.fromConsents
	}
	steps, err := ask(ctx, look.Link)
	return Sight{look, steps, err}
}

func (d *Desk) fromLink(ctx context.Context, l *Link) ([]watch.Step, error) {
	list, err := d.cfg.Client.InstitutionStatuses(ctx, l.Token)
	steps := make([]watch.Step, len(list))
	for i, s := range list {
		steps[i] = watch.Step{Code: s.Code, Name: s.Name, Status: s.Status}
	}
	return steps, err //nolint:wrapcheck // the watch judges the client's own error
}

// fromConsents returns the steps of this link alone. The customer may have others.
func (d *Desk) fromConsents(ctx context.Context, l *Link) ([]watch.Step, error) {
	person, company := whose(l.draft)
	list, err := d.cfg.Client.Consents(ctx, person, company)
	var steps []watch.Step
	for _, c := range list {
		if c.LinkID == l.ID {
			steps = append(steps, watch.Step{Code: c.InstitutionCode, Status: c.Status, At: c.UpdatedAt.Time})
		}
	}
	return steps, err //nolint:wrapcheck // the watch judges the client's own error
}

// Record keeps what a look showed and tells the subscribers what changed. It
// returns false for the sight of an old look, which changes nothing.
func (d *Desk) Record(s Sight) bool {
	l := s.Link
	l.mu.Lock()
	if s.Number != l.look {
		l.mu.Unlock()
		return false
	}
	if s.Err != nil {
		l.watch.Failed(s.From, s.Err)
		l.mu.Unlock()
		return true
	}
	fresh := l.watch.Saw(l.now(), s.Steps)
	if len(fresh) > 0 {
		l.news = l.now()
	}
	l.mu.Unlock()
	if len(fresh) > 0 {
		d.tell(Change{Link: l, Steps: fresh})
	}
	return true
}

// Change is news of a link: the steps that were seen for the first time.
type Change struct {
	Link  *Link
	Steps []watch.Step
}

// Authorised returns the step with which the customer authorised, if one of the
// steps is such.
func (c Change) Authorised() (watch.Step, bool) {
	for _, s := range c.Steps {
		if s.Status == klavi.Authorised {
			return s, true
		}
	}
	return watch.Step{}, false
}
