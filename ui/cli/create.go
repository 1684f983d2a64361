package cli

import (
	"context"

	"github.com/spf13/cobra"

	"klavilink/ui/text"
)

// creator is the command create. It makes a link for each object of the input, in
// order, and prints one outcome for each.
type creator struct {
	t        *text.Catalogue
	print    *printer
	settings *settings
	api      *connector
	requests requests

	input string // the name of a file, or "-" for standard input
}

// command returns the command and its flags.
func (c *creator) command() *cobra.Command {
	t := &c.t.CLI
	cmd := &cobra.Command{
		Use: "create", Short: t.CreateShort, Long: t.CreateLong, Args: noArgs(t),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.do(cmd.Context()) },
	}
	cmd.Flags().StringVar(&c.input, "input", "-", t.FlagInput)
	cmd.Flags().BoolVar(&c.print.json, "json", c.print.json, t.FlagJSON)
	return cmd
}

// do runs the command. It continues after an object that fails, and its exit status
// is that of the first failure.
func (c *creator) do(ctx context.Context) error {
	items, err := c.requests.read(ctx, c.input)
	if err != nil {
		return err
	}
	l := &lazySession{open: c.connect}
	defer l.close()
	status := ExitOK
	for _, it := range items {
		e := c.one(ctx, l, it)
		if e == nil {
			continue
		}
		if status == ExitOK {
			status = e.status
		}
		c.print.report(e)
		switch e.status {
		case ExitCredentials:
			l.failure = e
		case ExitAbandoned:
			return &exit{status: ExitAbandoned}
		}
	}
	if l.session != nil && l.session.place.Demo && !c.print.json {
		c.print.tell(c.t.CLI.DemoServer)
	}
	if status != ExitOK {
		return &exit{status: status}
	}
	return nil
}

// one makes the link of one object and prints it.
func (c *creator) one(ctx context.Context, l *lazySession, it item) *exit {
	if it.err != nil {
		return it.err
	}
	r, wrong := prepare(c.t, it.request)
	if len(wrong.sentences) > 0 {
		e := usage(join(wrong.sentences...))
		e.field = wrong.field
		return e
	}
	s, e := l.get()
	if e != nil {
		return e
	}
	link, err := s.client.CreateLink(ctx, r)
	if err != nil {
		return explain(c.t, err)
	}
	c.print.link(link, environment(s.place))
	return nil
}

// connect opens the API. Without credentials it returns an error and does not fall
// back to the demo, because a script would take the demo's links for real ones.
func (c *creator) connect() (*session, error) {
	p, err := c.settings.profile()
	if err != nil {
		return nil, err
	}
	s, err := c.api.connect(p, false)
	if err != nil {
		return nil, err
	}
	if s.reminder != "" && !c.print.json {
		c.print.tell(s.reminder)
	}
	return s, nil
}

// lazySession is a session that is opened when the first object needs it. Once failure
// is set, every later object fails with that error without a request. For example, no
// object can succeed without credentials.
type lazySession struct {
	open    func() (*session, error)
	session *session
	failure *exit
}

// get returns the session, and opens it if this is the first call.
func (l *lazySession) get() (*session, *exit) {
	if l.failure == nil && l.session == nil {
		s, err := l.open()
		if err != nil {
			l.failure = exitOf(err)
		}
		l.session = s
	}
	return l.session, l.failure
}

// close closes the session if it was opened.
func (l *lazySession) close() {
	if l.session != nil {
		l.session.close()
	}
}
