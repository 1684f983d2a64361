package record

import (
	"strings"

	"klavilink/klavi"
)

// known reports whether the API has a field.
func known(name string) bool {
	for _, f := range klavi.LinkFields() {
		if f.Name == name {
			return true
		}
	}
	return false
}

// nearest returns the field that an unknown name is probably meant to be, or "": one
// that differs in case and separators only, one that people call so, or one with at most
// two letters that are different.
func nearest(name string) string {
	name = plain(name)
	if field := everyday(name); field != "" {
		return field
	}
	best, fewest := "", 3
	for _, f := range klavi.LinkFields() {
		if n := distance(name, plain(f.Name)); n < fewest && 3*n < len(name) {
			best, fewest = f.Name, n
		}
	}
	return best
}

// plain returns a name in lower case and without separators.
func plain(name string) string {
	return strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(name))
}

// everyday returns the field that people call by a plain name, or "".
func everyday(name string) string {
	switch name {
	case "cpf", "taxid", "document", "documento":
		return klavi.FieldPersonalTaxID
	case "cnpj":
		return klavi.FieldBusinessTaxID
	case "mail":
		return klavi.FieldEmail
	case "telefone", "telephone", "celular", "mobile", "fone", "tel":
		return klavi.FieldPhone
	case "bank", "banco", "institution", "instituicao":
		return klavi.FieldInstitutionCode
	case "redirect", "redirecturi":
		return klavi.FieldRedirectURL
	case "callback", "callbacks", "callbackurl", "webhook":
		return klavi.FieldProductsCallbackURL
	default:
		return ""
	}
}

// distance returns how many letters must be added, taken away or changed to make one
// name of another. Names that are too long for a field are as far as they are long.
func distance(a, b string) int {
	if len(a) > 40 {
		return len(a)
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
