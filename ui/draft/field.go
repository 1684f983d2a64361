package draft

import (
	"fmt"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

// Kind says which control asks for a field.
type Kind uint8

// The kinds of field.
const (
	KindText   Kind = iota // a line of text: [Draft.Text]
	KindPicker             // a code from the list of institutions: [Draft.Text]
	KindChoice             // one of a few options: [Draft.Choice]
	KindPairs              // rows of a key and a value: [Draft.Rows]
)

// words looks up a text in a language.
type words func(*text.Catalogue) string

// Field is a row of the table: all that is known of one field of the form.
type Field struct {
	Key      Key
	Step     Step
	Kind     Kind
	Optional bool // the field may stay empty
	Plain    bool // the questions without a screen ask for the field too

	// Mask punctuates a text while one types. It is nil for a text that has no
	// punctuation.
	Mask func(string) string

	// Hide returns what others may see of a value. It is nil for a value that is
	// not the customer's own.
	Hide func(string) string

	// targets are the API's fields that the value may go to. The first one is the
	// only one, unless choose picks another for a draft. Choose returns -1 if the
	// value does not go out.
	targets []target
	choose  func(*Draft) int
	origin  func(*klavi.LinkRequest) string // where From finds the value, nil for the first target

	// asked reports whether a draft needs the field, nil for always. A refusal of
	// a field that is not asked leads to the field under instead.
	asked func(*Draft) bool
	under Key

	// parse checks a text and returns the form in which it is sent. It is nil if
	// any text will do.
	parse parser

	label       words // what the field is called
	question    words // what the plain questions call it, nil for the label
	note        words // what stands beneath an empty field
	placeholder words // what stands in an empty field
	missing     words // what is wrong with an empty field, nil for what parse says
	columns     [2]words
	options     []words

	good   func(t *text.Catalogue, value string) string                        // praises a valid text, nil for a tick
	refine func(t *text.Catalogue, value string, v Verdict) Verdict            // adds to a verdict, nil for nothing
	row    func(t *text.Catalogue, rows []Pair, i int) (problem, meant string) // as CheckRow returns them

	// The review writes the value with spell, calls it by name, and shows a list
	// as a line each. Without them it shows the value as it is sent, by its label.
	spell func(string) string
	name  func(t *text.Catalogue, value string) string
	list  func(*Draft, klavi.LinkRequest) []string

	suggest func(*Draft) []string
}

// Personal reports whether the value is the customer's own and is hidden from
// others who see the screen.
func (f *Field) Personal() bool { return f.Hide != nil }

// Asked reports whether the form asks for the field in a draft.
func (f *Field) Asked(d *Draft) bool { return f.asked == nil || f.asked(d) }

// Label returns what the field is called.
func (f *Field) Label(t *text.Catalogue) string { return f.label(t) }

// Title returns the label for a form, marked if the field may stay empty. A picker
// and a choice always hold an answer, so they carry no mark.
func (f *Field) Title(t *text.Catalogue) string {
	if f.Optional && (f.Kind == KindText || f.Kind == KindPairs) {
		return fmt.Sprintf(t.Field.OptionalF, f.label(t))
	}
	return f.label(t)
}

// Question returns the label for a question without a screen, where even an
// institution is typed. It is marked if the answer may be empty.
func (f *Field) Question(t *text.Catalogue) string {
	label := f.label(t)
	if f.question != nil {
		label = f.question(t)
	}
	if f.Optional {
		return fmt.Sprintf(t.Field.OptionalF, label)
	}
	return label
}

// Note returns what stands beneath the field while it is empty.
func (f *Field) Note(t *text.Catalogue) string { return say(f.note, t) }

// Placeholder returns what stands in the field while it is empty.
func (f *Field) Placeholder(t *text.Catalogue) string { return say(f.placeholder, t) }

// Columns returns what the two columns of a field with rows hold.
func (f *Field) Columns(t *text.Catalogue) (key, value string) {
	return say(f.columns[0], t), say(f.columns[1], t)
}

// Options returns the options of a choice.
func (f *Field) Options(t *text.Catalogue) []string {
	options := make([]string, len(f.options))
	for i, o := range f.options {
		options[i] = o(t)
	}
	return options
}

// Suggestions returns texts that complete the keys of a field with rows.
func (f *Field) Suggestions(d *Draft) []string {
	if f.suggest == nil {
		return nil
	}
	return f.suggest(d)
}

// say looks up a text that may be missing.
func say(w words, t *text.Catalogue) string {
	if w == nil {
		return ""
	}
	return w(t)
}

// parser checks a text. It returns the form in which a valid text is sent.
type parser func(string) (sent string, p validate.Problem)

// parsing makes a parser of a check of package validate.
func parsing[T interface{ Reveal() string }](check func(string) (T, validate.Problem)) parser {
	return func(s string) (string, validate.Problem) {
		v, p := check(s)
		return v.Reveal(), p
	}
}

// canonical returns the form in which a valid text is sent. Of a text that is not
// valid, or that has no parser, it returns the text without blanks around it.
func canonical(parse parser, s string) string {
	if parse != nil {
		if sent, p := parse(s); p.OK() {
			return sent
		}
	}
	return validate.Trim(s)
}
