package draft_test

import (
	"testing"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/text"
)

// The sample numbers that the documentation uses.
const (
	cpf        = "529.982.247-25"
	bareCPF    = "52998224725"
	cnpj       = "11.222.333/0001-81"
	bareCNPJ   = "11222333000181"
	letters    = "12.ABC.345/01DE-35"
	bareLetter = "12ABC34501DE35"
)

var english = text.For(text.English)

// row returns the row of the table with a key.
func row(t *testing.T, k draft.Key) *draft.Field {
	t.Helper()
	for _, f := range draft.Fields() {
		if f.Key == k {
			return f
		}
	}
	t.Fatalf("no field has the key %v", k)
	return nil
}

// typed makes a draft in which texts stand.
func typed(texts map[draft.Key]string) *draft.Draft {
	var d draft.Draft
	for k, s := range texts {
		*d.Text(k) = s
	}
	return &d
}

// full is a request with a value in every field.
func full() klavi.LinkRequest {
	return klavi.LinkRequest{
		BusinessTaxID: bareCNPJ, PersonalTaxID: bareCPF, Email: "ana@exemplo.com", Phone: "+5511987654321",
		InstitutionCode: "341", RedirectURL: "https://exemplo.com/volta",
		ProductsCallbackURL: map[string]string{"other": "https://exemplo.com/o", "pj_loans": "https://exemplo.com/l"},
		ExternalInfo:        []byte(`{"n":12345678901234567890,"s":"x"}`), ConnectionKey: "connection",
		AppLink: "exemplo://app", AppRedirectURLKey: "back_to",
	}
}

// keysOf lists the keys of fields.
func keysOf(fields []*draft.Field) []draft.Key {
	list := make([]draft.Key, len(fields))
	for i, f := range fields {
		list[i] = f.Key
	}
	return list
}
