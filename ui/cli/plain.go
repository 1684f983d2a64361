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

// errNoMore is what reading an answer gives at the end of the input.
var errNoMore = errors.New("no more input")

// questions are the wizard without a screen, for screen readers, dumb terminals and
// pipes: a question on each line, the same checks, and the URL in place of the
// code. Questions go to standard error and the URL to standard output.
type questions struct {
	lines *bufio.Reader
	t     *text.Catalogue
	print *printer
}

// ask asks for what is missing in a request and makes its link. The end of the
// input abandons.
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
	q.print.link(link, environment(s.place))
	if s.place.Demo {
		q.print.tell(q.t.CLI.DemoServer)
	}
	return nil
}

// fill asks for what an agent knows of a customer. Fields that are rarer come from
// --input. The document decides which questions follow it.
func (q *questions) fill(r *klavi.LinkRequest) error {
	d := draft.From(*r)
	fields := draft.Questions(&d)
	for i := 0; i < len(fields); i++ {
		if err := q.until(fields[i], d.Text(fields[i].Key)); err != nil {
			return err
		}
		fields = draft.Questions(&d)
	}
	d.Fill(r, fields)
	return nil
}

// until asks for a field until the answer passes its check. An empty answer keeps
// what is there.
func (q *questions) until(f *draft.Field, value *string) error {
	for {
		kept := ""
		if *value != "" {
			kept = " [✓]" // what it is stays off the screen
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

// read reads an answer, without blanks around it.
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
