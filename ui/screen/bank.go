package screen

import (
	"fmt"
	"slices"

	"klavilink/klavi/directory"
	"klavilink/ui/field"
	"klavilink/ui/text"
	"klavilink/validate"
)

// BankPicker returns the control that picks an institution, bound to the value. Those
// that do not serve the kind of customer come last; they are offered all the same,
// because the list may be wrong.
func (s *Session) BankPicker(key, title string, value *string, company bool) *field.Picker {
	t := &s.Text.Field
	return field.NewPicker(field.PickerConfig{
		Key: key, Title: title, Placeholder: t.InstitutionSearch, Value: value,
		Options: BankOptions(t, s.Desk.Institutions.List(), company), None: t.CustomerChooses, Nothing: t.NoMatch,
		UseCode: func(code string) string { return fmt.Sprintf(t.UseCodeF, validate.Harmless(code, 80)) },
		Count:   func(shown, all int) string { return fmt.Sprintf(t.ShownF, shown, all) },
	})
}

// BankOptions returns the institutions of a list as options to search. Those that do not
// serve the kind of customer come last.
func BankOptions(t *text.Field, list []directory.Institution, company bool) []field.Option {
	rank := func(in directory.Institution) int {
		if company && in.Companies || !company && in.Persons {
			return 0
		}
		return 1
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b directory.Institution) int { return rank(a) - rank(b) })
	names := directory.OtherNames()
	options := make([]field.Option, len(list))
	for i, in := range list {
		options[i] = field.Option{
			Value: in.Code, Label: in.Name, Detail: in.Code, Keywords: in.ISPB, OtherNames: names[in.Code],
		}
		switch {
		case in.Outage:
			options[i].Detail += "  " + t.Outage
		case in.Beta:
			options[i].Detail += "  " + t.Beta
		}
	}
	return options
}
