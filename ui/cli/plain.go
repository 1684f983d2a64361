package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"klavilink/klavi"
	"klavilink/ui"
	"klavilink/validate"
)

// errNoMore is what reading an answer gives at the end of the input.
var errNoMore = errors.New("no more input")

// ask is the wizard without a screen, for screen readers, dumb terminals and
// pipes: a question a line, the same checks, and the URL instead of the code.
// Questions go to standard error, the URL to standard output. A question whose
// answer will not do is asked again; the end of the input abandons.
func (a *app) ask(ctx context.Context, cfg ui.Config, r klavi.LinkRequest) error {
	q := &questions{a: a, lines: bufio.NewReader(a.env.In)}
	q.say(a.t.CLI.PlainIntro)
	q.say(a.where(cfg.Place))
	err := q.fill(&r)
	if err == nil {
		r, err = q.confirm(r)
	}
	if err != nil {
		return &exit{status: ExitAbandoned, kind: klavi.KindInput.String(), message: a.t.CLI.PlainAbandoned}
	}
	q.say(a.t.Link.Submitting)
	link, err := cfg.Client.CreateLink(ctx, r)
	if err != nil {
		return a.explain(err)
	}
	a.printLink(link, cfg.Place)
	if cfg.Place.Demo {
		q.say(a.t.CLI.DemoServer)
	}
	return nil
}

// where names the API as the wizard's header does.
func (a *app) where(p ui.Place) string {
	switch {
	case p.Demo:
		return a.t.Frame.Demo
	case p.Env == klavi.Production:
		return a.t.Frame.Production
	default:
		return a.t.Frame.Sandbox
	}
}

type questions struct {
	a     *app
	lines *bufio.Reader
}

func (q *questions) say(s string) { _, _ = fmt.Fprintln(q.a.env.Err, s) }

// fill asks for what an agent knows of a customer. What is rarer comes from
// --input.
func (q *questions) fill(r *klavi.LinkRequest) error {
	t := q.a.t
	document := r.BusinessTaxID
	if document == "" {
		document = r.PersonalTaxID
	}
	err := q.until(t.Field.Document, &document, false, func(s string) validate.Problem {
		d, p := validate.CheckDocument(s)
		if d.CNPJ().HasLetters() {
			q.say(fmt.Sprintf(t.Field.ReadBackF, t.ReadBack(d.CNPJ())))
		}
		return p
	})
	if err != nil {
		return err
	}
	if d, _ := validate.CheckDocument(document); d.Kind() == validate.KindCPF {
		r.PersonalTaxID, r.BusinessTaxID = d.Reveal(), ""
	} else {
		r.BusinessTaxID = d.Reveal()
		if err := q.until(t.Field.Representative, &r.PersonalTaxID, true, problemOf(validate.CheckCPF)); err != nil {
			return err
		}
	}
	if err := q.until(t.Field.Email, &r.Email, true, problemOf(validate.CheckEmail)); err != nil {
		return err
	}
	if err := q.until(t.Field.Phone, &r.Phone, true, problemOf(validate.CheckPhone)); err != nil {
		return err
	}
	return q.until(t.CLI.PlainBank, &r.InstitutionCode, true, func(string) validate.Problem { return validate.Problem{} })
}

func problemOf[T any](check func(string) (T, validate.Problem)) func(string) validate.Problem {
	return func(s string) validate.Problem {
		_, p := check(s)
		return p
	}
}

// until asks until the answer will do. An empty answer keeps what is there.
func (q *questions) until(label string, value *string, optional bool, check func(string) validate.Problem) error {
	if optional {
		label = fmt.Sprintf(q.a.t.Field.OptionalF, label)
	}
	for {
		kept := ""
		if *value != "" {
			kept = " [✓]" // what it is stays off the screen
		}
		_, _ = fmt.Fprintf(q.a.env.Err, "%s%s: ", label, kept)
		answer, err := q.read()
		if err != nil {
			return err
		}
		if answer == "" {
			answer = *value
		}
		p := check(answer)
		if answer == "" && optional || p.OK() {
			*value = answer
			return nil
		}
		q.say("  " + q.a.t.Problem(p))
	}
}

func (q *questions) read() (string, error) {
	line, err := q.lines.ReadString('\n')
	if err != nil && (line == "" || !errors.Is(err, io.EOF)) {
		return "", errNoMore
	}
	return validate.Trim(line), nil
}

// confirm shows what goes out by name, asks once, and gives the values as they
// are sent.
func (q *questions) confirm(r klavi.LinkRequest) (klavi.LinkRequest, error) {
	r, found := ui.Prepare(q.a.t, r)
	if len(found) > 0 {
		q.say(found[0].Field + ": " + found[0].Message)
		return r, errNoMore
	}
	_, _ = fmt.Fprintf(q.a.env.Err, q.a.t.CLI.PlainConfirmF+" ", strings.Join(r.Fields(), ", "))
	answer, err := q.read()
	if err != nil || strings.EqualFold(answer, q.a.t.CLI.PlainNo) {
		return r, errNoMore
	}
	return r, nil
}
