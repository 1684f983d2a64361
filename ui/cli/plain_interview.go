package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/text"
	"klavilink/validate"
)

// interview asks for the fields of a draft, one question a line.
type interview struct {
	t     *text.Catalogue
	print *printer
	lines *bufio.Reader
	desk  *desk.Desk
	draft *draft.Draft
}

// customer asks for the customer and the bank. It computes the list of questions again
// after each answer, because the document decides which questions follow.
func (q *interview) customer() error {
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
func (q *interview) rest() error {
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
func (q *interview) prompt(question string) (string, error) {
	_, _ = fmt.Fprint(q.print.err, question+": ")
	line, err := q.lines.ReadString('\n')
	if err != nil && (line == "" || !errors.Is(err, io.EOF)) {
		q.print.tell("") // A prompt that is not answered has no line end.
		return "", errNoMore
	}
	return validate.Trim(line), nil
}

// yes asks a question until the answer is yes or no.
func (q *interview) yes(question string) (bool, error) {
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
