package draft

import (
	"slices"

	"klavilink/klavi"
)

// target is a field of the API.
type target struct {
	name string

	// text returns where the value stands in a request. It is nil for a value that
	// is not one text.
	text func(*klavi.LinkRequest) *string

	// parse checks a value that stands in a request already. It is nil if the
	// form's field checks it.
	parse parser
}

// to returns the targets of a field that always goes to one text of the API.
func to(name string, at func(*klavi.LinkRequest) *string) []target {
	return []target{{name: name, text: at}}
}

// toObject returns the targets of a field that always goes to one JSON object of
// the API.
func toObject(name string) []target { return []target{{name: name}} }

// APIName returns the API's name for the field in a draft. It is empty if the
// value does not go out: the representative of a person.
func (f *Field) APIName(d *Draft) string {
	if t := f.target(d); t != nil {
		return t.name
	}
	return ""
}

// APINames returns every name that the API may have for the field.
func (f *Field) APINames() []string {
	names := make([]string, len(f.targets))
	for i, t := range f.targets {
		names[i] = t.name
	}
	return names
}

// mayBe reports whether the API may call the field by a name.
func (f *Field) mayBe(apiName string) bool {
	return slices.ContainsFunc(f.targets, func(t target) bool { return t.name == apiName })
}

// target returns where the value of a draft goes. It is nil if the value does not
// go out.
func (f *Field) target(d *Draft) *target {
	i := 0
	if f.choose != nil {
		i = f.choose(d)
	}
	if i < 0 {
		return nil
	}
	return &f.targets[i]
}

// read finds the field's text in a request. It is empty if the field holds no text.
func (f *Field) read(r *klavi.LinkRequest) string {
	switch {
	case f.origin != nil:
		return f.origin(r)
	case f.targets[0].text == nil:
		return ""
	default:
		return *f.targets[0].text(r)
	}
}

// write puts the field's text into a request as it is sent. It empties the other
// targets of the field.
func (f *Field) write(d *Draft, r *klavi.LinkRequest) {
	chosen := f.target(d)
	if chosen == nil || chosen.text == nil {
		return
	}
	for _, t := range f.targets {
		*t.text(r) = ""
	}
	*chosen.text(r) = sent(f, d.texts[f.Key])
}

// sent returns the form in which a text is sent. A picker holds a code and not a
// typed text, so its value goes out as it is.
func sent(f *Field, value string) string {
	if f.Kind == KindPicker {
		return value
	}
	return canonical(f.parse, value)
}
