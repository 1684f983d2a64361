package validate

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// span is a range of characters, both ends included.
type span struct{ from, to rune }

func within(r rune, spans []span) bool {
	for _, s := range spans {
		if r >= s.from && r <= s.to {
			return true
		}
	}
	return false
}

// invisible has the white space and the characters that show nothing, which people paste
// without seeing them.
var invisible = []span{
	{'\t', '\n'},
	{'\r', '\r'},
	{' ', ' '},
	{0xa0, 0xa0},     // no-break space
	{0xad, 0xad},     // soft hyphen
	{0x2000, 0x200f}, // spaces of all widths, zero-width characters, direction marks
	{0x202a, 0x202f}, // embeddings and overrides, narrow no-break space
	{0x205f, 0x2060}, // mathematical space, word joiner
	{0x2066, 0x2069}, // isolates
	{0x3000, 0x3000}, // ideographic space
	{0xfeff, 0xfeff}, // byte order mark
}

// punctuation has what the masks write, with its typographic variants.
var punctuation = []span{{'-', '/'}, {0x2010, 0x2015}, {0x2044, 0x2044}, {0x2212, 0x2212}, {0x2215, 0x2215}}

// everyRune calls f with every character up to the end of the blocks in the tables.
func everyRune(f func(rune)) {
	for r := rune(0); r <= 0x1ffff; r++ {
		if utf8.ValidRune(r) {
			f(r)
		}
	}
}

func TestExactlyTheInvisibleCharactersAreBlank(t *testing.T) {
	everyRune(func(r rune) {
		blank := within(r, invisible)
		if got := Compact(string(r)) == ""; got != blank {
			t.Errorf("%U: Compact removes it: %t", r, got)
		}
		if got := Trim(string(r)+"a"+string(r)) == "a"; got != blank {
			t.Errorf("%U: Trim removes it: %t", r, got)
		}
	})
	if got := Trim(" a b "); got != "a b" {
		t.Errorf("%q", got)
	}
	if got := Compact(" a\u200b b "); got != "ab" {
		t.Errorf("%q", got)
	}
}

func TestExactlyBlanksAndPunctuationAreIgnoredInADocument(t *testing.T) {
	everyRune(func(r rune) {
		if r >= '0' && r <= '9' {
			return
		}
		ignored := within(r, invisible) || within(r, punctuation)
		c, p := CheckCPF("529982" + string(r) + "24725")
		switch {
		case ignored && (!p.OK() || c.Reveal() != "52998224725"):
			t.Errorf("%U is not ignored: %v", r, p)
		case !ignored && (p.Reason != Char || p.Pos != 7 || p.Char != r):
			t.Errorf("%U: %+v", r, p)
		}
	})
}

func TestACNPJHasDigitsAndLettersAndNothingElse(t *testing.T) {
	everyRune(func(r rune) {
		letter := within(r, []span{{'0', '9'}, {'A', 'Z'}, {'a', 'z'}})
		ignored := within(r, invisible) || within(r, punctuation)
		if got := DocumentKind("1"+string(r)) == KindCNPJ; got != within(r, []span{{'A', 'Z'}, {'a', 'z'}}) {
			t.Errorf("%U makes a document a CNPJ: %t", r, got)
		}
		_, p := CheckCNPJ("1" + string(r) + "222333000181")
		if belongs := p.Reason != Char; belongs != (letter || ignored) {
			t.Errorf("%U belongs: %t", r, belongs)
		}
	})
}

