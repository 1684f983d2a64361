package validate

import (
	"strings"
	"testing"
	"unicode"
)

func TestMasksFormatTheTextAfterEveryKey(t *testing.T) {
	for _, tt := range []struct {
		mask func(string) string
		in   string
		want []string // the text after each key
	}{
		{MaskCPF, "52998224725", []string{
			"5", "52", "529", "529.9", "529.98", "529.982", "529.982.2", "529.982.24", "529.982.247",
			"529.982.247-2", "529.982.247-25",
		}},
		{MaskCNPJ, "12abc34501de35", []string{
			"1", "12", "12.A", "12.AB", "12.ABC", "12.ABC.3", "12.ABC.34", "12.ABC.345", "12.ABC.345/0",
			"12.ABC.345/01", "12.ABC.345/01D", "12.ABC.345/01DE", "12.ABC.345/01DE-3", "12.ABC.345/01DE-35",
		}},
		{MaskPhone, "11987654321", []string{
			"1", "11", "(11) 9", "(11) 98", "(11) 987", "(11) 9876", "(11) 98765",
			"(11) 98765-4", "(11) 98765-43", "(11) 98765-432", "(11) 98765-4321",
		}},
		{MaskPhone, "1134567890", []string{
			"1", "11", "(11) 3", "(11) 34", "(11) 345", "(11) 3456",
			"(11) 3456-7", "(11) 3456-78", "(11) 3456-789", "(11) 3456-7890",
		}},
	} {
		shown := ""
		for i, want := range tt.want {
			shown = tt.mask(shown + tt.in[i:i+1])
			if shown != want {
				t.Errorf("%s: %q, want %q", tt.in[:i+1], shown, want)
			}
		}
	}
}

func TestTheDocumentMaskDependsOnTheKindOfDocument(t *testing.T) {
	for in, want := range map[string]string{
		"52998224725":     "529.982.247-25",
		"529.982.247-250": "52.998.224/7250",
		"11222333000181":  "11.222.333/0001-81",
		"1a":              "1A",
		"12a":             "12.A",
		"112223330001819": "11.222.333/0001-819", // a surplus digit stays visible
		"52é":             "52é",                 // a wrong character stays visible
		"":                "",
	} {
		if got := MaskDocument(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestMaskPhoneDoesNotChangeNumbersWithPrefixesOrWrongCharacters(t *testing.T) {
	for _, in := range []string{"+55 11", "011 9", "119876543210", "11x", "10X", "550xx1", ") +1", ""} {
		if got := MaskPhone(in); got != in {
			t.Errorf("%q became %q", in, got)
		}
	}
}

// significant returns the characters of s that a mask must not change.
func significant(s string) string {
	return strings.Map(func(r rune) rune {
		if ignorable(r) || r == '(' || r == ')' {
			return -1
		}
		return unicode.ToUpper(r)
	}, s)
}

func FuzzMasksAreIdempotentAndLoseNothing(f *testing.F) {
	for _, s := range []string{
		"", "529.982.247-25", "12abc34501de35", "(11) 98765-4321", "+55 (0xx11) 9", "\u200b5 2\u00a0",
		"529\x00", "1\xff2", "a–b—c", "00000000000000000000000000000000000", "10X", "550xx1", ") +1",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, mask := range map[string]func(string) string{
			"CPF": MaskCPF, "CNPJ": MaskCNPJ, "document": MaskDocument, "phone": MaskPhone,
		} {
			once := mask(s)
			if twice := mask(once); twice != once {
				t.Errorf("%s: %q, then %q, then %q", name, s, once, twice)
			}
			if significant(once) != significant(s) {
				t.Errorf("%s: %q became %q", name, s, once)
			}
			if once != s && once != "" && strings.ContainsAny(once[len(once)-1:], ".-/() ") {
				t.Errorf("%s: %q ends in punctuation", name, once)
			}
		}
	})
}

func FuzzCheckersAgreeWithThemselves(f *testing.F) {
	for _, s := range []string{
		"52998224725", "12.ABC.345/01DE-35", "+55 11 98765-4321", "ana@exemplo.com", "https://x.com/a?b#c",
		"app:x", "\x1b[0m", "0xx11", "a@b.co\u200b", "A://[",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if c, p := CheckCPF(s); p.OK() {
			again, _ := CheckCPF(c.RevealFormatted())
			if again != c || len(c.Reveal()) != 11 {
				t.Errorf("CPF %q", s)
			}
		}
		if c, p := CheckCNPJ(s); p.OK() {
			again, _ := CheckCNPJ(c.RevealFormatted())
			if again != c || len(c.Reveal()) != 14 {
				t.Errorf("CNPJ %q", s)
			}
		}
		if c, p := CheckPhone(s); p.OK() {
			again, _ := CheckPhone(c.Reveal())
			national, _ := CheckPhone(c.RevealFormatted())
			if again != c || national != c {
				t.Errorf("phone %q: %q, %q", s, c.Reveal(), c.RevealFormatted())
			}
		}
		if c, p := CheckEmail(s); p.OK() {
			again, q := CheckEmail(c.Reveal())
			if !q.OK() || again.Reveal() != c.Reveal() {
				t.Errorf("e-mail %q", s)
			}
		}
		if c, p := CheckURL(s); p.OK() {
			again, q := CheckURL(c.Reveal())
			if !q.OK() || again != c {
				t.Errorf("URL %q", s)
			}
			_, _ = c.Host(), c.Loopback()
		}
		for _, p := range []Problem{
			second(CheckCPF(s)),
			second(CheckCNPJ(s)),
			second(CheckPhone(s)),
			second(CheckEmail(s)),
			second(CheckURL(s)),
			second(CheckDocument(s)),
		} {
			if p.Reason == Char && (p.Pos < 1 || p.Pos > len([]rune(s)) || []rune(s)[p.Pos-1] != p.Char) {
				t.Errorf("%q: position %d is not %q", s, p.Pos, p.Char)
			}
			if p.Reason == Short && p.Have >= p.Want || p.Reason == Long && p.Have <= p.Want {
				t.Errorf("%q: %+v", s, p)
			}
		}
	})
}

// second returns the Problem of a Check function.
func second[T any](_ T, p Problem) Problem { return p }
