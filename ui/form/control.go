package form

import (
	"fmt"
	"slices"

	"klavilink/klavi/directory"
	"klavilink/ui/draft"
	"klavilink/ui/field"
	"klavilink/validate"
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
		Key: f.Key.String(), Title: f.Title(s.Text), Placeholder: f.Placeholder(s.Text),
		Value: d.Text(f.Key), Mask: f.Mask,
		Check: func(value string) field.Verdict { return field.Verdict(f.Check(s.Text, value)) },
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
		Check: func(rows []field.Pair, i int) string { return f.CheckRow(s.Text, rows, i) },
	})
}

// picker asks for an institution. Those that do not serve the kind of customer come
// last; they are offered all the same, because the list may be wrong.
func (s *steps) picker(f *draft.Field) field.Field {
	t := &s.Text.Field
	company := s.draft.Company()
	rank := func(in directory.Institution) int {
		if company && in.Companies || !company && in.Persons {
			return 0
		}
		return 1
	}
	sorted := s.Desk.Institutions.List()
	slices.SortStableFunc(sorted, func(a, b directory.Institution) int { return rank(a) - rank(b) })
	options := make([]field.Option, len(sorted))
	for i, in := range sorted {
		options[i] = field.Option{Value: in.Code, Label: in.Name, Detail: in.Code, Keywords: in.ISPB}
		switch {
		case in.Outage:
			options[i].Detail += "  " + t.Outage
		case in.Beta:
			options[i].Detail += "  " + t.Beta
		}
	}
	return field.NewPicker(field.PickerConfig{
		Key: f.Key.String(), Title: f.Title(s.Text), Placeholder: f.Placeholder(s.Text), Value: s.draft.Text(f.Key),
		Options: options, None: t.CustomerChooses, Nothing: t.NoMatch,
		UseCode: func(code string) string { return fmt.Sprintf(t.UseCodeF, validate.Harmless(code, 80)) },
		Count:   func(shown, all int) string { return fmt.Sprintf(t.ShownF, shown, all) },
	})
}
