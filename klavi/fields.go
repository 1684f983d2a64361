package klavi

import (
	"cmp"
	"slices"
	"strings"
)

// The names of the fields of POST /links, as they stand in JSON.
const (
	FieldPersonalTaxID       = "personalTaxId"
	FieldBusinessTaxID       = "businessTaxId"
	FieldEmail               = "email"
	FieldPhone               = "phone"
	FieldInstitutionCode     = "institutionCode"
	FieldRedirectURL         = "redirectURL"
	FieldProductsCallbackURL = "productsCallbackURL"
	FieldExternalInfo        = "externalInfo"
	FieldConnectionKey       = "connectionKey"
	FieldAppLink             = "appLink"
	FieldAppRedirectURLKey   = "appRedirectURLKey"
)

// Field is one field of POST /links, as the page "Create a Link" describes it.
// [LinkFields] lists all of them.
type Field struct {
	// Name is the field's name in JSON.
	Name string

	// Personal reports whether the value identifies a customer or opens a
	// customer's data. Such a value must not come back in an error's words.
	Personal bool

	text    func(*LinkRequest) *string // nil for a JSON object
	set     func(LinkRequest) bool
	aliases []alias
}

// alias is a way in which the API's messages name a field, in lower case.
//
// A message may hold several aliases. The alias with the lowest place decides.
// Names from JSON come before everyday words, and appRedirectURLKey comes before
// the redirectURL that is part of it.
type alias struct {
	word  string
	place int
}

// Text returns a pointer to the field's value in r. It returns nil for the two
// fields that hold a JSON object, productsCallbackURL and externalInfo.
func (f Field) Text(r *LinkRequest) *string {
	if f.text == nil {
		return nil
	}
	return f.text(r)
}

// IsText reports whether the field holds a text. Other fields hold a JSON object.
func (f Field) IsText() bool { return f.text != nil }

// IsSet reports whether r has a value for the field.
func (f Field) IsSet(r LinkRequest) bool { return f.set(r) }

// LinkFields lists the fields of POST /links in the page's order. Each call makes
// a new list, so a caller may change it.
func LinkFields() []Field {
	return []Field{
		textField(FieldPersonalTaxID, func(r *LinkRequest) *string { return &r.PersonalTaxID },
			alias{"personaltaxid", 1}, alias{"cpf", 11}).personal(),
		textField(FieldBusinessTaxID, func(r *LinkRequest) *string { return &r.BusinessTaxID },
			alias{"businesstaxid", 2}, alias{"cnpj", 10}).personal(),
		textField(FieldEmail, func(r *LinkRequest) *string { return &r.Email },
			alias{"email", 12}, alias{"e-mail", 13}).personal(),
		textField(FieldPhone, func(r *LinkRequest) *string { return &r.Phone },
			alias{"phone", 14}).personal(),
		textField(FieldInstitutionCode, func(r *LinkRequest) *string { return &r.InstitutionCode },
			alias{"institutioncode", 3}, alias{"institution", 15}),
		textField(FieldRedirectURL, func(r *LinkRequest) *string { return &r.RedirectURL },
			alias{"redirecturl", 6}),
		objectField(FieldProductsCallbackURL, func(r LinkRequest) bool { return len(r.ProductsCallbackURL) > 0 },
			alias{"productscallbackurl", 4}, alias{"callback", 16}),
		objectField(FieldExternalInfo, func(r LinkRequest) bool { return len(r.ExternalInfo) > 0 },
			alias{"externalinfo", 8}),
		textField(FieldConnectionKey, func(r *LinkRequest) *string { return &r.ConnectionKey },
			alias{"connectionkey", 9}).personal(),
		textField(FieldAppLink, func(r *LinkRequest) *string { return &r.AppLink },
			alias{"applink", 7}),
		textField(FieldAppRedirectURLKey, func(r *LinkRequest) *string { return &r.AppRedirectURLKey },
			alias{"appredirecturlkey", 5}),
	}
}

// textField makes a field that holds a text.
func textField(name string, text func(*LinkRequest) *string, aliases ...alias) Field {
	set := func(r LinkRequest) bool { return *text(&r) != "" }
	return Field{Name: name, text: text, set: set, aliases: aliases}
}

// objectField makes a field that holds a JSON object.
func objectField(name string, set func(LinkRequest) bool, aliases ...alias) Field {
	return Field{Name: name, set: set, aliases: aliases}
}

// personal returns the field with Personal set.
func (f Field) personal() Field {
	f.Personal = true
	return f
}

// naming is an alias together with the name of its field.
type naming struct {
	alias
	field string
}

// namings lists the aliases of all fields. The most telling one comes first.
func namings() []naming {
	var all []naming
	for _, f := range LinkFields() {
		for _, a := range f.aliases {
			all = append(all, naming{a, f.Name})
		}
	}
	slices.SortFunc(all, func(a, b naming) int { return cmp.Compare(a.place, b.place) })
	return all
}

// fieldOf returns the name of the field that the messages are about. The first
// message that names a field decides. Without one, the business code may decide.
func fieldOf(messages []string, code int) string {
	all := namings()
	for _, m := range messages {
		m = strings.ToLower(m)
		for _, n := range all {
			if strings.Contains(m, n.word) {
				return n.field
			}
		}
	}
	switch code {
	case CodeInvalidInstitution:
		return FieldInstitutionCode
	case CodeInvalidCallback:
		return FieldProductsCallbackURL
	}
	return ""
}
