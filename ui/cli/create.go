package cli

import (
	"context"

	"github.com/spf13/cobra"

	"klavilink/ui/text"
)

// creator makes a link for each object of the input, in the order of the input, and
// prints one outcome for each.
type creator struct {
	t        *text.Catalogue
	print    *printer
	settings *settings
	api      *connector
	requests requests

	input string // a file, or "-"
}

// command is the command with its flags.
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

// do carries the command out. An object that fails does not stop the objects after
// it. The exit status is that of the first failure.
func (c *creator) do(ctx context.Context) error {
	items, err := c.requests.read(c.input)
	if err != nil {
		return err
	}
	l := &lazily{open: c.connect}
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
			l.hopeless = e
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
func (c *creator) one(ctx context.Context, l *lazily, it item) *exit {
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

// connect opens what scripts work at: never the demo unless somebody asks for it.
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

// lazily is a session that opens when the first object needs it. What makes it
// hopeless is the outcome of every object from then on: without credentials all
// of them fail alike.
type lazily struct {
	open     func() (*session, error)
	session  *session
	hopeless *exit
}

// get gives the session, or why there is none.
func (l *lazily) get() (*session, *exit) {
	if l.hopeless == nil && l.session == nil {
		s, err := l.open()
		if err != nil {
			l.hopeless = exitOf(err)
		}
		l.session = s
	}
	return l.session, l.hopeless
}

// close ends the session where there is one.
func (l *lazily) close() {
	if l.session != nil {
		l.session.close()
	}
}
