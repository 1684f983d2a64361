package draft

import (
	"slices"

	"klavilink/ui/text"
)

// Step is a page of the form.
type Step int

// The steps, in the order of the form.
const (
	StepCustomer Step = iota
	StepInstitution
	StepReturn
	StepMore
)

// Steps is the number of steps.
const Steps = int(StepMore) + 1

// StepWords returns the name of a step and what the step asks. Both are empty for
// a step that there is not.
func StepWords(t *text.Catalogue, s Step) (name, about string) {
	switch s {
	case StepCustomer:
		return t.Step.Customer, t.Step.CustomerIs
	case StepInstitution:
		return t.Step.Institution, t.Step.InstitutionIs
	case StepReturn:
		return t.Step.Return, t.Step.ReturnIs
	case StepMore:
		return t.Step.More, t.Step.MoreIs
	default:
		return "", ""
	}
}

// Asked returns the fields that a step asks for in a draft, in the order of the
// form.
func Asked(d *Draft, s Step) []*Field {
	return those(func(f *Field) bool { return f.Step == s && f.Asked(d) })
}

// Questions returns the fields that the questions without a screen ask for in a
// draft. The list depends on the document, so ask anew once it is there.
func Questions(d *Draft) []*Field {
	return those(func(f *Field) bool { return f.Plain && f.Asked(d) })
}

// those returns the fields of the table that ok accepts.
func those(ok func(*Field) bool) []*Field {
	list := make([]*Field, 0, keys)
	for _, f := range table() {
		if ok(f) {
			list = append(list, f)
		}
	}
	return list
}

// Shape stands for the set of fields that a step asks for.
type Shape uint64

// ShapeOf returns the shape of a step for a draft. The form builds a step anew when
// its shape changes.
func ShapeOf(d *Draft, s Step) Shape {
	var shape Shape
	for _, f := range table() {
		if f.Step == s && f.Asked(d) {
			shape |= 1 << f.Key
		}
	}
	return shape
}

// Place returns the field that asks for one of the API's fields, so that a refusal
// leads the agent there. If several fields share the API's name, the last one that
// the draft needs is meant. If the draft needs none of them, it is the field that
// would bring them up. Place returns false for a name that no field has.
func Place(apiField string, d *Draft) (*Field, bool) {
	var asked, unasked *Field
	fields := table()
	for _, f := range fields {
		switch {
		case !f.mayBe(apiField):
		case f.Asked(d):
			asked = f
		default:
			unasked = f
		}
	}
	if asked == nil && unasked != nil {
		asked = fields[slices.IndexFunc(fields, func(f *Field) bool { return f.Key == unasked.under })]
	}
	return asked, asked != nil
}
