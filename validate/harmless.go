package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Harmless returns s in a form that is safe to print on a terminal, for text from
// other people. The result is one line of at most limit characters. If s is
// longer, the result ends in an ellipsis.
//
// Line ends and tabs become spaces. Control characters become U+FFFD, so no escape
// sequence works. Direction marks and overrides, other invisible characters and
// broken UTF-8 become U+FFFD too, so that the reader sees the tampering.
func Harmless(s string, limit int) string {
	var b strings.Builder
	left := limit
	for i, r := range s {
		if left == 1 && i+runeLen(s[i:]) < len(s) {
			b.WriteRune('…')
			break
		}
		if left == 0 {
			break
		}
		b.WriteRune(harmless(r))
		left--
	}
	return b.String()
}

// runeLen returns the number of bytes of the first character of s. It returns 1 if
// that character is broken UTF-8.
func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// harmless returns the character that replaces r, or r itself if r is safe.
func harmless(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t' || r == '\u00a0' || r == '\u2028' || r == '\u2029':
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r),
		r == '\u034f', r >= '\u115f' && r <= '\u1160', r == '\u3164':
		return utf8.RuneError
	}
	return r
}
