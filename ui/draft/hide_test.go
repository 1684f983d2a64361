package draft_test

import (
	"strings"
	"testing"
	"unicode"

	"klavilink/ui/draft"
)

func TestAValidValueIsRedactedAndAnyOtherIsVeiled(t *testing.T) {
	for _, c := range []struct {
		hide       func(string) string
		text, want string
	}{
		{draft.HideDocument, "", ""},
		{draft.HideDocument, cpf, "•••.982.247-••"},
		{draft.HideDocument, bareCNPJ, "••.222.333/0001-••"},
		{draft.HideDocument, "529.982.247-24", "•••.•••.•••-••"},
		{draft.HideDocument, "529 x", "••• •"},
		{draft.HideEmail, "ana@exemplo.com", "a•••@exemplo.com"},
		{draft.HideEmail, "ana@exemplo", "•••@•••••••"},
		{draft.HidePhone, "11987654321", "(11) •••••-4321"},
		{draft.HidePhone, "(11) 8765-4321", "(••) ••••-••••"},
		{draft.HidePhone, "é٣", "••"},
	} {
		if got := c.hide(c.text); got != c.want {
			t.Errorf("%q is hidden as %q and not %q", c.text, got, c.want)
		}
	}
}

// FuzzWhatIsNotValidShowsNothing checks that a text which no check accepts keeps no
// letter and no digit.
func FuzzWhatIsNotValidShowsNothing(f *testing.F) {
	for _, s := range []string{"", "529.982.247-24", "ana@exemplo", "é\u0301", "\xff1", "٣"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, k := range []draft.Key{draft.Document, draft.Email, draft.Phone} {
			f := row(t, k)
			shown := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
			if hidden := f.Hide(s); !f.Problem(s).OK() && strings.ContainsFunc(hidden, shown) {
				t.Errorf("%v shows %q of %q", k, hidden, s)
			}
		}
	})
}
