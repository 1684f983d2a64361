package draft

import (
	"fmt"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

// documentTarget sends a document as the tax number of its kind. It returns the
// place of the number in the targets of the field.
func documentTarget(d *Draft) int {
	if d.Company() {
		return 1
	}
	return 0
}

// documentOf finds the document in a request: the number of the company, if there
// is one.
func documentOf(r *klavi.LinkRequest) string {
	if r.BusinessTaxID != "" {
		return r.BusinessTaxID
	}
	return r.PersonalTaxID
}

// representativeTarget sends the representative of a company alone.
func representativeTarget(d *Draft) int {
	if d.Company() {
		return 0
	}
	return -1
}

// representativeOf finds the representative in a request. Beside the number of a
// company, the number of a person is the representative's.
func representativeOf(r *klavi.LinkRequest) string {
	if r.BusinessTaxID != "" {
		return r.PersonalTaxID
	}
	return ""
}

// documentName returns what the kind of a document is called.
func documentName(t *text.Catalogue, value string) string {
	if validate.DocumentKind(value) == validate.KindCNPJ {
		return t.Field.CNPJ
	}
	return t.Field.CPF
}

// refineDocument makes the label follow the kind of document. A CNPJ with letters
// is to be read back to the customer, because its check digits miss more slips.
func refineDocument(t *text.Catalogue, value string, v Verdict) Verdict {
	if validate.Trim(value) == "" {
		v.Title = t.Field.Document
		return v
	}
	v.Title = documentName(t, value)
	document, _ := validate.CheckDocument(value)
	if cnpj := document.CNPJ(); cnpj.HasLetters() {
		v.Note, v.ReadAloud = fmt.Sprintf(t.Field.ReadBackF, t.ReadBack(cnpj)), true
	}
	return v
}

// goodDocument praises a valid document by its kind.
func goodDocument(t *text.Catalogue, value string) string {
	if validate.DocumentKind(value) == validate.KindCNPJ {
		return t.Field.CNPJValid
	}
	return t.Field.CPFValid
}
