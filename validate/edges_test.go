package validate

import (
	"strings"
	"testing"
)

func TestTheHintOfADocumentNeedsAllOfItsConditions(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		check    func(string) Problem
		want     Problem
	}{
		{
			"eleven characters with a letter are no CPF", "7A109277673", checks["CNPJ"].check,
			Problem{Kind: KindCNPJ, Reason: Short, Have: 11, Want: 14},
		},
		{
			"a CNPJ with another character after it", "12ABC34501DE35?", checks["CPF"].check,
			Problem{Kind: KindCPF, Reason: Char, Pos: 3, Char: 'A'},
		},
		{
			"a CNPJ with another digit after it", "112223330001810", checks["CPF"].check,
			Problem{Kind: KindCPF, Reason: Long, Have: 15, Want: 11},
		},
		{
			"a CNPJ with letters and a wrong digit", "12ABC34501DE36", checks["CPF"].check,
			Problem{Kind: KindCPF, Reason: Char, Pos: 3, Char: 'A'},
		},
		{
			"fourteen digits that are no CNPJ", "55119876543210", checks["CPF"].check,
			Problem{Kind: KindCPF, Reason: Long, Have: 14, Want: 11},
		},
		{
			"a mobile number after 45", "4511987654321", checks["CPF"].check,
			Problem{Kind: KindCPF, Reason: Long, Have: 13, Want: 11},
		},
		{
			"a mobile number after 54", "5411987654321", checks["CPF"].check,
			Problem{Kind: KindCPF, Reason: Long, Have: 13, Want: 11},
		},
		{
			"a fixed number after 55", "5511387654321", checks["CPF"].check,
			Problem{Kind: KindCPF, Reason: Long, Have: 13, Want: 11},
		},
		{
			"no area code after 55", "5520987654321", checks["CPF"].check,
			Problem{Kind: KindCPF, Reason: Long, Have: 13, Want: 11},
		},
		{
			"another that is no area code after 55", "5510987654321", checks["CPF"].check,
			Problem{Kind: KindCPF, Reason: Long, Have: 13, Want: 11},
		},
		{
			"a mobile number of Rio after 55", "5521987654321", checks["CPF"].check,
			Problem{Kind: KindCPF, Reason: Long, Have: 13, Want: 11, Hint: LooksLikeMobile},
		},
		{
			"zeros alone are no lost zeros", "000", checks["CPF"].check,
			Problem{Kind: KindCPF, Reason: Short, Have: 3, Want: 11},
		},
		{
			"zeros alone are no lost zeros of a company", "000", checks["CNPJ"].check,
			Problem{Kind: KindCNPJ, Reason: Short, Have: 3, Want: 14},
		},
		{
			"ten characters with an O", "529982247O", checks["Document"].check,
			Problem{Kind: KindCNPJ, Reason: Short, Have: 10, Want: 14},
		},
		{
			"eleven characters with an l", "5299822472l", checks["Document"].check,
			Problem{Kind: KindCPF, Reason: Char, Pos: 11, Char: 'l', Hint: LetterForOne},
		},
		{
			"eleven characters with an X", "5299822472X", checks["Document"].check,
			Problem{Kind: KindCNPJ, Reason: Short, Have: 11, Want: 14},
		},
		{
			"an A for a check digit", "12ABC34501DEA5", checks["CNPJ"].check,
			Problem{Kind: KindCNPJ, Reason: CheckChar, Pos: 13, Char: 'A'},
		},
		{
			"a Z for a check digit", "12ABC34501DE3Z", checks["CNPJ"].check,
			Problem{Kind: KindCNPJ, Reason: CheckChar, Pos: 14, Char: 'Z'},
		},
		{
			"an I for a check digit, the blanks count", "12.ABC.345/01DE-I5 ", checks["CNPJ"].check,
			Problem{Kind: KindCNPJ, Reason: CheckChar, Pos: 17, Char: 'I', Hint: LetterForOne},
		},
	} {
		if got := tt.check(tt.in); got != tt.want {
			t.Errorf("%s (%q):\n got %+v\nwant %+v", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestEveryLetterThatLooksLikeADigitGetsItsHint(t *testing.T) {
	for letter, want := range map[string]Hint{
		"O": LetterForZero, "o": LetterForZero, "I": LetterForOne, "i": LetterForOne, "l": LetterForOne,
		"L": 0, "Q": 0, "D": 0, "j": 0, "0": 0,
	} {
		if _, p := CheckCPF("529" + letter); p.Hint != want {
			t.Errorf("%s: %v", letter, p.Hint)
		}
	}
}

func TestOnlyACNPJWithALetterHasLetters(t *testing.T) {
	for in, want := range map[string]bool{"11222333000181": false, "12ABC34501DE35": true, "": false} {
		if c, _ := ParseCNPJ(in); c.HasLetters() != want {
			t.Errorf("%q: %t", in, !want)
		}
	}
}

func TestAMaskFormatsAtMost32Characters(t *testing.T) {
	for n, want := range map[int]string{
		32: "111.111.111-" + strings.Repeat("1", 23),
		33: strings.Repeat("1", 33),
	} {
		if got := MaskCPF(strings.Repeat("1", n)); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
	if got := MaskCPF("529a"); got != "529a" {
		t.Errorf("a CPF with a letter becomes %q", got)
	}
	if got := MaskPhone("("); got != "(" {
		t.Errorf("a bracket becomes %q", got)
	}
}

func TestTheLengthsOfAnAddressAreThoseOfRFC5321(t *testing.T) {
	name, label := strings.Repeat("a", 64), strings.Repeat("b", 63)
	longest := name + "@" + label + "." + label + "." + strings.Repeat("c", 61)
	for in, want := range map[string]Problem{
		longest:                       {},
		longest + "c":                 {Kind: KindEmail, Reason: Long, Have: 255, Want: 254},
		"a" + name + "@x.com":         {Kind: KindEmail, Reason: LocalPart},
		"a@" + label + ".com":         {},
		"a@b" + label + ".com":        {Kind: KindEmail, Reason: Domain},
		"a@x.co":                      {},
		"a@x.c1":                      {},
		"a@x.0c":                      {Kind: KindEmail, Reason: Domain},
		"a@x.9c":                      {Kind: KindEmail, Reason: Domain},
		"a@x.0-c":                     {Kind: KindEmail, Reason: Domain},
		"a@0.9.com":                   {},
		"a@x.co-":                     {Kind: KindEmail, Reason: Domain},
		"a@x.-co":                     {Kind: KindEmail, Reason: Domain},
		"a@a.-b.com":                  {Kind: KindEmail, Reason: Domain},
		"a@a.b-.com":                  {Kind: KindEmail, Reason: Domain},
		"\u200b\u00a0ana@x\u200b.com": {Kind: KindEmail, Reason: Char, Pos: 8, Char: '\u200b'},
	} {
		if _, got := CheckEmail(in); got != want {
			t.Errorf("%q:\n got %+v\nwant %+v", in, got, want)
		}
	}
}

func TestASuggestionKeepsTheNameAndNeedsAnAddress(t *testing.T) {
	e, _ := ParseEmail("Ana.Maria+x@Gmail.con")
	if meant, ok := e.LikelyTypo(); !ok || meant != "Ana.Maria+x@gmail.com" {
		t.Errorf("%q %t", meant, ok)
	}
	if meant, ok := (Email{}).LikelyTypo(); ok || meant != "" {
		t.Errorf("the zero value: %q %t", meant, ok)
	}
}

func TestAProblemSaysInEnglishWhatIsWrong(t *testing.T) {
	for want, p := range map[string]Problem{
		"cpf: ok":                                {Kind: KindCPF},
		"cpf: character 3 ('x') does not belong": {Kind: KindCPF, Reason: Char, Pos: 3, Char: 'x'},
		"cnpj: empty":                            {Kind: KindCNPJ, Reason: Empty},
		"phone: 2 missing (9 of 11)":             {Kind: KindPhone, Reason: Short, Have: 9, Want: 11},
		"cpf: 3 too many (14 instead of 11)":     {Kind: KindCPF, Reason: Long, Have: 14, Want: 11},
		"cnpj: character 17 ('O') stands where a check digit belongs": {
			Kind: KindCNPJ, Reason: CheckChar, Pos: 17, Char: 'O',
		},
		"cpf: one digit repeated":      {Kind: KindCPF, Reason: Repeated},
		"cpf: check digits do not fit": problem(KindCPF, checkDigits("25", "24")),
		"phone: areacode":              {Kind: KindPhone, Reason: AreaCode},
		"url: unknown":                 {Kind: KindURL, Reason: Insecure + 1},
	} {
		if got := p.Error(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
