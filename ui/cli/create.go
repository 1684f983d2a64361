package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"klavilink/klavi"
	"klavilink/ui/cli/batch"
	"klavilink/ui/cli/config"
	"klavilink/ui/screen"
	"klavilink/ui/text"
	"klavilink/validate"
)

// creator is the command create. It makes a link for each record of the input, and
// prints one outcome for each, in their order.
type creator struct {
	env      Env
	t        *text.Catalogue
	print    *printer
	settings *settings
	api      *connector
	requests requests

	input       string // the name of a file, or "-" for standard input
	resume      string // the name of a file with earlier results, or empty
	qr          string // the name of the file for the code, or empty
	institution string
	redirect    string
	callbacks   []string
	company     string
	jobs        int
	rate        float64
	patience    time.Duration
	dryRun      bool
	noDocument  bool
	wait        bool
}

// command returns the command and its flags.
func (c *creator) command() *cobra.Command {
	t := &c.t.CLI
	cmd := &cobra.Command{
		Use: "create", Short: t.CreateShort, Long: t.CreateLong, Args: noArgs(t),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.do(cmd.Context()) },
	}
	f := cmd.Flags()
	f.StringVar(&c.input, "input", "-", t.FlagInput)
	f.BoolVar(&c.print.json, "json", c.print.json, t.FlagJSON)
	f.IntVar(&c.jobs, "jobs", 4, t.Batch.FlagJobs)
	f.Float64Var(&c.rate, "rate", 0, t.Batch.FlagRate)
	f.DurationVar(&c.patience, "patience", 10*time.Minute, t.Batch.FlagPatience)
	f.StringVar(&c.resume, "resume", "", t.Batch.FlagResume)
	f.BoolVar(&c.dryRun, "dry-run", false, t.Batch.FlagDryRun)
	f.BoolVar(&c.noDocument, "no-document", false, t.Batch.FlagNoDocument)
	f.StringVar(&c.institution, "institution", "", t.Batch.FlagInstitution)
	f.StringVar(&c.redirect, "redirect", "", t.Batch.FlagRedirect)
	f.StringArrayVar(&c.callbacks, "callback", nil, t.Batch.FlagCallback)
	f.StringVar(&c.company, "company", "", t.Tools.FlagCompany)
	f.BoolVar(&c.wait, "wait", false, t.Batch.FlagWait)
	c.api.play.flags(cmd, &c.t.Events)
	f.StringVar(&c.qr, "qr", "", fmt.Sprintf(t.Batch.FlagQRF, indexMark, linkIDMark))
	return cmd
}

// do runs the command. It continues after a record that fails, and its exit status is
// that of the first failure.
func (c *creator) do(ctx context.Context) error {
	if err := c.api.play.ready(c.api.demo, &c.t.Events); err != nil {
		return err
	}
	if c.api.play.story == storyList {
		c.print.stories()
		return nil
	}
	p, err := c.settings.profile()
	if err != nil {
		return err
	}
	if err := c.named(&p); err != nil {
		return err
	}
	defaults, err := c.defaults(p)
	if err != nil {
		return err
	}
	in, err := c.requests.open(ctx, c.input)
	if err != nil {
		return err
	}
	defer in.close()
	r := &creating{
		creator: c, in: in, defaults: defaults, environment: c.environment(p),
		gate: batch.NewGate(c.rate, c.patience, c.env.steady, c.env.after),
		bar:  c.bar(),
	}
	if err := r.remember(ctx); err != nil {
		return err
	}
	r.session = &lazySession{open: func() (*session, error) { return c.connect(ctx, p, r.gate) }}
	defer r.session.close()
	err = r.run(ctx)
	r.session.session.settled(ctx)
	return err
}

// maxCompany is the longest name of a company, in characters.
const maxCompany = 60

