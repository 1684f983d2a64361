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
// broken UTF-8 become U+FFFD too, so that the reader sees the tampering. A joiner stays
// where writing needs it: between two emoji, and inside a word of a script that joins
// its letters.
func Harmless(s string, limit int) string { return harmlessText(s, limit, false) }

// HarmlessLines returns s as [Harmless] does, and keeps its line ends as "\n".
func HarmlessLines(s string, limit int) string {
	return harmlessText(strings.ReplaceAll(s, "\r\n", "\n"), limit, true)
}

func harmlessText(s string, limit int, lines bool) string {
	var b strings.Builder
	left := limit
	var before rune
	for i, r := range s {
		after := s[i+runeLen(s[i:]):]
		if left == 1 && after != "" {
			b.WriteRune('…')
			break
		}
		if left == 0 {
			break
		}
		next, _ := utf8.DecodeRuneInString(after)
		if lines && r == '\n' || joins(before, r, next) {
			b.WriteRune(r)
		} else {
			b.WriteRune(harmless(r))
		}
		before = r
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

// The joiners, which are invisible.
const (
	nonJoiner = '\u200c'
	joiner    = '\u200d'
)

// joins reports whether r is a joiner that the characters beside it need.
func joins(before, r, after rune) bool {
	switch r {
	case joiner:
		return endsPicture(before) && isPicture(after) || joinsLetters(before) && joinsLetters(after)
	case nonJoiner:
		return joinsLetters(before) && joinsLetters(after)
	default:
		return false
	}
}

// isPicture reports whether an emoji may begin with r.
func isPicture(r rune) bool { return unicode.Is(unicode.So, r) && r != utf8.RuneError }

// endsPicture reports whether an emoji may end in r: a picture, a tone of skin or the
// sign that asks for the coloured picture.
func endsPicture(r rune) bool {
	return isPicture(r) || r >= '\U0001f3fb' && r <= '\U0001f3ff' || r == '\ufe0f'
}

// joinsLetters reports whether r belongs to a script that joins its letters.
func joinsLetters(r rune) bool {
	return unicode.In(r,
		unicode.Arabic, unicode.Syriac, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati,
		unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala)
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
