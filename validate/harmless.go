package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Harmless makes a string that somebody else wrote fit for a terminal: at most
// limit characters on one line, an ellipsis where it was cut. Line ends and tabs
// become blanks; control characters (so no escape sequence survives), direction
// marks and overrides, other invisible characters and broken UTF-8 become U+FFFD,
// so that tampering is seen and not hidden.
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

// runeLen is the number of bytes of the first character, 1 for a broken one.
func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

func harmless(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t' || r == '\u00a0' || r == '\u2028' || r == '\u2029':
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r), r == '\u034f', r >= '\u115f' && r <= '\u1160', r == '\u3164':
		return utf8.RuneError
	}
	return r
}
