package field_test

import (
	"strings"
	"testing"

	"klavilink/ui/field"
)

func TestSearchListsWhatMatchesTheBestFirst(t *testing.T) {
	options := []field.Option{
		{Value: "033", Label: "Santander", OtherNames: []string{"Banespa"}},
		{Value: "341", Label: "Itaú", Keywords: "60701190"},
		{Value: "104", Label: "Caixa"},
		{Value: "001", Label: "Banco do Brasil", OtherNames: []string{"BB"}},
	}
	for typed, want := range map[string]string{
		"":         "033 341 104 001",
		" ":        "033 341 104 001",
		"itau":     "341",
		"ITAÚ":     "341",
		"bb":       "001",
		"ban":      "001 033",
		"33":       "033",
		"607":      "341",
		"sntander": "033",
		"nobody":   "",
	} {
		var got []string
		for _, o := range field.Search(options, typed) {
			got = append(got, o.Value)
		}
		if found := strings.Join(got, " "); found != want {
			t.Errorf("%q: %q, want %q", typed, found, want)
		}
	}
}