func TestTheTwoPartsOfAnAddressHaveTheirOwnCharacters(t *testing.T) {
	letters := []span{{'0', '9'}, {'A', 'Z'}, {'a', 'z'}, {'-', '.'}}
	for r := rune(0); r <= 0x17f; r++ {
		inName := within(r, letters) || strings.ContainsRune("!#$%&'*+/=?^_`{|}~", r)
		if _, p := CheckEmail("a" + string(r) + "a@exemplo.com"); inName != p.OK() && r != '@' {
			t.Errorf("%U before the @: %v", r, p)
		}
		if _, p := CheckEmail("a@b" + string(r) + "b.com"); within(r, letters) != p.OK() {
			t.Errorf("%U after the @: %v", r, p)
		}
	}
	// What follows the first @ is no name any more, even if the name is empty.
	if _, p := CheckEmail("@x_y.com"); p != (Problem{Kind: KindEmail, Reason: Char, Pos: 3, Char: '_'}) {
		t.Errorf("%+v", p)
	}
}

func TestAURLHasTheCharactersOfRFC3986(t *testing.T) {
	letters := []span{{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}
	for r := rune(0); r <= 0x17f; r++ {
		allowed := within(r, letters) || strings.ContainsRune("-._~:/?#[]@!$&'()*+,;=", r)
		_, p := CheckURL("https://exemplo.com/a" + string(r) + "b")
		if p.OK() != allowed || !allowed && (p.Reason != Char || p.Pos != 22 || p.Char != r) {
			t.Errorf("%U in the path: %+v", r, p)
		}
		ends := strings.ContainsRune("/?#", r)
		if _, p := CheckURL("https://a" + string(r) + "b"); p.OK() != (within(r, letters) ||
			strings.ContainsRune("-._", r) || ends) {
			t.Errorf("%U in the host: %+v", r, p)
		}
		first := within(r, letters[1:]) || within(r, invisible) // blanks around a URL do not count
		if _, p := CheckURL(string(r) + "a://b"); p.OK() != first {
			t.Errorf("%U begins the scheme: %+v", r, p)
		}
		if _, p := CheckURL("a" + string(r) + "//b"); p.OK() != (r == ':') {
			t.Errorf("%U for a colon: %+v", r, p)
		}
		other := within(r, letters) || strings.ContainsRune("+-.:", r) // a colon ends the scheme
		if _, p := CheckURL("a" + string(r) + "a://b"); p.OK() != other {
			t.Errorf("%U in the scheme: %+v", r, p)
		}
		hex := within(r, []span{{'0', '9'}, {'A', 'F'}, {'a', 'f'}})
		for _, escape := range []string{"%" + string(r) + "0", "%0" + string(r)} {
			_, p := CheckURL("https://exemplo.com/" + escape)
			if p.OK() != hex || !hex && (p.Pos != 21 || p.Char != '%') {
				t.Errorf("%q: %+v", escape, p)
			}
		}
	}
}

func TestWhatATerminalObeysOrHidesIsReplacedAndItsNeighboursAreNot(t *testing.T) {
	spaces := []span{{'\t', '\n'}, {'\r', '\r'}, {0xa0, 0xa0}, {0x2028, 0x2029}}
	hidden := []span{
		{0, 0x1f},
		{0x7f, 0x9f},
		{0xad, 0xad},     // soft hyphen
		{0x34f, 0x34f},   // grapheme joiner
		{0x115f, 0x1160}, // Hangul fillers
		{0x200b, 0x200f}, // zero-width characters, direction marks
		{0x202a, 0x202e}, // embeddings and overrides
		{0x2060, 0x2064}, // word joiner and others
		{0x2066, 0x206f}, // isolates and others
		{0x3164, 0x3164}, // Hangul filler
		{0xe000, 0xf8ff}, // private use
		{0xfeff, 0xfeff}, // byte order mark
	}
	for _, s := range append(spaces, hidden...) {
		for _, r := range []rune{s.from - 1, s.from, s.to, s.to + 1} {
			want := string(r)
			switch {
			case within(r, spaces):
				want = " "
			case within(r, hidden):
				want = "\ufffd"
			}
			if got := Harmless(string(r), 9); got != want {
				t.Errorf("%U: %q, want %q", r, got, want)
			}
		}
	}
}
