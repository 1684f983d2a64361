package field_test

import (
	"slices"
	"testing"

	"klavilink/ui/field"
)

func TestFindReturnsWhatAPickerListsAndSaysWhetherTheFirstIsMeant(t *testing.T) {
	options := []field.Option{
		{Value: "237", Label: "Bradesco"},
		{Value: "063", Label: "Bradescard"},
		{Value: "341", Label: "Itaú", OtherNames: []string{"Unibanco", "o laranja"}},
		{Value: "001", Label: "Banco do Brasil", OtherNames: []string{"BB"}},
		{Value: "033", Label: "Santander", Keywords: "90400888", OtherNames: []string{"Banespa"}},
		{Value: "029", Label: "Itaú"},
		{Value: "655", Label: "Banco BV", OtherNames: []string{"BB"}},
	}
	for _, tt := range []struct {
		typed string
		want  []string
		sure  bool
	}{
		{"Bradesco", []string{"237", "063"}, true},
		{"bradescard", []string{"063"}, true},
		{"bradescco", []string{"237", "063"}, true},
		{"brad", []string{"237", "063", "001"}, false},
		{"341", []string{"341"}, true},
		{"1", []string{"001", "341"}, true},
		{"unibanco", []string{"341"}, true},
		{"LARANJA", []string{"341"}, false},
		{"banespa", []string{"033"}, true},
		{"90400888", []string{"033"}, false},
		{"itau", []string{"341", "029"}, false},
		{"bb", []string{"001", "655"}, false},
		{"nothing like it", nil, false},
		{"", nil, false},
		{"...", nil, false},
	} {
		found, sure := field.Find(options, tt.typed)
		var got []string
		for _, o := range found {
			got = append(got, o.Value)
		}
		if !slices.Equal(got, tt.want) || sure != tt.sure {
			t.Errorf("%q: %q, sure %t, want %q, %t", tt.typed, got, sure, tt.want, tt.sure)
		}
	}
}

func TestACodeIsAShortWordWithADigit(t *testing.T) {
	for typed, want := range map[string]bool{
		"999": true, "b-17_x": true, "nubank": false, "": false, "9 9": false, "9é": false, "1\x1b": false,
		"1234567890123456789012345678901234567": false,
	} {
		if got := field.MayBeCode(typed); got != want {
			t.Errorf("%q: %t", typed, got)
		}
	}
}
