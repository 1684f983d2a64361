package cli

import (
	"strings"
	"testing"
)

func TestAShapeSaysWhichCharactersAndHowManyThereMayBe(t *testing.T) {
	for name, tt := range map[string]struct {
		is       func(string) bool
		yes, not []string
	}{
		"link ID": {
			isLinkID,
			[]string{"a", "feaefcfe-8e91-4f94", "A_:=+~-9", strings.Repeat("x", 128)},
			[]string{"", "a.b", "a b", "é", "a\n", strings.Repeat("x", 129)},
		},
		"code": {isCode, []string{"4003", "1000", "9999"}, []string{"", "0999", "400", "40030", "400x", "４００３"}},
		"plain name": {
			isPlainName,
			[]string{"loja", "Loja-2.b", "_x", "ação", "2", strings.Repeat("é", 61)},
			[]string{"", "-x", ".x", "a b", "a$b", "a'b", "a\x1b", "a\xff", strings.Repeat("é", 62)},
		},
	} {
		for _, s := range tt.yes {
			if !tt.is(s) {
				t.Errorf("%.20q is no %s", s, name)
			}
		}
		for _, s := range tt.not {
			if tt.is(s) {
				t.Errorf("%.20q is a %s", s, name)
			}
		}
	}
}
