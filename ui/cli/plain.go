package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/text"
	"klavilink/validate"
)

// errNoMore means that no answer follows: the input has ended, the user said no, or
// the request is wrong.
var errNoMore = errors.New("no more input")

// maxAnswers limits how much is read from the answers to the plain questions, in bytes.
const maxAnswers = 1 << 20

// questions is the wizard without a screen, for screen readers, dumb terminals and
// pipes. It asks one question a line, with the wizard's checks, and prints the URL
// instead of the code. Questions go to standard error and the URL to standard output.
type questions struct {
	lines *bufio.Reader
	t     *text.Catalogue
	print *printer
}

// ask asks for the fields of a request and makes its link. It returns an exit with
// ExitAbandoned if the input ends or the user says no.
func (q *questions) ask(ctx context.Context, s *session, r klavi.LinkRequest) error {
	q.print.tell(q.t.CLI.PlainIntro)
	q.print.tell(s.place.Name(q.t))
	err := q.fill(&r)
	if err == nil {
		r, err = q.confirm(r)
	}
	if err != nil {
		return &exit{status: ExitAbandoned, kind: klavi.KindInput.String(), message: q.t.CLI.PlainAbandoned}
	}
	q.print.tell(q.t.Link.Submitting)
	link, err := s.client.CreateLink(ctx, r)
	if err != nil {
		return explain(q.t, err)
	}
	q.print.link(link)
	if s.place.Demo {
		q.print.tell(q.t.CLI.DemoServer)
	}
	return nil
}

// fill asks for the usual fields. The rarer ones come only from --input. It computes
// the list of questions again after each answer, because the document decides which
// questions follow.
func (q *questions) fill(r *klavi.LinkRequest) error {
	d := draft.From(*r)
	fields := draft.Questions(&d)
	for i := 0; i < len(fields); i++ {
		if err := q.until(fields[i], d.Text(fields[i].Key)); err != nil {
			return err
		}
		// If a CNPJ is typed, a CPF that came with the input is the representative's.
		if representative := d.Text(draft.Representative); i == 0 && d.Company() && *representative == "" {
			*representative = r.PersonalTaxID
		}
		fields = draft.Questions(&d)
	}
	d.Fill(r, fields)
	return nil
}

// until asks for a field until the answer is valid. An empty answer keeps the present
// value.
func (q *questions) until(f *draft.Field, value *string) error {
	for {
		kept := ""
		if *value != "" {
			kept = " [✓]" // we do not show the value itself, because it is the customer's
		}
		_, _ = fmt.Fprintf(q.print.err, "%s%s: ", f.Question(q.t), kept)
		answer, err := q.read()
		if err != nil {
			return err
		}
		if answer == "" {
			answer = *value
		}
		if v := f.Check(q.t, answer); v.ReadAloud {
			q.print.tell(v.Note)
		}
		p := f.Problem(answer)
		if answer == "" && f.Optional || p.OK() {
			*value = answer
			return nil
		}
		q.print.tell("  " + q.t.Problem(p))
	}
}

// read returns the next answer, without surrounding spaces.
func (q *questions) read() (string, error) {
	line, err := q.lines.ReadString('\n')
	if err != nil && (line == "" || !errors.Is(err, io.EOF)) {
		return "", errNoMore
	}
	return validate.Trim(line), nil
}

// confirm lists the names of the fields, asks whether to send them, and returns the
// request with its values as the API expects them.
func (q *questions) confirm(r klavi.LinkRequest) (klavi.LinkRequest, error) {
	r, wrong := prepare(q.t, r)
	if len(wrong.sentences) > 0 {
		q.print.tell(wrong.sentences[0])
		return r, errNoMore
	}
	_, _ = fmt.Fprintf(q.print.err, q.t.CLI.PlainConfirmF+" ", strings.Join(r.Fields(), ", "))
	answer, err := q.read()
	if err != nil || strings.EqualFold(answer, q.t.CLI.PlainNo) {
		return r, errNoMore
	}
	return r, nil
}
