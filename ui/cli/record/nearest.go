package record

import (
	"klavilink/klavi"
	"klavilink/ui/spell"
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

// nearest returns the field that an unknown name is probably meant to be, or "": one that
// people call so, or one that is spelt almost so.
func nearest(name string) string {
	if field := everyday(spell.Plain(name)); field != "" {
		return field
	}
	var fields []string
	for _, f := range klavi.LinkFields() {
		fields = append(fields, f.Name)
	}
	return spell.Nearest(name, fields)
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
