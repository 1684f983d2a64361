package validate

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// problem returns p with its Kind set, so that tables of problems can leave it out.
func problem(k Kind, p Problem) Problem {
	p.Kind = k
	return p
}

func checkDigits(expected, got string) Problem {
	return Problem{Reason: Check, End: expected[0] == got[0] || expected[1] == got[1]}
}

func TestValidCPFsAreAcceptedAndReturnedWithoutPunctuation(t *testing.T) {
	for _, want := range []string{
		"25872252137", "76109277673", "52998224725", "11144477735", "39053344705",
		"24843803480", "23858488135", "89576827086", "71656686759", "00000000191",
		"12345678909", // Klavi's own samples have it, but some libraries refuse it
	} {
		c, p := CheckCPF(want)
		if !p.OK() || c.Reveal() != want {
			t.Errorf("%s: %v, revealed %q", want, p, c.Reveal())
		}
	}
}

func TestCheckCPFIgnoresPunctuationAndBlanksInPastedText(t *testing.T) {
	for name, s := range map[string]string{
		"mask":               "529.982.247-25",
		"half a mask":        "529982247-25",
		"slash":              "529.982.247/25",
		"blanks":             "  529 982 247 25 ",
		"tab, CR LF":         "\t529.982.247-25\r\n",
		"NBSP":               "529\u00a0982\u00a0247\u00a025",
		"narrow NBSP":        "529\u202f982\u202f247-25",
		"zero-width":         "529\u200b982\u200c247\u200d25\u2060",
		"direction marks":    "\u202a529.982.247-25\u202c\u200e",
		"byte order mark":    "\ufeff529.982.247-25",
		"typographic dashes": "529\u2010982\u2013247\u201425",
		"minus sign":         "529.982.247\u221225",
		"soft hyphen":        "529982\u00ad24725",
	} {
		if c, p := CheckCPF(s); !p.OK() || c.Reveal() != "52998224725" {
			t.Errorf("%s: %v", name, p)
		}
	}
}

