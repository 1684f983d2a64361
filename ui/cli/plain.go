package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/text"
	"klavilink/validate"
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
	env     Env
	t       *text.Catalogue
	print   *printer
	session *session
	lines   *bufio.Reader
	desk    *desk.Desk
	draft   *draft.Draft

	code    string // the background on which the code is drawn, or empty for no code
	follows bool   // the customer is followed
	hints   bool   // the message to the customer may go by WhatsApp
	unknown bool   // a request may have made a link
}

// questions returns the questions of a profile, filled in from a request.
func (w *wizard) questions(ctx context.Context, s *session, p config.Profile, r klavi.LinkRequest) *questions {
	kept := cacheOf(w.env, s.place)
	first := draft.From(filled(r, p.Defaults()))
	first.AskTicket(p.TicketKey)
	q := &questions{
		env: w.env, t: w.t, print: w.print, session: s,
		lines: bufio.NewReader(io.LimitReader(interruptible{ctx, w.env.In}, maxAnswers)),
		code:  w.qr,
		// A script that pipes its answers in wants the URL. A story is there to be seen.
		follows: w.env.InTerminal || w.api.play.story != "",
		hints:   p.Offers(config.WhatsApp),
		desk: desk.New(desk.Config{
			Client: s.client, Clock: w.env.Clock, Chance: w.env.Chance, Draft: first, Known: kept.institutions(),
		}),
	}
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
	case errors.Is(err, errNoMore):
		q.print.tell("") // The prompt that was not answered has no line end.
		return q.abandoned()
	case errors.Is(err, errDeclined):
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

// customer asks for the customer and the bank. It computes the list of questions again
// after each answer, because the document decides which questions follow.
func (q *questions) customer() error {
	before := *q.draft.Text(draft.Document)
	fields := draft.Questions(q.draft)
	for i := 0; i < len(fields); i++ {
		if err := q.field(fields[i], true); err != nil {
			return err
		}
		// If a CNPJ is typed, a CPF that came with the input is the representative's.
		if representative := q.draft.Text(draft.Representative); i == 0 && q.draft.Company() && *representative == "" {
			if _, p := validate.CheckCPF(before); p.OK() {
				*representative = before
			}
		}
		fields = draft.Questions(q.draft)
	}
	return nil
}

// rest asks for what few links need: the return of the customer and the reports, and the
// data of the partner's own system.
func (q *questions) rest() error {
	for _, step := range []draft.Step{draft.StepReturn, draft.StepMore} {
		fields := draft.Asked(q.draft, step)
		for i := 0; i < len(fields); i++ {
			if err := q.field(fields[i], true); err != nil {
				return err
			}
			fields = draft.Asked(q.draft, step)
		}
	}
	return nil
}

// prompt asks a question and returns the answer, without surrounding spaces.
func (q *questions) prompt(question string) (string, error) {
	_, _ = fmt.Fprint(q.print.err, question+": ")
	line, err := q.lines.ReadString('\n')
	if err != nil && (line == "" || !errors.Is(err, io.EOF)) {
		return "", errNoMore
	}
	return validate.Trim(line), nil
}

// yes asks a question until the answer is yes or no.
func (q *questions) yes(question string) (bool, error) {
	for {
		answer, err := q.prompt(question)
		if err != nil {
			return false, err
		}
		if yes, known := text.YesOrNo(answer); known {
			return yes, nil
		}
	}
}