// named puts the name that --company gives in the place of the profile's. Only the pages
// of the demo show it, because the API has no field for it.
func (c *creator) named(p *config.Profile) error {
	if c.company == "" {
		return nil
	}
	name := validate.Harmless(c.company, maxCompany)
	if name != c.company || validate.Trim(name) != name {
		return misused(c.t.CLI.Tools.BadCompany, "")
	}
	if !c.api.demo {
		c.print.tell(c.t.CLI.Tools.CompanyDemo)
	}
	p.Company = name
	return nil
}

// environment returns the value of "environment" in the JSON output.
func (c *creator) environment(p config.Profile) string {
	if c.api.demo {
		return environment(screen.Place{Demo: true})
	}
	return string(p.Environment)
}

// connect opens the API. Without credentials it returns an error and does not fall
// back to the demo, because a script would take the demo's links for real ones.
//
// The gate holds the repetitions of the client too. They end with the context, and the
// request itself does not.
func (c *creator) connect(ctx context.Context, p config.Profile, g *batch.Gate) (*session, error) {
	s, err := c.api.pausing(func(_ context.Context, d time.Duration) error {
		g.Pause(d)
		return g.Wait(ctx)
	}).connect(p, false)
	if err != nil {
		return nil, err
	}
	if s.reminder != "" && !c.print.json {
		c.print.tell(s.reminder)
	}
	return s, nil
}

// run makes the links and prints what became of each record.
func (r *creating) run(ctx context.Context) error {
	var waiting *follower
	if r.wait {
		waiting = follow(ctx, r.env, r.session.get)
	}
	finished := false
	err := batch.Ordered(ctx, r.jobs, func() (func() outcome, error) {
		rec, err := r.in.next()
		if err != nil {
			finished = errors.Is(err, io.EOF)
			return nil, err
		}
		if rec.Index == 0 {
			r.began = r.env.steady()
		}
		o := outcome{record: rec, read: r.in.records.Read()}
		return func() outcome { return r.one(ctx, o) }, nil
	}, func(o outcome) {
		if o.untried {
			r.untried = true
			return
		}
		r.show(o)
		if waiting != nil {
			r.waitFor(waiting, o)
		}
	})
	if waiting != nil {
		waiting.finish()
	}
	return r.end(ctx, err, finished && !r.untried)
}

// end says how the run went, and returns what ends the program.
func (r *creating) end(ctx context.Context, err error, finished bool) error {
	r.summary()
	if s := r.session.session; s != nil && s.place.Demo && !r.print.json {
		r.print.tell(r.t.CLI.DemoServer)
	}
	switch {
	case ctx.Err() != nil && (!finished || r.wait):
		e := abandoned(r.t)
		if r.counts.made > 0 {
			e.message = r.t.CLI.Batch.Continue
		}
		return e
	case err != nil:
		return err
	case r.status != ExitOK:
		return &exit{status: r.status}
	case r.wait && r.unauthorised > 0:
		return &exit{status: ExitNotAuthorised}
	default:
		return nil
	}
}

// lazySession is a session that is opened when the first record needs it. Once it has
// failed, every later record fails with that error without a request. For example, no
// record can succeed without credentials.
type lazySession struct {
	open func() (*session, error)

	mu      sync.Mutex
	session *session
	failure *exit
}

// get returns the session, and opens it if this is the first call.
func (l *lazySession) get() (*session, *exit) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.failure == nil && l.session == nil {
		s, err := l.open()
		if err != nil {
			l.failure = exitOf(err)
		}
		l.session = s
	}
	return l.session, l.failure
}

// fail makes every later call of get fail.
func (l *lazySession) fail(e *exit) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.failure = e
}

// close closes the session if it was opened.
func (l *lazySession) close() {
	if l.session != nil {
		l.session.close()
	}
}

// create makes a link through the gate. If the credentials are refused, no later record
// tries them.
func (l *lazySession) create(ctx context.Context, g *batch.Gate, r klavi.LinkRequest) (klavi.Link, error) {
	s, failure := l.get()
	if failure != nil {
		return klavi.Link{}, failure
	}
	return g.Make(ctx, r, s.client.CreateLink)
}
