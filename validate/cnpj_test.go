package validate

import (
	"strings"
	"testing"
)

func TestValidCNPJsAreAcceptedAndReturnedInUpperCaseWithoutPunctuation(t *testing.T) {
	for in, want := range map[string]string{
		"00.000.000/0001-91":     "00000000000191",
		"60701190000104":         "60701190000104",
		"18236120000158":         "18236120000158",
		"00360305000104":         "00360305000104",
		"10573521000191":         "10573521000191",
		"11222333000181":         "11222333000181",
		"19131243000197":         "19131243000197",
		"21128159000166":         "21128159000166",
		"12ABC34501DE35":         "12ABC34501DE35", // Serpro's worked example
		"12.abc.345/01de-35":     "12ABC34501DE35",
		"12.aBc.345/01De-35\n":   "12ABC34501DE35",
		"12ABC34501OE35":         "12ABC34501OE35", // D and O have the same value modulo 11
		"99XYZ888000150":         "99XYZ888000150",
		"AAAAAAAAAAAA45":         "AAAAAAAAAAAA45", // repeated letters are allowed
		"12\u2013ABC 345–01DE35": "12ABC34501DE35",
	} {
		if c, p := CheckCNPJ(in); !p.OK() || c.Reveal() != want {
			t.Errorf("%q: %v, revealed %q", in, p, c.Reveal())
		}
	}
}

func TestEveryLetterIsAcceptedInEachOfTheFirstTwelvePositions(t *testing.T) {
	for l := byte('A'); l <= 'Z'; l++ {
		for i := range 12 {
			b := []byte("11222333000100")
			b[i] = l
			var d [14]byte
			copy(d[:], b)
			dv := cnpjDigits(&d)
			text := string(b[:12]) + string(dv[:])
			c, p := CheckCNPJ(strings.ToLower(text))
			if !p.OK() || c.Reveal() != text || !c.HasLetters() {
				t.Errorf("%s: %v", text, p)
			}
		}
	}
}

func TestCheckCNPJReportsWhatIsWrong(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     Problem
	}{
		{"empty", " \r\n", Problem{Reason: Empty}},
		{"short", "1122233300018", Problem{Reason: Short, Have: 13, Want: 14}},
		{"a CPF", "529.982.247-25", Problem{Reason: Short, Have: 11, Want: 14, Hint: LooksLikeCPF}},
		{"lost zeros", "191", Problem{Reason: Short, Have: 3, Want: 14, Hint: LostZero}},
		{"lost zeros of a bank", "360305000104", Problem{Reason: Short, Have: 12, Want: 14, Hint: LostZero}},
		{"long", "112223330001811", Problem{Reason: Long, Have: 15, Want: 14}},
		{
			"letter in the first check digit", "12.ABC.345/01DE-O5",
			Problem{Reason: CheckChar, Pos: 17, Char: 'O', Hint: LetterForZero},
		},
		{"letter in the second check digit", "12ABC34501DE3x", Problem{Reason: CheckChar, Pos: 14, Char: 'x'}},
		{"length before the check letter", "12ABC34501DE3", Problem{Reason: Short, Have: 13, Want: 14}},
		{"zeros", "00.000.000/0000-00", Problem{Reason: Repeated}},
		{"ones", "11111111111111", Problem{Reason: Repeated}},
		{"Cyrillic A", "12АBC34501DE35", Problem{Reason: Char, Pos: 3, Char: 'А'}},
		{"accent", "12ÁBC34501DE35", Problem{Reason: Char, Pos: 3, Char: 'Á'}},
		{"full-width", "１2ABC34501DE35", Problem{Reason: Char, Pos: 1, Char: '１'}},
		{"underscore", "12_ABC34501DE35", Problem{Reason: Char, Pos: 3, Char: '_'}},
		{"wrong digits", "99XYZ888000151", checkDigits("50", "51")},
		{"a sample of Open Finance that is wrong", "50685362006773", checkDigits("68", "73")},
		{"zero digits", "12ABC34501DE00", checkDigits("35", "00")},
		{"substitution", "12ABC34502DE35", checkDigits("06", "35")},
	} {
		c, got := CheckCNPJ(tt.in)
		if want := problem(KindCNPJ, tt.want); got != want {
			t.Errorf("%s (%q):\n got %+v\nwant %+v", tt.name, tt.in, got, want)
		}
		if c.IsValid() {
			t.Errorf("%s: a value beside a problem", tt.name)
		}
	}
}

func TestADocumentIsACPFUntilItHasALetterOrATwelfthDigit(t *testing.T) {
	for in, want := range map[string]Kind{
		"": KindCPF, "5": KindCPF, "529.982.247-25": KindCPF, "529982247250": KindCNPJ,
		"1a": KindCNPJ, "11.222.333/0001-81": KindCNPJ, "529.982.247-2 ": KindCPF, "é": KindCPF,
	} {
		if got := DocumentKind(in); got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
	cpf, _ := ParseDocument("529.982.247-25")
	cnpj, _ := ParseDocument("12abc34501de35")
	if cpf.Kind() != KindCPF || cpf.Reveal() != "52998224725" || cpf.CNPJ().IsValid() {
		t.Errorf("%v", cpf)
	}
	if cnpj.Kind() != KindCNPJ || cnpj.Reveal() != "12ABC34501DE35" || cnpj.CPF().IsValid() {
		t.Errorf("%v", cnpj)
	}
	if _, p := CheckDocument("5299822472O"); p != (Problem{
		Kind: KindCPF, Reason: Char, Pos: 11, Char: 'O', Hint: LetterForZero,
	}) {
		t.Errorf("a CPF with an O: %+v", p)
	}
	if (Document{}).IsValid() {
		t.Error("the zero value is valid")
	}
}
