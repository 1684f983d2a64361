package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/screen"
	"klavilink/ui/watch"
	"klavilink/validate"
)

// following is the way of one link, told in lines.
type following struct {
	*questions
	link   *desk.Link
	budget *watch.Budget[*desk.Link]

	fresh   []watch.Step // what the last look showed for the first time
	refused int          // the number of steps at which the agent wanted to go on
	over    bool         // it was said that the link has expired
	trouble bool         // it was said that Klavi does not answer
	said    string       // the last sentence for the agent
}

// follow tells what the customer of a link does until it is authorised, refused or over.
// It looks no more often than create --wait does.
func (q *questions) follow(ctx context.Context, l *desk.Link) error {
	f := &following{questions: q, link: l, budget: watch.NewBudget[*desk.Link]()}
	defer q.desk.Subscribe(func(c desk.Change) { f.fresh = c.Steps })()
	f.say()
	q.print.tell(fmt.Sprintf(q.t.Plain.FollowingF, f.expiry()))
	for {
		look, wait, goes := q.desk.NextLook(l)
		if end := f.end(goes); end != "" {
			done, err := f.ended(end, goes)
			if ctx.Err() != nil {
				return f.left()
			}
			if done {
				return err
			}
			continue
		}
		if f.await(ctx, wait) != nil {
			f.print.tell("") // The terminal has shown the key on this line.
			return f.left()
		}
		f.look(ctx, look)
	}
}

// end returns how the link has ended, or "". A failed try after which the agent wants to go
// on is no end.
func (f *following) end(goes bool) string {
	end := endOf(f.link, goes, f.link.Left() == 0)
	if retried(end) && goes && len(f.link.Steps()) == f.refused {
		return ""
	}
	return end
}

// retried reports whether a customer may try again after an end, while the link is good.
func retried(end string) bool { return end == endRefused || end == endExpired }

// await waits for the time of the next look, at most until the link expires.
func (f *following) await(ctx context.Context, wait time.Duration) error {
	if left := f.link.Left(); left > 0 {
		wait = min(wait, left)
	}
	f.budget.Plan(f.link, f.env.steady(), wait)
	for {
		if err := waits(f.env.Clock)(ctx, wait); err != nil {
			return err
		}
		f.budget.Due(f.link, f.env.steady())
		_, pause, ok := f.budget.Next(f.env.steady())
		if !ok || pause == 0 {
			return nil
		}
		wait = pause
	}
}

// look asks where the customer is, and tells what is new.
func (f *following) look(ctx context.Context, look desk.Look) {
	f.fresh = nil
	sight := f.desk.Look(ctx, look)
	if ctx.Err() != nil {
		return
	}
	var e *klavi.Error
	if errors.As(sight.Err, &e) && e.Kind == klavi.KindRate {
		f.budget.Refused(f.env.steady(), e.RetryAfter)
	} else {
		f.budget.Answered(f.env.steady())
	}
	f.desk.Record(sight)
	trouble := f.link.Trouble() && f.link.Left() > 0
	if trouble && !f.trouble {
		f.print.tell(f.t.Status.Trouble)
	}
	f.trouble = trouble
	for _, s := range f.fresh {
		f.tell(s)
	}
	open := func(s watch.Step) bool { return !s.Status.Final() }
	if f.link.Left() == 0 && !f.over && slices.ContainsFunc(f.link.Latest(), open) {
		f.over = true
		f.print.tell(f.t.Link.Expired + ". " + f.t.Plain.StillOpen)
	}
	if f.link.Left() > 0 || len(f.fresh) > 0 && f.link.Standing().Final() {
		f.say()
	}
}

// tell tells what a customer has done. An authorisation has the time that it took, and the
// partner's own number of the case.
func (f *following) tell(s watch.Step) {
	bank := f.desk.Institutions.Name(s)
	if s.Status != klavi.Authorised {
		f.print.tell(fmt.Sprintf(f.t.Plain.StandingF, bank, f.t.Standing(s.Status)))
		return
	}
	f.print.tell(fmt.Sprintf(f.t.Plain.AuthorisedF, bank, f.facts().Took(s.At)))
	if f.link.Ticket != "" {
		f.print.tell(fmt.Sprintf(f.t.Plain.StandingF, validate.Harmless(f.link.TicketName, maxAsked),
			validate.Harmless(f.link.Ticket, maxAsked)))
	}
}

// say tells the sentence that the agent says to the customer now, if it is another one than
// before. It is that of the wizard.
func (f *following) say() {
	if words := f.facts().Say(); words != f.said {
		f.said = words
		f.print.tell(words)
	}
}

// facts returns the words of the wizard's screens for the link.
func (f *following) facts() screen.Facts { return f.words.Facts(f.link, f.link.Left()) }

// ended tells how the link has ended. After a refusal it asks whether to follow another
// try, while the link is good. It returns false if the following goes on.
func (f *following) ended(end string, goes bool) (done bool, _ error) {
	notAuthorised := &exit{status: ExitNotAuthorised}
	switch {
	case end == endAuthorised:
		return true, nil
	case retried(end) && goes:
		f.refused = len(f.link.Steps())
		if yes, err := f.yes(f.t.Plain.GoOn); err != nil || !yes {
			return true, notAuthorised
		}
		return false, nil
	case f.link.Left() == 0:
		if !f.over {
			f.print.tell(f.t.Link.Expired + ".")
		}
		f.say()
	default:
		f.print.tell(f.t.Status.BlindNote)
	}
	return true, notAuthorised
}

// left tells that the agent leaves, and until when the link is good.
func (f *following) left() error {
	words := fmt.Sprintf(f.t.Plain.LeftF, f.expiry())
	if f.link.Left() == 0 {
		words = f.t.Link.Expired + "."
	}
	f.print.tell(words)
	return &exit{status: ExitAbandoned}
}

// expiry is the time of day at which the link ends.
func (f *following) expiry() string {
	return f.link.ExpiresAt().In(f.print.zone).Format(time.TimeOnly)
}
