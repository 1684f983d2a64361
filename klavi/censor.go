package klavi

import (
	"encoding/hex"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	// minSecret is the least length of a text that is confidential. Shorter ones occur
	// in ordinary sentences. If a message was cut, as much of a text is enough at its end.
	minSecret = 4

	// minLoose is the least number of letters and digits of a confidential text that is
	// found with anything between its characters. A number is found so at any length.
	minLoose = 8

	// maxSecret limits how much of a confidential text is searched for, in bytes. It is
	// more than a message can hold.
	maxSecret = 16 << 10
)

// censor returns s with bullets in place of each confidential text. Cut says that s is
// the begin of a longer text.
//
// It finds a text in every writing that a server may echo: in upper and lower case, in
// full-width and other compatible characters, percent-encoded once or several times, and,
// if it is a number or has enough letters and digits, with any punctuation and spaces
// between its characters.
func censor(s string, confidential []string, cut bool) string {
	var found []span
	ways := waysOf(s)
	for _, c := range confidential {
		c = c[:min(len(c), maxSecret)]
		plain, _ := url.PathUnescape(c) // "" if the percent-encoding is broken
		for _, want := range slices.Compact([]string{c, plain}) {
			if len(want) >= minSecret {
				q := search{text: s, ways: ways, cut: cut}
				q.want, q.loose = folded(want)
				found = append(found, q.all()...)
			}
		}
	}
	slices.SortFunc(found, func(a, b span) int { return a.begin - b.begin })
	var b strings.Builder
	done := 0
	for _, f := range found {
		if f.begin >= done {
			b.WriteString(s[done:f.begin] + bullets)
		}
		done = max(done, f.end)
	}
	return b.String() + s[done:]
}

// folded returns the text to search for, and reports whether only its letters and digits
// count.
func folded(s string) (want string, loose bool) {
	var exact, bare strings.Builder
	for _, r := range s {
		e, b := canonical(r)
		exact.WriteString(e)
		bare.WriteString(b)
	}
	number := !strings.ContainsFunc(s, func(r rune) bool { return r != '+' && !unicode.IsDigit(r) && !unicode.IsUpper(r) })
	if n := bare.Len(); n >= minLoose || number && n >= minSecret {
		return bare.String(), true
	}
	return exact.String(), false
}

// span is a part of a text, in bytes.
type span struct{ begin, end int }

// reading is a character in its canonical forms, and where the next one begins.
type reading struct {
	exact, bare string
	next        int
}

// read returns the reading of a character.
func read(r rune, next int) reading {
	exact, bare := canonical(r)
	return reading{exact, bare, next}
}

// canonical returns a character in its canonical form, and the letters and numbers of that
// form. Bare is empty if the character is neither a letter nor a number.
func canonical(r rune) (exact, bare string) {
	exact = strings.ToLower(norm.NFKD.String(string(r)))
	if unicode.IsLetter(r) || unicode.IsNumber(r) {
		bare = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsNumber(r) {
				return r
			}
			return -1
		}, exact)
	}
	return exact, bare
}

// waysOf returns the readings of the character at each byte of a text. A percent sign has
// several: what it encodes, and itself. The longest comes first.
func waysOf(s string) [][]reading {
	ways := make([][]reading, len(s))
	for i, r := range s {
		if r == '%' {
			ways[i] = escapes(s, i)
		}
		ways[i] = append(ways[i], read(r, i+runeLen(s[i:])))
	}
	return ways
}

// runeLen returns the number of bytes of the first character of s.
func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// escapes returns the readings of the percent sign at i as an escape: %40, or encoded
// again %2540 and so on. The longest comes first.
func escapes(s string, i int) []reading {
	var list []reading
	for begin := i + 1; ; begin += 2 {
		mark, at := s[i:begin], i
		var b []byte
		for !utf8.FullRune(b) && strings.HasPrefix(s[at:], mark) && len(s) >= at+len(mark)+2 {
			at += len(mark)
			v, err := hex.DecodeString(s[at : at+2])
			if err != nil {
				break
			}
			b = append(b, v...)
			at += 2
		}
		// A byte that is no character in UTF-8 is one of another encoding, so it separates.
		if r, n := utf8.DecodeRune(b); utf8.FullRune(b) && n == len(b) {
			list = append(list, read(r, at))
		}
		if !strings.HasPrefix(s[begin:], "25") {
			slices.Reverse(list)
			return list
		}
	}
}
