package ui

import (
	"fmt"
	"slices"

	"charm.land/huh/v2"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/field"
	"klavilink/ui/text"
	"klavilink/validate"
)

// step is a page of the form, as data.
type step struct {
	name, about string

	// fields makes the page's fields, bound to the data. What is asked depends
	// on what is there: a representative only for a company.
	fields func(d *Data) []field.Field

	// shape changes when fields would give others.
	shape func(d *Data) int
}

// The steps by their index.
const (
	stepCustomer = iota
	stepInstitution
	stepReturn
	stepMore
)

// Keys of the fields: the API's names, where a field has one.
const (
	keyDocument       = "document"
	keyRepresentative = "representative"
	keyEmail          = "email"
	keyPhone          = "phone"
	keyInstitution    = "institutionCode"
	keyRedirect       = "redirectURL"
	keyCallbacks      = "callbacks"
	keyCallbackAll    = "productsCallbackURL.all"
	keyCallbackEach   = "productsCallbackURL"
	keyAppLink        = "appLink"
	keyAppKey         = "appRedirectURLKey"
	keyInfo           = "externalInfo"
	keyConnection     = "connectionKey"
)

// steps lists the pages of the form.
func steps(t *text.Catalogue, institutions func() []directory.Institution, hidden func() bool) []step {
	c := checks{t}
	fixed := func(*Data) int { return 0 }
	return []step{
		stepCustomer: {t.Step.Customer, t.Step.CustomerIs, func(d *Data) []field.Field { return customerFields(c, d, hidden) }, func(d *Data) int {
			if d.company() {
				return 1
			}
			return 0
		}},
		stepInstitution: {t.Step.Institution, t.Step.InstitutionIs, func(d *Data) []field.Field {
			return []field.Field{institutionPicker(t, institutions(), d)}
		}, fixed},
		stepReturn: {t.Step.Return, t.Step.ReturnIs, func(d *Data) []field.Field { return returnFields(c, d) }, func(d *Data) int {
			if validate.Trim(d.appLink) != "" {
				return d.callbacks + 10
			}
			return d.callbacks
		}},
		stepMore: {t.Step.More, t.Step.MoreIs, func(d *Data) []field.Field { return moreFields(c, d) }, fixed},
	}
}

func customerFields(c checks, d *Data, hidden func() bool) []field.Field {
	t := &c.t.Field
	fields := []field.Field{field.NewInput(field.InputConfig{
		Key: keyDocument, Title: t.Document, Value: &d.document, Mask: validate.MaskDocument, Hide: hideDocument, Hidden: hidden, HiddenNote: c.hiddenNote, Check: c.document,
	})}
	if d.company() {
		fields = append(fields, field.NewInput(field.InputConfig{
			Key: keyRepresentative, Title: c.optionalLabel(t.Representative), Value: &d.representative, Mask: validate.MaskCPF, Hide: hideDocument, Hidden: hidden, HiddenNote: c.hiddenNote, Check: c.representative,
		}))
	}
	return append(fields,
		field.NewInput(field.InputConfig{Key: keyEmail, Title: c.optionalLabel(t.Email), Value: &d.email, Hide: hideEmail, Hidden: hidden, HiddenNote: c.hiddenNote, Check: c.email}),
		field.NewInput(field.InputConfig{Key: keyPhone, Title: c.optionalLabel(t.Phone), Value: &d.phone, Mask: validate.MaskPhone, Hide: hidePhone, Hidden: hidden, HiddenNote: c.hiddenNote, Check: c.phone}),
	)
}

// institutionPicker offers the directory; those that do not serve the kind of
// customer come last, for the list may be wrong.
func institutionPicker(t *text.Catalogue, known []directory.Institution, d *Data) *field.Picker {
	serves := func(i directory.Institution) bool {
		if d.company() {
			return i.Companies
		}
		return i.Persons
	}
	sorted := slices.Clone(known)
	slices.SortStableFunc(sorted, func(a, b directory.Institution) int {
		switch {
		case serves(a) == serves(b):
			return 0
		case serves(a):
			return -1
		default:
			return 1
		}
	})
	options := make([]field.Option, len(sorted))
	for i, in := range sorted {
		options[i] = field.Option{Value: in.Code, Label: in.Name, Detail: in.Code, Keywords: in.ISPB}
		switch {
		case in.Outage:
			options[i].Detail += "  " + t.Field.Outage
		case in.Beta:
			options[i].Detail += "  " + t.Field.Beta
		}
	}
	return field.NewPicker(field.PickerConfig{
		Key: keyInstitution, Title: t.Step.Institution, Placeholder: t.Field.InstitutionSearch, Value: &d.institution,
		Options: options, None: t.Field.CustomerChooses, Nothing: t.Field.NoMatch,
		UseCode: func(code string) string { return fmt.Sprintf(t.Field.UseCodeF, code) },
		Count:   func(shown, all int) string { return fmt.Sprintf(t.Field.ShownF, shown, all) },
	})
}

