package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"klavilink/ui/draft"
	"klavilink/validate"
)

// dropped is the answer that empties a field which has a value.
const dropped = "-"

// field asks for a field until the answer is good. If keep is set, an empty answer keeps
// the present value. Otherwise the value is known to be wrong.
func (q *interview) field(f *draft.Field, keep bool) error {
	switch f.Kind {
	case draft.KindPicker:
		return q.bank(f, keep)
	case draft.KindChoice:
		return q.choice(f)
	case draft.KindPairs:
		return q.pairs(f, keep)
	default:
		return q.text(f, keep)
	}
}

// text asks for a line of text.
func (q *interview) text(f *draft.Field, keep bool) error {
	value := q.draft.Text(f.Key)
	for {
		kept := keep && *value != ""
		answer, err := q.prompt(q.question(f, kept))
		if err != nil {
			return err
		}
		switch {
		case answer == "" && kept:
			answer = *value
		case answer == dropped && kept && f.Optional:
			answer = ""
		}
		v := f.Check(q.t, answer)
		if v.Problem != "" {
			q.print.tell(v.Problem)
			continue
		}
		if v.ReadAloud || v.Suggestion != "" {
			q.print.tell(unmarked(v.Note))
		}
		again := v.Suggestion != "" && answer != *value // A likely slip is asked about once.
		*value, keep = answer, true
		if !again {
			return nil
		}
	}
}

// question returns the question for a field. It names the value that an empty answer
// keeps, and hides it if it is the customer's own.
func (q *interview) question(f *draft.Field, kept bool) string {
	if !kept {
		if f.Key == draft.Ticket {
			return q.draft.Title(q.t, f)
		}
		return f.Question(q.t)
	}
	format, label, value := q.t.Plain.KeepF, f.Label(q.t), *q.draft.Text(f.Key)
	if f.Optional {
		format = q.t.Plain.KeepOrDropF
	}
	switch {
	case f.Key == draft.Ticket:
		label = q.draft.TicketName()
	case f.Kind == draft.KindPicker:
		value = q.bankName()
	case f.Personal():
		value = f.Hide(value)
	}
	return fmt.Sprintf(format, validate.Harmless(label, maxAsked), validate.Harmless(value, maxAsked))
}

// maxAsked limits a value in a question, in characters.
const maxAsked = 120

// unmarked returns a note without the sign before it. The words say the same.
func unmarked(note string) string { return strings.TrimPrefix(note, "✓ ") }

// choice asks for one of a few options by its number.
func (q *interview) choice(f *draft.Field) error {
	options, chosen := f.Options(q.t), q.draft.Choice(f.Key)
	for i, option := range options {
		q.print.tell(fmt.Sprintf("%d, %s", i+1, option))
	}
	for {
		answer, err := q.prompt(fmt.Sprintf(q.t.Plain.ChoiceF, f.Label(q.t), len(options), *chosen+1))
		if err != nil || answer == "" {
			return err
		}
		if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= len(options) {
			*chosen = n - 1
			return nil
		}
	}
}

// pairs asks for rows of two texts until the first text is empty.
func (q *interview) pairs(f *draft.Field, keep bool) error {
	rows := q.draft.Rows(f.Key)
	label := f.Label(q.t)
	first, second := f.Columns(q.t)
	if f.Key == draft.CallbackEach { // The form has signs in their place.
		label, second = q.t.Plain.Reports, q.t.Plain.Address
	}
	if keep && len(*rows) > 0 {
		answer, err := q.prompt(fmt.Sprintf(q.t.Plain.RowsF, label, len(*rows)))
		if err != nil || answer != dropped {
			return err
		}
	}
	*rows = nil
	for {
		key, err := q.prompt(fmt.Sprintf(q.t.Plain.RowKeyF, label, first))
		if err != nil || key == "" {
			return err
		}
		value, err := q.prompt(fmt.Sprintf(q.t.Plain.RowValueF, label, second))
		if err != nil {
			return err
		}
		next := append(slices.Clone(*rows), draft.Pair{Key: key, Value: value})
		if words, _ := f.CheckRow(q.t, next, len(next)-1); words != "" {
			q.print.tell(validate.Harmless(words, maxAsked))
			continue
		}
		*rows = next
	}
}
