package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"klavilink/klavi"
	"klavilink/ui/field"
	"klavilink/ui/text"
	"klavilink/validate"
)

// checks judges what is typed, in a language. The wizard asks it on every key,
// the create command once; so both refuse the same things in the same words.
type checks struct{ t *text.Catalogue }

// optionalLabel marks a label of a field that may stay empty.
func (c checks) optionalLabel(label string) string { return fmt.Sprintf(c.t.Field.OptionalF, label) }

// hiddenNote says how to see what is hidden.
func (c checks) hiddenNote(note string) string { return fmt.Sprintf(c.t.Field.HiddenF, note) }

// early tells whether more typing can mend p. What it cannot is shown at once.
func early(p validate.Problem) bool {
	switch p.Reason {
	case validate.Char, validate.Long, validate.CheckChar, validate.Repeated, validate.Check,
		validate.AreaCode, validate.Country, validate.Service:
		return true
	default:
		return false
	}
}

func (c checks) document(s string) field.Verdict {
	if validate.Trim(s) == "" {
		return field.Verdict{Title: c.t.Field.Document, Problem: c.t.Wrong.EmptyDocument, Note: c.t.Field.DocumentNote}
	}
	d, p := validate.CheckDocument(s)
	v := c.verdict(p, c.t.Field.CPFValid)
	v.Title = c.t.Field.CPF
	if validate.DocumentKind(s) == validate.KindCNPJ {
		v.Title = c.t.Field.CNPJ
	}
	switch cnpj := d.CNPJ(); {
	case cnpj.HasLetters():
		v.Note, v.ReadAloud = fmt.Sprintf(c.t.Field.ReadBackF, c.t.ReadBack(cnpj)), true
	case cnpj.IsValid():
		v.Note = c.t.Field.CNPJValid
	}
	return v
}

func (c checks) representative(s string) field.Verdict {
	return c.optional(s, c.t.Field.RepresentativeNote, func() (validate.Problem, string) {
		_, p := validate.CheckCPF(s)
		return p, c.t.Field.CPFValid
	})
}

func (c checks) email(s string) field.Verdict {
	return c.optional(s, c.t.Field.EmailNote, func() (validate.Problem, string) {
		e, p := validate.CheckEmail(s)
		if typo, ok := e.LikelyTypo(); ok {
			return p, fmt.Sprintf(c.t.Field.DidYouMeanF, typo)
		}
		return p, "✓"
	})
}

func (c checks) phone(s string) field.Verdict {
	return c.optional(s, c.t.Field.PhoneNote, func() (validate.Problem, string) {
		ph, p := validate.CheckPhone(s)
		if ph.Mobile() {
			return p, c.t.Field.PhoneMobile
		}
		return p, c.t.Field.PhoneFixed
	})
}

// url judges an address that may be of an application.
func (c checks) url(s, note string) field.Verdict {
	return c.optional(s, note, func() (validate.Problem, string) {
		_, p := validate.CheckURL(s)
		return p, "✓"
	})
}

// webURL judges an address that reports go to; it is required.
func (c checks) webURL(s string) field.Verdict {
	_, p := validate.CheckWebURL(s)
	return c.verdict(p, "✓")
}

// verdict says that a text is good, or what is wrong: as a note while more
// typing may mend it.
func (c checks) verdict(p validate.Problem, good string) field.Verdict {
	if p.OK() {
		return field.Verdict{Note: good}
	}
	words := c.t.Problem(p)
	return field.Verdict{Problem: words, Early: early(p), Note: words}
}

// optional passes over an empty text.
func (c checks) optional(s, note string, check func() (validate.Problem, string)) field.Verdict {
	if validate.Trim(s) == "" {
		return field.Verdict{Note: note}
	}
	return c.verdict(check())
}

// callbackRow judges a row of report and address.
func (c checks) callbackRow(rows []field.Pair, i int) string {
	switch {
	case rows[i].Key == "":
		return c.t.Wrong.ReportName
	case c.twice(rows, i) != "":
		return c.twice(rows, i)
	case len(rows) > 1 && rows[i].Key == klavi.ReportAll:
		return c.t.Wrong.AllExclusive
	}
	if p := c.webURL(rows[i].Value).Problem; p != "" {
		return rows[i].Key + ": " + p
	}
	return ""
}

// infoRow judges a row of externalInfo.
func (c checks) infoRow(rows []field.Pair, i int) string {
	switch {
	case rows[i].Key == "":
		return c.t.Field.RowEmptyKey
	case rows[i].Value == "":
		return fmt.Sprintf(c.t.Field.RowEmptyValueF, rows[i].Key)
	}
	return c.twice(rows, i)
}

func (c checks) twice(rows []field.Pair, i int) string {
	if slices.ContainsFunc(rows[:i], func(p field.Pair) bool { return p.Key == rows[i].Key }) {
		return fmt.Sprintf(c.t.Field.RowTwiceF, rows[i].Key)
	}
	return ""
}

// Finding is a field that does not do, by the API's name for it.
type Finding struct {
	Field   string
	Message string // in the agent's language
}

// Prepare checks a request as the wizard does and writes its values as they go
// out: documents bare, the telephone in E.164. It gives everything that is
// wrong. For a script a document is as optional as it is for the API.
func Prepare(t *text.Catalogue, r klavi.LinkRequest) (klavi.LinkRequest, []Finding) {
	var found []Finding
	check := func(name string, value *string, p validate.Problem, canonical string) {
		switch {
		case *value == "":
		case p.OK():
			*value = canonical
		default:
			found = append(found, Finding{name, t.Problem(p)})
		}
	}
	cpf, p := validate.CheckCPF(r.PersonalTaxID)
	check("personalTaxId", &r.PersonalTaxID, p, cpf.Reveal())
	cnpj, p := validate.CheckCNPJ(r.BusinessTaxID)
	check("businessTaxId", &r.BusinessTaxID, p, cnpj.Reveal())
	email, p := validate.CheckEmail(r.Email)
	check("email", &r.Email, p, email.Reveal())
	phone, p := validate.CheckPhone(r.Phone)
	check("phone", &r.Phone, p, phone.Reveal())
	url, p := validate.CheckURL(r.RedirectURL)
	check("redirectURL", &r.RedirectURL, p, url.Reveal())
	url, p = validate.CheckURL(r.AppLink)
	check("appLink", &r.AppLink, p, url.Reveal())
	r.InstitutionCode = strings.TrimSpace(r.InstitutionCode)
	if err := r.Check(); err != nil {
		if f := finding(t, err); !slices.ContainsFunc(found, func(g Finding) bool { return g.Field == f.Field }) {
			found = append(found, f)
		}
	}
	return r, found
}

// finding puts a breach of the API page's rules into words.
func finding(t *text.Catalogue, err error) Finding {
	f := Finding{Message: t.Rule(err)}
	var e *klavi.Error
	if errors.As(err, &e) {
		f.Field = e.Field
	}
	return f
}
