package cli

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/text"
	"klavilink/ui/watch"
)

// statuser is the command status. It says how far the customers of links are.
type statuser struct {
	env      Env
	t        *text.Catalogue
	print    *printer
	settings *settings
	api      *connector

	input string // the name of a file, "-" for standard input, or empty
	wait  bool
}

// command returns the command and its flags.
func (s *statuser) command() *cobra.Command {
	t := &s.t.CLI
	c := &cobra.Command{
		Use: "status [LINKID...]", Short: t.Tools.StatusShort, Long: t.Tools.StatusLong,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(cmd *cobra.Command, args []string) error { return s.do(cmd.Context(), args) },
	}
	c.Flags().StringVar(&s.input, "input", "", t.Tools.FlagLinks)
	c.Flags().BoolVar(&s.wait, "wait", false, t.Batch.FlagWait)
	c.Flags().BoolVar(&s.print.json, "json", s.print.json, t.FlagJSON)
	return c
}

// do runs the command. Its exit status is that of the first link that cannot be looked
// at, or says whether all customers have authorised.
func (s *statuser) do(ctx context.Context, args []string) error {
	p, err := s.settings.profile()
	if err != nil {
		return err
	}
	if s.api.demo {
		return usage(s.t.CLI.Tools.Demo)
	}
	input := linkInput{env: s.env, t: s.t, print: s.print, name: s.input}
	targets, err := input.targets(ctx, args, string(p.Environment))
	if err != nil {
		return err
	}
	l, err := s.api.looker(s.env, p)
	if err != nil {
		return err
	}
	defer l.session.close()
	if l.session.reminder != "" && !s.print.json {
		s.print.tell(l.session.reminder)
	}
	if s.wait {
		return s.follow(ctx, l, targets)
	}
	return s.look(ctx, l, targets)
}

// look looks at each link once.
func (s *statuser) look(ctx context.Context, l *looker, targets []target) error {
	all, failed := true, (*exit)(nil)
	for _, t := range targets {
		seen, err := l.once(ctx, t)
		switch {
		case ctx.Err() != nil:
			return abandoned(s.t)
		case err != nil:
			e := explain(s.t, err)
			if failed == nil {
				failed = e
			}
			s.print.unseen(t, e)
			continue
		}
		all = all && seen.status == endAuthorised
		s.print.seen(seen)
	}
	return statusEnd(all, failed)
}

// follow follows the links until each has come to its end. What customers do on the way
// is said on standard error.
func (s *statuser) follow(ctx context.Context, l *looker, targets []target) error {
	w := follow(ctx, s.env, func() (*session, *exit) { return l.session, nil })
	all, failed := true, (*exit)(nil)
	for _, t := range targets {
		f := &followed{target: t, watch: t.watched(s.env.now())}
		f.changed = func(steps []watch.Step) { s.print.changed(t, steps) }
		f.over = func(end string) {
			now := s.env.now()
			if end == endUnknown && f.failed != nil {
				e := explain(s.t, f.failed)
				if failed == nil {
					failed = e
				}
				s.print.unseen(t, e)
				return
			}
			all = all && end == endAuthorised
			s.print.seen(sight{target: t, status: end, watch: f.watch, at: now, environment: l.environment})
		}
		w.add(f)
	}
	w.finish()
	if ctx.Err() != nil {
		return abandoned(s.t)
	}
	return statusEnd(all, failed)
}

// statusEnd returns what ends the command.
func statusEnd(all bool, failed *exit) error {
	switch {
	case failed != nil:
		return &exit{status: failed.status}
	case !all:
		return &exit{status: ExitNotAuthorised}
	default:
		return nil
	}
}

// statusPending is the status of a link that has not come to its end.
const statusPending = "pending"

// sight is what was seen of a link.
type sight struct {
	target
	status      string // one of the ends of a link, or [statusPending]
	watch       *watch.Watch
	at          time.Time
	environment string
}

// looker looks at links, no more often than the budget allows.
type looker struct {
	env         Env
	session     *session
	environment string
	free        time.Time // when the budget allows the next look
}

// looker opens the API to look at links.
func (c *connector) looker(env Env, p config.Profile) (*looker, error) {
	s, err := c.connect(p, false)
	if err != nil {
		return nil, err
	}
	return &looker{env: env, session: s, environment: environment(s.place)}, nil
}

// once looks at a link where it can be seen: with its token while it is good, and by the
// customer's number if the token shows nothing. The error is that of the last look, if
// no look has shown anything.
func (l *looker) once(ctx context.Context, t target) (sight, error) {
	now := l.env.now()
	w := t.watched(now)
	s := sight{target: t, watch: w, environment: l.environment}
	var failed error
	answered := false
	for _, from := range t.sources(now) {
		if len(w.Steps()) > 0 {
			break
		}
		if err := l.turn(ctx); err != nil {
			return s, err
		}
		steps, err := t.ask(ctx, l.session.client, from)
		switch {
		case err == nil:
			answered, failed = true, nil
			w.Saw(l.env.now(), steps)
		case from == watch.FromLink && refusedToken(err):
		case !answered || !refusedToken(err): // some partners may not read consents
			failed = err
		}
	}
	s.at = l.env.now()
	s.status = s.standing(answered)
	return s, failed
}

// sources returns where a link can be looked at.
func (t target) sources(now time.Time) (list []watch.Source) {
	if t.token != "" && now.Before(t.ends) {
		list = append(list, watch.FromLink)
	}
	if t.hasDocument() {
		list = append(list, watch.FromConsents)
	}
	return list
}

// refusedToken reports whether the API refused a token. That of a link is refused once
// the link is over.
func refusedToken(err error) bool {
	var e *klavi.Error
	return errors.As(err, &e) && e.Kind == klavi.KindAuth
}

// standing returns the status of a link after all looks. Answered says that the API has
// told what it knows.
func (s sight) standing(answered bool) string {
	end := endOf(s.watch, true, false)
	switch {
	case end != "":
		return end
	case !answered, len(s.watch.Steps()) == 0 && s.assumed:
		return endUnknown // a link of somebody else shows nothing either
	case len(s.watch.Steps()) == 0 && !s.at.Before(s.ends):
		return endExpired
	default:
		return statusPending
	}
}

// turn waits until the budget allows the next look.
func (l *looker) turn(ctx context.Context) error {
	now := l.env.now()
	if wait := l.free.Sub(now); wait > 0 {
		select {
		case <-l.env.after(wait):
		case <-ctx.Done():
			return ctx.Err() //nolint:wrapcheck // the caller asks the context
		}
	}
	l.free = l.env.now().Add(lookEvery)
	return nil
}
