package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"strings"
	"sync"
	"time"

	"klavilink/klavi"
	"klavilink/ui/cli/batch"
	"klavilink/ui/cli/config"
	"klavilink/ui/cli/record"
	"klavilink/validate"
)

// creating is one run of create.
type creating struct {
	*creator

	in          *source
	defaults    klavi.LinkRequest // what a record has unless it says otherwise
	environment string
	gate        *batch.Gate
	session     *lazySession
	key         batch.Key
	past        batch.Results

	mu      sync.Mutex // held while something is printed
	status  int        // of the first failure
	untried bool       // the run ended before it tried each record that it read
	counts  struct{ made, failed, before int }

	unauthorised int

	bar   bar
	began time.Duration // since some fixed moment
}

// outcome is what became of a record.
type outcome struct {
	record  record.Record
	request klavi.LinkRequest // as it was sent
	hash    string
	link    klavi.Link
	failure *exit
	unknown bool       // nobody knows whether there is a link
	past    batch.Past // what earlier results say
	untried bool
	read    int64 // how much of the input was read, in bytes
}

// defaults returns what a record has unless it says otherwise: the values of the flags,
// and then those of the profile.
func (c *creator) defaults(p config.Profile) (klavi.LinkRequest, error) {
	t := &c.t.CLI.Batch
	switch {
	case c.jobs < 1 || c.jobs > 100:
		return klavi.LinkRequest{}, misused(t.BadJobs, "")
	case !(c.rate >= 0): // also if it is no number
		return klavi.LinkRequest{}, misused(t.BadRate, "")
	case c.patience < 0:
		return klavi.LinkRequest{}, misused(t.BadPatience, "")
	case c.dryRun && (c.wait || c.qr != "" || c.resume != ""):
		return klavi.LinkRequest{}, misused(t.DryRunWait, "")
	}
	if err := c.checkQR(); err != nil {
		return klavi.LinkRequest{}, err
	}
	flags := klavi.LinkRequest{InstitutionCode: c.institution, RedirectURL: c.redirect}
	for _, pair := range c.callbacks {
		report, address, ok := strings.Cut(pair, "=")
		if _, twice := flags.ProductsCallbackURL[report]; !ok || twice {
			return klavi.LinkRequest{}, misused(fmt.Sprintf(t.BadCallbackF, validate.Harmless(pair, 200)), "")
		}
		if flags.ProductsCallbackURL == nil {
			flags.ProductsCallbackURL = map[string]string{}
		}
		flags.ProductsCallbackURL[report] = address
	}
	if _, wrong := prepare(c.t, flags); len(wrong.sentences) > 0 {
		e := usage(join(wrong.sentences...))
		e.field = wrong.field
		return klavi.LinkRequest{}, e
	}
	return filled(flags, p.Defaults()), nil
}

// one makes the link of a record. Several goroutines call it at once.
func (r *creating) one(ctx context.Context, o outcome) outcome {
	rec := o.record
	if rec.Err != nil {
		o.failure = unreadable(r.t, rec.Err)
		return o
	}
	o.hash = r.key.Hash(rec.Request)
	o.past = r.past.Of(rec.Index, o.hash)
	t := &r.t.CLI.Batch
	switch o.past.State {
	case batch.Made:
		o.request, _ = r.prepared(rec.Request)
		return o
	case batch.Doubtful:
		o.failure, o.unknown = r.failed(fmt.Sprintf(t.DoubtfulF, rec.Index)), true
		return o
	case batch.Changed:
		o.failure = usage(fmt.Sprintf(t.ChangedF, rec.Index))
		return o
	case batch.Missing:
	}
	if o.request, o.failure = r.prepared(rec.Request); o.failure == nil {
		o.failure = r.room(rec.Index)
	}
	if o.failure != nil || r.dryRun {
		return o
	}
	var err error
	o.link, err = r.session.create(ctx, r.gate, o.request)
	var e *exit
	switch {
	case err == nil:
	case errors.As(err, &e):
		o.failure = e
	case errors.Is(err, context.Canceled) && !batch.Unknown(err):
		o.untried = true
	default:
		o.failure = explain(r.t, err)
		if o.unknown = batch.Unknown(err); o.unknown {
			o.failure.message = join(o.failure.message, fmt.Sprintf(t.UnknownF, rec.Index))
		}
		if o.failure.status == ExitCredentials {
			r.session.fail(o.failure)
		}
	}
	return o
}

// prepared returns a request with the defaults and with its values as they are sent, or
// what is wrong with it.
func (r *creating) prepared(q klavi.LinkRequest) (klavi.LinkRequest, *exit) {
	q = filled(q, r.defaults)
	q.ProductsCallbackURL = maps.Clone(q.ProductsCallbackURL) // the defaults are those of all records
	q, wrong := prepare(r.t, q)
	if q.PersonalTaxID == "" && q.BusinessTaxID == "" && !r.noDocument {
		wrong.sentences = append(wrong.sentences, r.t.CLI.Batch.NoDocument)
		wrong.field = cmp.Or(wrong.field, klavi.FieldPersonalTaxID)
	}
	if len(wrong.sentences) == 0 {
		return q, nil
	}
	e := usage(join(wrong.sentences...))
	e.field = wrong.field
	return q, e
}

// failed returns the exit for something that is nobody's mistake.
func (r *creating) failed(message string) *exit {
	return &exit{status: ExitFailed, kind: klavi.KindNetwork.String(), message: message}
}

// show prints what became of a record.
func (r *creating) show(o outcome) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.bar.clear()
	defer r.progress(o.read)
	switch {
	case o.failure != nil:
		r.counts.failed++
		if r.status == ExitOK {
			r.status = o.failure.status
		}
		r.print.failure(o)
	case o.past.State == batch.Made:
		r.counts.before++
		if !o.past.Expires.After(r.env.now()) {
			at := o.past.Expires.In(r.env.Zone).Format(time.DateTime)
			r.print.tell(fmt.Sprintf(r.t.CLI.Batch.OverF, o.record.Index, at))
		}
	case r.dryRun:
		r.counts.made++
		r.print.checked(o)
	default:
		r.counts.made++
		if r.qr != "-" {
			r.print.created(o, r.environment)
		}
		if e := r.draw(o); e != nil {
			r.print.tell(fmt.Sprintf(r.t.CLI.Batch.LineF, o.record.Line, e.message))
			if r.status == ExitOK {
				r.status = e.status
			}
		}
	}
}

// summary says how many records came to what, to people only.
func (r *creating) summary() {
	r.bar.clear()
	c, t := r.counts, &r.t.CLI.Batch
	switch {
	case r.dryRun && !r.print.json:
		r.print.tell(fmt.Sprintf(t.DryF, c.made, c.failed))
	case r.env.ErrTerminal && c.made+c.failed+c.before > 1:
		took := (r.env.steady() - r.began).Round(time.Second)
		r.print.tell(fmt.Sprintf(t.SummaryF, c.made, c.failed, c.before, took))
	}
}
