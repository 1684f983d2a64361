package validate

import "testing"

func TestPhonesAreReturnedInE164(t *testing.T) {
	for in, want := range map[string]string{
		"11987654321":                       "+5511987654321",
		"(11) 98765-4321":                   "+5511987654321",
		"+55 11 98765-4321":                 "+5511987654321",
		"55 11 98765 4321":                  "+5511987654321",
		"0055 11 98765-4321":                "+5511987654321",
		"011 98765-4321":                    "+5511987654321",
		"0 21 11 98765-4321":                "+5511987654321",
		"+55 (0xx11) 98765-4321":            "+5511987654321",
		"0XX11 98765-4321":                  "+5511987654321",
		"+55 011 98765-4321":                "+5511987654321",
		"(11) 3456-7890":                    "+551134567890",
		"0 15 11 3456-7890":                 "+551134567890",
		"55 98765-4321":                     "+5555987654321",
		"55 99876-5432":                     "+5555998765432", // DDD 55 is also the country code
		"5555998765432":                     "+5555998765432",
		"55 3222-1234":                      "+555532221234",
		"55 11 3456-7890":                   "+551134567890",
		"\u200b11\u00a098765\u20134321\r\n": "+5511987654321",
	} {
		ph, p := CheckPhone(in)
		if ph.Reveal() != want {
			t.Errorf("%q: %q, want %q (%v)", in, ph.Reveal(), want, p)
		}
	}
}

func TestCheckPhoneReportsWhatIsWrong(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     Problem
	}{
		{"empty", "", Problem{Reason: Empty}},
		{"brackets alone", "()", Problem{Reason: Empty}},
		{"letter", "11 9876a", Problem{Reason: Char, Pos: 8, Char: 'a'}},
		{"plus inside", "11+987654321", Problem{Reason: Char, Pos: 3, Char: '+'}},
		{"two plus signs", "++5511987654321", Problem{Reason: Char, Pos: 2, Char: '+'}},
		{"x without a zero", "xx11987654321", Problem{Reason: Char, Pos: 1, Char: 'x'}},
		{"one x", "0x11 98765-4321", Problem{Reason: Char, Pos: 2, Char: 'x'}},
		{"three x's", "0xxx11 98765-4321", Problem{Reason: Char, Pos: 4, Char: 'x'}},
		{"x's inside", "11 90xx7-4321", Problem{Reason: Char, Pos: 6, Char: 'x'}},
		{"x's after a country code and more", "55 11 90xx7-4321", Problem{Reason: Char, Pos: 9, Char: 'x'}},
		{"x's after an area code and more", "15 90xx7-4321", Problem{Reason: Char, Pos: 6, Char: 'x'}},
		{"x's after another country code", "450xx11 98765-4321", Problem{Reason: Char, Pos: 4, Char: 'x'}},
		{"full-width", "１1987654321", Problem{Reason: Char, Pos: 1, Char: '１'}},
		{"mobile without DDD", "98765-4321", Problem{Reason: Short, Have: 9, Want: 11, Hint: NoAreaCode}},
		{"fixed without DDD", "3456-7890", Problem{Reason: Short, Have: 8, Want: 10, Hint: NoAreaCode}},
		{"short", "1198765", Problem{Reason: Short, Have: 7, Want: 11}},
		{"long", "119876543210", Problem{Reason: Long, Have: 12, Want: 11}},
		{"a CNPJ", "11.222.333/0001-81", Problem{Reason: Long, Have: 14, Want: 11, Hint: LooksLikeCNPJ}},
		{"very long", "11987654321119876543211", Problem{Reason: Long, Have: 23, Want: 11}},
		{"another country", "+1 212 555 0100", Problem{Reason: Country}},
		{"no such DDD", "(20) 98765-4321", Problem{Reason: AreaCode}},
		{"a CPF in no area", "529.982.247-25", Problem{Reason: AreaCode, Hint: LooksLikeCPF}},
		{"a CPF in an area", "111.444.777-35", Problem{Reason: Subscriber, Hint: LooksLikeCPF}},
		{"ninth digit left out", "(11) 8765-4321", Problem{Reason: NinthDigit}},
		{"mobile not starting with 9", "(11) 38765-4321", Problem{Reason: Subscriber}},
		{"fixed starting with 1", "(11) 1234-5678", Problem{Reason: Subscriber}},
		{"0800", "0800 123 4567", Problem{Reason: Service}},
		{"0300", "0300 123 456", Problem{Reason: Service}},
		{"4004", "4004-1234", Problem{Reason: Service}},
	} {
		_, got := CheckPhone(tt.in)
		want := problem(KindPhone, tt.want)
		if got != want {
			t.Errorf("%s (%q):\n got %+v\nwant %+v", tt.name, tt.in, got, want)
		}
	}
}

func TestThereAreSixtySevenAreaCodes(t *testing.T) {
	n := 0
	for a := byte('0'); a <= '9'; a++ {
		for b := byte('0'); b <= '9'; b++ {
			if areaCode(a, b) {
				n++
			}
		}
	}
	if n != 67 {
		t.Errorf("%d", n)
	}
	for _, none := range []string{
		"10", "20", "23", "25", "26", "29", "30", "36", "39", "40", "50", "52",
		"56", "57", "58", "59", "60", "70", "72", "76", "78", "80", "90", "01",
	} {
		if areaCode(none[0], none[1]) {
			t.Errorf("%s is no area code", none)
		}
	}
}

func TestMobileDistinguishesMobileFromFixedNumbers(t *testing.T) {
	m, _ := ParsePhone("11987654321")
	f, _ := ParsePhone("1134567890")
	if !m.Mobile() || f.Mobile() || f.RevealFormatted() != "(11) 3456-7890" {
		t.Errorf("%t %t %q", m.Mobile(), f.Mobile(), f.RevealFormatted())
	}
}