func TestCheckCPFReportsWhatIsWrong(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     Problem
	}{
		{"empty", "", Problem{Reason: Empty}},
		{"only punctuation", " .-/\u00a0", Problem{Reason: Empty}},
		{"one missing", "5299822472", Problem{Reason: Short, Have: 10, Want: 11}},
		{"one digit", "5", Problem{Reason: Short, Have: 1, Want: 11}},
		{"lost zero", "191", Problem{Reason: Short, Have: 3, Want: 11, Hint: LostZero}},
		{"one too many", "529982247250", Problem{Reason: Long, Have: 12, Want: 11}},
		{"a CNPJ", "11.222.333/0001-81", Problem{Reason: Long, Have: 14, Want: 11, Hint: LooksLikeCNPJ}},
		{"a CNPJ with letters", "12.ABC.345/01DE-35", Problem{Reason: Char, Pos: 4, Char: 'A', Hint: LooksLikeCNPJ}},
		{"a mobile with +55 left out", "5511987654321", Problem{Reason: Long, Have: 13, Want: 11, Hint: LooksLikeMobile}},
		{
			"a mobile", "11987654321",
			Problem{Reason: Check, Hint: LooksLikeMobile},
		},
		{"O for 0, before the length", "52998O", Problem{Reason: Char, Pos: 6, Char: 'O', Hint: LetterForZero}},
		{"l for 1", "529.982.247-l5", Problem{Reason: Char, Pos: 13, Char: 'l', Hint: LetterForOne}},
		{"position counts what is forgiven", " 529.x", Problem{Reason: Char, Pos: 6, Char: 'x'}},
		{"only the first is named", "5x9y", Problem{Reason: Char, Pos: 2, Char: 'x'}},
		{"plus sign", "+52998224725", Problem{Reason: Char, Pos: 1, Char: '+'}},
		{"quote", "529982247'25", Problem{Reason: Char, Pos: 10, Char: '\''}},
		{"exponent", "5.2998E+10", Problem{Reason: Char, Pos: 7, Char: 'E'}},
		{"full-width", "５2998224725", Problem{Reason: Char, Pos: 1, Char: '５'}},
		{"Arabic digits", "٥2998224725", Problem{Reason: Char, Pos: 1, Char: '٥'}},
		{"Devanagari digits", "५2998224725", Problem{Reason: Char, Pos: 1, Char: '५'}},
		{"mathematical digits", "𝟓2998224725", Problem{Reason: Char, Pos: 1, Char: '𝟓'}},
		{"accent", "529982247ã5", Problem{Reason: Char, Pos: 10, Char: 'ã'}},
		{"NUL", "529\x0098224725", Problem{Reason: Char, Pos: 4, Char: 0}},
		{"escape sequence", "\x1b[31m52998224725", Problem{Reason: Char, Pos: 1, Char: 0x1b}},
		{"broken UTF-8", "529\xff", Problem{Reason: Char, Pos: 4, Char: '\ufffd'}},
		{"5,000 digits", strings.Repeat("1", 5000), Problem{Reason: Long, Have: 5000, Want: 11}},
		{"wrong first digit", "52998224735", checkDigits("25", "35")},
		{"wrong second digit", "52998224724", checkDigits("25", "24")},
		{"wrong first with a consistent second", "52998224733", checkDigits("25", "33")},
		{"swapped digits", "25998224725", checkDigits("52", "25")},
		{"documented as wrong", "16109277673", checkDigits("14", "73")},
		{"in a README as if valid", "71656686734", checkDigits("59", "34")},
		{"wrong second", "24843803499", checkDigits("80", "99")},
	} {
		c, got := CheckCPF(tt.in)
		if want := problem(KindCPF, tt.want); got != want {
			t.Errorf("%s (%.40q):\n got %+v\nwant %+v", tt.name, tt.in, got, want)
		}
		if c.IsValid() {
			t.Errorf("%s: a value beside a problem", tt.name)
		}
	}
}

func TestACPFThatRepeatsOneDigitIsRefusedAsRepeated(t *testing.T) {
	for d := '0'; d <= '9'; d++ {
		if _, p := CheckCPF(strings.Repeat(string(d), 11)); p.Reason != Repeated {
			t.Errorf("%c: %v", d, p)
		}
	}
}

func TestRemaindersZeroAndOneGiveTheCheckDigitZero(t *testing.T) {
	// The search meets every pair of remainders. A second implementation of the rule
	// computes the check digits.
	seen := map[[2]int]bool{}
	for n := 100000000; n < 100003000; n++ {
		s := fmt.Sprint(n)
		r1 := rest(s, 10)
		s += digit(r1)
		r2 := rest(s, 11)
		s += digit(r2)
		seen[[2]int{min(r1, 2), min(r2, 2)}] = true
		if _, p := CheckCPF(s); !p.OK() {
			t.Fatalf("%s: %v", s, p)
		}
	}
	if len(seen) != 9 {
		t.Errorf("only %d of 9 classes of rests were met", len(seen))
	}
}

func rest(s string, weight int) (r int) {
	for _, c := range s {
		r += int(c-'0') * weight
		weight--
	}
	return r % 11
}

func digit(rest int) string {
	if rest < 2 {
		return "0"
	}
	return fmt.Sprint(11 - rest)
}

func TestParseReturnsTheProblemAsItsError(t *testing.T) {
	if _, err := ParseCPF("529.982.247-25"); err != nil {
		t.Error(err)
	}
	_, err := ParseCPF("529.982.247-24")
	var p Problem
	if !errors.As(err, &p) || p.Reason != Check || !p.End {
		t.Errorf("%v", err)
	}
	if want := "cpf: check digits do not fit"; err.Error() != want {
		t.Errorf("%q, want %q", err, want)
	}
}
