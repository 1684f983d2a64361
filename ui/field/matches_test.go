package field_test

import (
	"testing"

	"klavilink/ui/field"
)

func TestAQueryMatchesATextThatHasAllItsWords(t *testing.T) {
	for _, tt := range []struct {
		query, text string
		want        bool
	}{
		{"", "Itaú", true},
		{" ", "Itaú", true},
		{"itau", "Itaú Unibanco", true},
		{"UNI Itaú", "itau unibanco", true},
		{"982.247", "•••.982.247-••", true},
		{"itau nu", "Itaú Nubank", true},
		{"itau caixa", "Itaú Nubank", false},
		{"x", "", false},
	} {
		if got := field.Matches(tt.query, tt.text); got != tt.want {
			t.Errorf("%q in %q: %t", tt.query, tt.text, got)
		}
	}
}
