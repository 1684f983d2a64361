package validate

import (
	"strings"
	"testing"
)

// phoneProblem returns what is wrong with a telephone number.
func phoneProblem(s string) Problem { return second(CheckPhone(s)) }

func TestOnlyThePrefixesOfBrazilAreRemoved(t *testing.T) {
	const mobile = "11987654321"
	for prefix, ok := range map[string]bool{
		"":      true,
		"55":    true,
		"+55":   true,
		"(+55":  true,
		" + 5":  false, // another country
		"0055":  true,
		"0":     true,
		"055":   true, // carrier 55
		"021":   true,
		"550":   true,
		"5502":  false,
		"0x":    false,
		"0xx":   true,
		"0Xx":   true,
		"0(xX":  true,
		"55(0":  true,
		"550xx": true, "+550xx": true, "00550": true,
		"0xxxx": false, "5xx": false, "10xx": false, "540xx": false, "450xx": false, "500xx": false, "xx": false,
		"1055": false, "0155": false, "0045": false, "0054": false, "0056": false, "0550": false,
		"45": false, "54": false, "05": false, "1": false, "00": false, "000": true,
	} {
		ph, p := CheckPhone(prefix + mobile)
		if p.OK() != ok || ok && ph.Reveal() != "+55"+mobile {
			t.Errorf("%q: %q %v", prefix, ph.Reveal(), p)
		}
	}
}

func TestWhatIsWrongWithATelephoneNumberAtItsEdges(t *testing.T) {
	for in, want := range map[string]Problem{
		"5":                       {Reason: Short, Have: 1, Want: 11},
		"55":                      {Reason: Short, Have: 2, Want: 11},
		"+":                       {Reason: Empty},
		"+5":                      {Reason: Country},
		"+4":                      {Reason: Country},
		"+54 11 98765-4321":       {Reason: Country},
		"+45 11 98765-4321":       {Reason: Country},
		"+55":                     {Reason: Short, Have: 0, Want: 11},
		"005":                     {Reason: Short, Have: 3, Want: 11},
		"0055":                    {Reason: Short, Have: 0, Want: 11},
		"0":                       {Reason: Short, Have: 1, Want: 11},
		"0x":                      {Reason: Char, Pos: 2, Char: 'x'},
		"0055 011 98765-4321":     {}, // sixteen digits
		"0055 021 11 98765-43211": {Reason: Long, Have: 19, Want: 11},
		"11 98765-4321 11 9876":   {Reason: Long, Have: 17, Want: 11},
		"01 1345 6789":            {Reason: AreaCode},
		"11 2345-6789":            {},
		"11 5345-6789":            {},
		"11 1999-9999":            {Reason: Subscriber},
		"11 0345-6789":            {Reason: Subscriber},
		"11 6345-6789":            {Reason: NinthDigit},
		"11 9345-6789":            {Reason: NinthDigit},
		"11 08765-4321":           {Reason: Subscriber},
		"11 88765-4321":           {Reason: Subscriber},
		"88765-4321":              {Reason: Short, Have: 9, Want: 11},
		"1345-6789":               {Reason: Short, Have: 8, Want: 11},
		"2345-6789":               {Reason: Short, Have: 8, Want: 10, Hint: NoAreaCode},
		"5345-6789":               {Reason: Short, Have: 8, Want: 10, Hint: NoAreaCode},
		"6345-6789":               {Reason: Short, Have: 8, Want: 11},
		"9345-6789":               {Reason: Short, Have: 8, Want: 11},
		"11.222.333/0001-82":      {Reason: Long, Have: 14, Want: 11},
		"112223330001810":         {Reason: Long, Have: 15, Want: 11},
		"(1":                      {Reason: Short, Have: 1, Want: 11},
		"a1b":                     {Reason: Char, Pos: 1, Char: 'a'},
	} {
		if got := phoneProblem(in); got != problem(KindPhone, want) && got != want {
			t.Errorf("%q:\n got %+v\nwant %+v", in, got, want)
		}
	}
}

func TestExactlyTheServiceNumbersAreNotOfPersons(t *testing.T) {
	for in, want := range map[string]bool{
		"0300 123 4567": true, "0500 123 4567": true, "0800 123 4567": true, "0900 123 4567": true,
		"0000 123 4567": false, "0100 123 4567": false, "0200 123 4567": false, "0400 123 4567": false,
		"0600 123 4567": false, "0700 123 4567": false,
		"0800 123": true, "0800 12": false, "0810 123": false, "0801 123": false, "1800 123": false,
		"4001-2345": true, "4004-1234": true, "4009-9999": true, "4101-2345": false, "4011-2345": false,
		"5001-2345": false, "400-1234": false, "4001-23456": false,
	} {
		if got := phoneProblem(in).Reason == Service; got != want {
			t.Errorf("%q: %t", in, got)
		}
	}
}

func TestAMaskLeavesNumbersWithABracketAndAPlusAlone(t *testing.T) {
	for _, in := range []string{"(+5511", " +55", "( ) +1", "0(xx", "5502"} {
		want := in
		if in == "5502" {
			want = "(55) 02"
		}
		if got := MaskPhone(in); got != want {
			t.Errorf("%q becomes %q", in, got)
		}
	}
}

func TestTheMaskOfAPhoneTakesElevenDigits(t *testing.T) {
	for in, want := range map[string]string{
		"11987654321":  "(11) 98765-4321",
		"119876543211": "119876543211",
		"11387654321":  "(11) 3876-54321",
		"11":           "11",
		"119":          "(11) 9",
	} {
		if got := MaskPhone(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if strings.Contains(MaskPhone("1198765"), "-") {
		t.Error("a hyphen comes last")
	}
}
