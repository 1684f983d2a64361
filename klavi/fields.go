package klavi

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// LinkRequest has the fields of POST /links. Their JSON names come from the API
// page "Create a Link". All fields are optional, and empty ones are not sent. A
// LinkRequest prints the names of the fields that are set, but not their values.
type LinkRequest struct {
	// PersonalTaxID is the CPF of the end user, eleven digits without punctuation.
	// Together with a CNPJ, it is the CPF of the company's representative.
	PersonalTaxID string `json:"personalTaxId,omitempty"`

	// BusinessTaxID is the CNPJ of the company, fourteen characters without
	// punctuation.
	BusinessTaxID string `json:"businessTaxId,omitempty"`

	// Email is the end user's e-mail address, for compliance.
	Email string `json:"email,omitempty"`

	// Phone is the end user's telephone number in E.164, for compliance.
	Phone string `json:"phone,omitempty"`

	// InstitutionCode selects the institution for the customer. It is opaque, and
	// leading zeros count.
	InstitutionCode string `json:"institutionCode,omitempty"`

	// RedirectURL is the address that the customer returns to.
	RedirectURL string `json:"redirectURL,omitempty"`

	// ProductsCallbackURL maps report codes to the addresses that receive the
	// reports. The code "other" stands for all reports that are not in the map.
	// The code "all" stands for all reports and must be the only one.
	ProductsCallbackURL map[string]string `json:"productsCallbackURL,omitempty"`

	// ExternalInfo is a JSON object that Klavi returns in the reports and in the
	// redirect. It becomes part of a URL, so it must not hold personal data.
	ExternalInfo json.RawMessage `json:"externalInfo,omitempty"`

	// ConnectionKey comes from a report and repeats an Open Data connection.
	ConnectionKey string `json:"connectionKey,omitempty"`

	// AppLink is the address that opens after the authorisation at the
	// institution.
	AppLink string `json:"appLink,omitempty"`

	// AppRedirectURLKey is the name of the parameter that is added to AppLink.
	AppRedirectURLKey string `json:"appRedirectURLKey,omitempty"`
}

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

	// Personal reports whether the value identifies a customer or gives access to a
	// customer's data. An error must not repeat such a value.
	Personal bool

	text    func(*LinkRequest) *string // nil if the field holds a JSON object
	set     func(LinkRequest) bool
	aliases []alias
}

// alias is a way in which the API's messages name a field, in lower case.
//
// A message may hold several aliases. The alias with the lowest rank decides.
// Names from JSON come before everyday words, and appRedirectURLKey comes before
// redirectURL, which is part of it.
type alias struct {
	word string
	rank int
}

// Text returns a pointer to the field's value in r. It returns nil for the two
// fields that hold a JSON object, productsCallbackURL and externalInfo.
func (f Field) Text(r *LinkRequest) *string {
	if f.text == nil {
		return nil
	}
	return f.text(r)
}

// IsText reports whether the field holds a text. The other fields hold a JSON
// object.
func (f Field) IsText() bool { return f.text != nil }

// IsSet reports whether r has a value for the field.
func (f Field) IsSet(r LinkRequest) bool { return f.set(r) }

// LinkFields returns the fields of POST /links in the order of the page "Create a
// Link". Each call makes a new list, so a caller may change it.
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

// textField returns a field that holds a text.
func textField(name string, text func(*LinkRequest) *string, aliases ...alias) Field {
	set := func(r LinkRequest) bool { return *text(&r) != "" }
	return Field{Name: name, text: text, set: set, aliases: aliases}
}

// objectField returns a field that holds a JSON object.
func objectField(name string, set func(LinkRequest) bool, aliases ...alias) Field {
	return Field{Name: name, set: set, aliases: aliases}
}

// personal returns a copy of f with Personal set.
func (f Field) personal() Field {
	f.Personal = true
	return f
}

// fieldAlias is an alias with the name of its field.
type fieldAlias struct {
	alias
	field string
}

// fieldAliases returns the aliases of all fields. The lowest rank comes first.
func fieldAliases() []fieldAlias {
	var all []fieldAlias
	for _, f := range LinkFields() {
		for _, a := range f.aliases {
			all = append(all, fieldAlias{a, f.Name})
		}
	}
	slices.SortStableFunc(all, func(a, b fieldAlias) int { return cmp.Compare(a.rank, b.rank) })
	return all
}

// fieldOf returns the name of the field that the messages are about. The first
// message that names a field decides. If none does, the business code may decide.
// The result is empty if neither does.
func fieldOf(messages []string, code int) string {
	all := fieldAliases()
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