func returnFields(c checks, d *Data) []field.Field {
	t := &c.t.Field
	fields := []field.Field{
		field.NewInput(field.InputConfig{Key: keyRedirect, Title: c.optionalLabel(t.RedirectURL), Value: &d.redirectURL, Check: func(s string) field.Verdict {
			return c.url(s, t.RedirectNote)
		}}),
		field.NewChoice(keyCallbacks, t.Callbacks, &d.callbacks, t.CallbacksNone, t.CallbacksAll, t.CallbacksEach),
	}
	switch d.callbacks {
	case callbacksAll:
		fields = append(fields, field.NewInput(field.InputConfig{Key: keyCallbackAll, Title: t.CallbackAll, Placeholder: t.Address, Value: &d.callbackAll, Check: c.webURL}))
	case callbacksEach:
		fields = append(fields, field.NewPairs(field.PairsConfig{
			Key: keyCallbackEach, Title: t.CallbackRows, KeyName: t.Report, Column: t.Address, Note: t.CallbackNote,
			Value: &d.callbackEach, Suggestions: klavi.ReportCodes(d.company()), Check: c.callbackRow,
		}))
	}
	fields = append(fields, field.NewInput(field.InputConfig{Key: keyAppLink, Title: c.optionalLabel(t.AppLink), Value: &d.appLink, Check: func(s string) field.Verdict {
		return c.url(s, t.AppLinkNote)
	}}))
	if validate.Trim(d.appLink) != "" {
		fields = append(fields, field.NewInput(field.InputConfig{Key: keyAppKey, Title: t.AppKey, Value: &d.appRedirectKey, Check: func(s string) field.Verdict {
			if validate.Trim(s) == "" {
				return field.Verdict{Problem: c.t.Wrong.NeedsAppKey, Note: t.AppKeyNote}
			}
			return field.Verdict{Note: "✓"}
		}}))
	}
	return fields
}

func moreFields(c checks, d *Data) []field.Field {
	t := &c.t.Field
	return []field.Field{
		field.NewPairs(field.PairsConfig{
			Key: keyInfo, Title: c.optionalLabel(t.ExternalInfo), KeyName: t.Key, Column: t.Value, Note: t.ExternalInfoNote, Value: &d.externalInfo, Check: c.infoRow,
		}),
		field.NewInput(field.InputConfig{Key: keyConnection, Title: c.optionalLabel(t.ConnectionKey), Value: &d.connectionKey, Check: func(string) field.Verdict {
			return field.Verdict{Note: t.ConnectionKeyNote}
		}}),
	}
}

// place tells where a field of the API is asked: the step and the field's key.
func place(apiField string, d *Data) (stepIndex int, key string, ok bool) {
	switch apiField {
	case "personalTaxId":
		if d.company() {
			return stepCustomer, keyRepresentative, true
		}
		return stepCustomer, keyDocument, true
	case "businessTaxId":
		return stepCustomer, keyDocument, true
	case "email":
		return stepCustomer, keyEmail, true
	case "phone":
		return stepCustomer, keyPhone, true
	case "institutionCode":
		return stepInstitution, keyInstitution, true
	case "redirectURL":
		return stepReturn, keyRedirect, true
	case "productsCallbackURL":
		return stepReturn, [...]string{keyCallbacks, keyCallbackAll, keyCallbackEach}[d.callbacks], true
	case "appLink":
		return stepReturn, keyAppLink, true
	case "appRedirectURLKey":
		if validate.Trim(d.appLink) == "" {
			return stepReturn, keyAppLink, true
		}
		return stepReturn, keyAppKey, true
	case "externalInfo":
		return stepMore, keyInfo, true
	case "connectionKey":
		return stepMore, keyConnection, true
	default:
		return 0, "", false
	}
}

// page is the form of one step with its fields.
type page struct {
	form   *huh.Form
	fields []field.Field
	at     int // the focused field
	gap    int // blank lines between the fields
	shape  int
}

// newPage builds a step's form and focuses the field with the key, or the
// first. Forms are thrown away and made anew: the values are in the data. Fields
// of a page before it are taken over where it has the same.
func newPage(s step, d *Data, th *theme, key string, before ...field.Field) *page {
	p := &page{fields: s.fields(d), shape: s.shape(d)}
	list := make([]huh.Field, len(p.fields))
	for i, f := range p.fields {
		if j := slices.IndexFunc(before, func(b field.Field) bool { return b.GetKey() == f.GetKey() }); j >= 0 {
			p.fields[i] = before[j]
		}
		list[i] = p.fields[i]
	}
	p.form = huh.NewForm(huh.NewGroup(list...)).WithShowHelp(false).WithShowErrors(false).WithTheme(th)
	p.form.Init()
	if i := slices.IndexFunc(p.fields, func(f field.Field) bool { return f.GetKey() == key }); i >= 0 {
		p.focus(i)
	}
	return p
}

// focus moves to the i-th field.
func (p *page) focus(i int) {
	for p.at < i {
		p.form.NextField()
		p.at++
	}
	for p.at > i {
		p.form.PrevField()
		p.at--
	}
}

func (p *page) focused() field.Field { return p.fields[p.at] }
