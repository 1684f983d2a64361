package validate

import (
	"fmt"
	"strings"
	"testing"
)

// Whoever knew the digits that fit could make a number up.
func TestAProblemNeverSaysWhichCheckDigitsFit(t *testing.T) {
	for right, wrong := range map[string][]string{
		"52998224725":    {"52998224724", "52998224735", "52998224733", "52998224700"},
		"11222333000181": {"11222333000182", "11222333000191", "11222333000100"},
		"12ABC34501DE35": {"12ABC34501DE34", "12ABC34501DE00"},
	} {
		digits := right[len(right)-2:]
		for _, s := range wrong {
			_, p := CheckDocument(s)
			if said := fmt.Sprintf("%v %+v %#v", p, p, p); p.Reason != Check || strings.Contains(said, digits) {
				t.Errorf("%s: %s", s, said)
			}
		}
	}
}
