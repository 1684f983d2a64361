package draft

import (
	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

// Row is a line of the review: the step in which it is edited, what it is, the
// value as it is sent, and the API's name. A line that goes on from the line above
// has no label and no name.
type Row struct {
	Step               Step
	Label, Value, Name string
}

// Review lists what a draft sends. It reads the texts from the very request that
// goes out. The caller puts the institution into words. If hidden is set, values
// of the customer's own are redacted.
func Review(t *text.Catalogue, d *Draft, institutionWords string, hidden bool) []Row {
	s := sheet{t: t, d: d, r: d.Request(), institution: institutionWords, hidden: hidden}
	var rows []Row
	for _, f := range table() {
		rows = append(rows, s.rows(f)...)
	}
	return rows
}

// sheet is what the rows of a review are made from.
type sheet struct {
	t           *text.Catalogue
	d           *Draft
	r           klavi.LinkRequest
	institution string
	hidden      bool
}

// rows returns the rows of a field. A field that is asked only sometimes has no
// row while it is empty.
func (s *sheet) rows(f *Field) []Row {
	target := f.target(s.d)
	switch {
	case target == nil:
		return nil
	case f.Kind == KindPicker:
		return []Row{{f.Step, f.label(s.t), s.institution, target.name}}
	case f.list != nil:
		return s.listed(f, target.name)
	case target.text == nil:
		return nil // the list of another field shows it
	}
	value := *target.text(&s.r)
	if value == "" && f.asked != nil {
		return nil
	}
	label := f.label(s.t)
	if f.name != nil {
		label = f.name(s.t, value)
	}
	row := Row{f.Step, label, s.shown(f, value), target.name}
	if aloud, ok := s.aloud(f, value); ok {
		return []Row{row, {f.Step, s.t.Review.ReadBack, aloud, ""}}
	}
	return []Row{row}
}

// listed returns a row for each line of a list, and one row for a list without
// lines: a choice says then what is chosen.
func (s *sheet) listed(f *Field, name string) []Row {
	lines := f.list(s.d, s.r)
	if len(lines) == 0 {
		nothing := ""
		if f.Kind == KindChoice {
			nothing = f.options[0](s.t)
		}
		lines = []string{nothing}
	}
	rows := make([]Row, len(lines))
	for i, line := range lines {
		rows[i] = Row{Step: f.Step, Value: line}
	}
	rows[0].Label, rows[0].Name = f.label(s.t), name
	return rows
}

// shown returns what the review shows of a text.
func (s *sheet) shown(f *Field, value string) string {
	switch {
	case value == "":
		return ""
	case s.hidden && f.Personal():
		return f.Hide(value)
	case f.spell != nil:
		return f.spell(value)
	default:
		return value
	}
}

// aloud spells a document that is to be read back to the customer, while it may be
// seen.
func (s *sheet) aloud(f *Field, value string) (string, bool) {
	if f.Key != Document || s.hidden {
		return "", false
	}
	document, _ := validate.CheckDocument(value)
	if cnpj := document.CNPJ(); cnpj.HasLetters() {
		return s.t.ReadBack(cnpj), true
	}
	return "", false
}

// callbackLines lists which report goes to which address.
func callbackLines(_ *Draft, r klavi.LinkRequest) []string {
	lines := make([]string, 0, len(r.ProductsCallbackURL))
	for _, code := range r.Reports() {
		lines = append(lines, code+" → "+r.ProductsCallbackURL[code])
	}
	return lines
}

// infoLines lists externalInfo in the order of the rows, which is the order in
// which it is sent.
func infoLines(d *Draft, _ klavi.LinkRequest) []string {
	rows := infoRows(d)
	lines := make([]string, len(rows))
	for i, p := range rows {
		lines[i] = p.Key + " = " + p.Value
	}
	return lines
}
