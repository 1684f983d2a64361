package form

import (
	"fmt"

	"klavilink/ui/draft"
	"klavilink/ui/field"
)

// control makes the control that asks for a field, bound to the draft.
func (s *steps) control(f *draft.Field) field.Field {
	switch f.Kind {
	case draft.KindPicker:
		return s.picker(f)
	case draft.KindChoice:
		return field.NewChoice(f.Key.String(), f.Title(s.Text), s.draft.Choice(f.Key), f.Options(s.Text)...)
	case draft.KindPairs:
		return s.pairs(f)
	default:
		return s.input(f)
	}
}

// input asks for a line of text. What is the customer's own is hidden once the
// field is left.
func (s *steps) input(f *draft.Field) field.Field {
	d := s.draft
	cfg := field.InputConfig{
		Key: f.Key.String(), Title: d.Title(s.Text, f), Placeholder: f.Placeholder(s.Text),
		Value: d.Text(f.Key), Mask: f.Mask,
		Check:          func(value string) field.Verdict { return field.Verdict(f.Check(s.Text, value)) },
		SuggestionNote: func(note string) string { return fmt.Sprintf(s.Text.Field.SuggestionF, note) },
	}
	if f.Personal() {
		cfg.Hide = f.Hide
		cfg.Hidden = func() bool { return s.Veil.Hides(d) }
		cfg.HiddenNote = func(note string) string { return fmt.Sprintf(s.Text.Field.HiddenF, note) }
	}
	return field.NewInput(cfg)
}

// pairs asks for rows of a key and a value.
func (s *steps) pairs(f *draft.Field) field.Field {
	key, value := f.Columns(s.Text)
	return field.NewPairs(field.PairsConfig{
		Key: f.Key.String(), Title: f.Title(s.Text), KeyName: key, Column: value, Note: f.Note(s.Text),
		Value: s.draft.Rows(f.Key), Suggestions: f.Suggestions(s.draft),
		Check:          func(rows []field.Pair, i int) (problem, meant string) { return f.CheckRow(s.Text, rows, i) },
		SuggestionNote: func(problem string) string { return fmt.Sprintf(s.Text.Field.SuggestionF, problem) },
	})
}

// picker asks for an institution.
func (s *steps) picker(f *draft.Field) field.Field {
	return s.BankPicker(f.Key.String(), f.Title(s.Text), s.draft.Text(f.Key), s.draft.Company())
}
