package draft

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"

	"klavilink/validate"
)

// The modes of the [Callbacks] choice, in the order of its options.
const (
	CallbacksNone = iota // what the partner has configured at the API
	CallbacksAll         // one address for all reports
	CallbacksEach        // an address for each report
)

// Pair is a row of two texts. It is an alias of an unnamed type, so that package
// field can declare the same type and neither package imports the other.
type Pair = struct{ Key, Value string }

// Draft is what an agent typed for one customer. The zero Draft is empty and ready
// to use. It never prints a value, under any verb of package fmt. (Package fmt cannot
// call methods below an unexported struct field: a struct that holds a Draft there
// and is printed whole shows the values. Hold a pointer there instead.)
//
// A copy of a Draft shares the rows of pairs with the original. Use [Draft.Clone]
// for a copy that stands alone. A Draft is not safe for concurrent use.
type Draft struct {
	texts        [keys]string
	callbacks    int
	callbackEach []Pair
	externalInfo []Pair

	// rawInfo holds, by key, the values of externalInfo that are not JSON strings.
	// They go out as they came in while the agent leaves their text alone.
	// From makes it and nothing changes it afterwards, so clones may share it.
	rawInfo map[string]json.RawMessage

	// ticketKey is the key of externalInfo that has a field of its own, or empty.
	ticketKey string
}

// String returns the name of the type and no value.
func (d Draft) String() string { return "draft.Draft" }

// Format prints what String returns under every verb, so that %d and %#v do not
// print the values either.
func (d Draft) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, d.String()) }

// Text returns a pointer to the text of a field. It returns nil for a key that
// holds no text: a choice, rows of pairs, or no key at all.
func (d *Draft) Text(k Key) *string {
	if d.Choice(k) != nil || d.Rows(k) != nil || k >= keys {
		return nil
	}
	return &d.texts[k]
}

// Choice returns a pointer to the number of the chosen option of a field. It
// returns nil for a field that is not a choice.
func (d *Draft) Choice(k Key) *int {
	if k == Callbacks {
		return &d.callbacks
	}
	return nil
}

// Rows returns a pointer to the rows of a field. It returns nil for a field that
// has no rows.
func (d *Draft) Rows(k Key) *[]Pair {
	switch k {
	case CallbackEach:
		return &d.callbackEach
	case ExternalInfo:
		return &d.externalInfo
	default:
		return nil
	}
}

// Company reports whether the document is, or is becoming, a CNPJ.
func (d *Draft) Company() bool {
	return validate.DocumentKind(d.texts[Document]) == validate.KindCNPJ
}

// Document returns the customer's document. It returns false while the document
// is not valid.
func (d *Draft) Document() (validate.Document, bool) {
	document, p := validate.CheckDocument(d.texts[Document])
	return document, p.OK()
}

// Customer returns the customer's document, redacted.
func (d *Draft) Customer() string { return HideDocument(d.texts[Document]) }

// Personal reports whether the draft holds anything of the customer's own, which
// a screen hides.
func (d *Draft) Personal() bool {
	return slices.ContainsFunc(table(), func(f *Field) bool {
		return f.Personal() && *d.Text(f.Key) != ""
	})
}

// Equal reports whether both drafts hold the same texts, choices and rows.
func (d *Draft) Equal(other *Draft) bool {
	same := func(a, b json.RawMessage) bool { return bytes.Equal(a, b) }
	return d.texts == other.texts && d.ticketKey == other.ticketKey && d.callbacks == other.callbacks &&
		slices.Equal(d.callbackEach, other.callbackEach) &&
		slices.Equal(d.externalInfo, other.externalInfo) &&
		maps.EqualFunc(d.rawInfo, other.rawInfo, same)
}

// Clone returns a copy. No change to it shows in the original.
func (d *Draft) Clone() *Draft {
	c := *d
	c.callbackEach = slices.Clone(d.callbackEach)
	c.externalInfo = slices.Clone(d.externalInfo)
	return &c
}
