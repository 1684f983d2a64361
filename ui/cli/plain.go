package cli

import (
	"bufio"
	"context"
	"errors"
	"io"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/screen"
)

// errNoMore means that the input has ended, and errDeclined that the user said no.
var (
	errNoMore   = errors.New("no more input")
	errDeclined = errors.New("the user said no")
)

// maxAnswers limits how much is read from the answers to the plain questions, in bytes.
const maxAnswers = 1 << 20

// questions is the wizard without a screen, for screen readers, dumb terminals and
// pipes. It asks one question a line, with the wizard's checks, prints the URL, and
// follows the customer. Questions go to standard error and the URL to standard output.
type questions struct {
	*interview
	env     Env
	session *session
	words   *screen.Session // for the words of the wizard's screens alone

	code    string // the background on which the code is drawn, or empty for no code
	follows bool   // the customer is followed
	unknown bool   // a request may have made a link
}

// questions returns the questions of a profile, filled in from a request.
func (w *wizard) questions(ctx context.Context, s *session, p config.Profile, r klavi.LinkRequest) *questions {
	first := draft.From(filled(r, p.Defaults()))
	first.AskTicket(p.TicketKey)
	q := &questions{
		interview: &interview{
			t: w.t, print: w.print,
			lines: bufio.NewReader(io.LimitReader(interruptible{ctx, w.env.In}, maxAnswers)),
			desk: desk.New(desk.Config{
				Client: s.client, Clock: w.env.Clock, Chance: w.env.Chance, Draft: first,
				Known: cacheOf(w.env, s.place).institutions(),
			}),
		},
		env: w.env, session: s, code: w.qr,
		// A script that pipes its answers in wants the URL. A story is there to be seen.
		follows: w.env.InTerminal || w.api.play.story != "",
	}
	if !p.Offers(config.WhatsApp) {
		q.t = w.t.WithoutWhatsApp()
	}
	q.words = &screen.Session{Config: screen.Config{Text: q.t, Company: p.Company}}
	q.draft = q.desk.Draft()
	return q
}

// ask asks for the fields of a request, makes its link and follows it. It returns an exit
// with ExitAbandoned if the input ends or the user says no.
func (q *questions) ask(ctx context.Context) error {
	q.print.tell(q.t.CLI.PlainIntro)
	q.print.tell(q.session.place.Name(q.t))
	link, err := q.begin(ctx)
	switch {
	case errors.Is(err, errNoMore), errors.Is(err, errDeclined):
		return q.abandoned()
	case err != nil:
		return err
	}
	if q.follows {
		err = q.follow(ctx, link)
	}
	if q.session.place.Demo {
		q.print.tell(q.t.CLI.DemoServer)
	}
	return err
}

// begin asks until there is a link, and prints it.
func (q *questions) begin(ctx context.Context) (*desk.Link, error) {
	if err := q.customer(); err != nil {
		return nil, err
	}
	made, asked, err := q.make(ctx)
	if err != nil {
		return nil, err
	}
	q.print.link(made)
	q.draw(made)
	return q.desk.Add(made, asked, q.bankName()), nil
}

// abandoned returns the exit of a user who gives up before there is a link.
func (q *questions) abandoned() error {
	e := &exit{status: ExitAbandoned, kind: klavi.KindInput.String(), message: q.t.CLI.PlainAbandoned}
	if q.unknown {
		e.message = q.t.CLI.Interrupted
	}
	return e
}
