package validate

import "strings"

// stray is a character that does not belong in a text. Its pos is 0 if there is none.
type stray struct {
	pos int // in characters, counted from 1
	r   rune
}

// ignorable reports whether r has no meaning anywhere in a pasted document or
// telephone number. Such characters are the punctuation of the masks, its
// typographic variants, blanks and invisible characters.
func ignorable(r rune) bool {
	switch r {
	case '.', '-', '/', '\u2044', '\u2215', '\u2212':
		return true
	}
	return blank(r) || r >= '\u2010' && r <= '\u2015'
}

// blank reports whether r is white space or invisible, such as a space, an NBSP, a
// line end, a soft hyphen, a zero-width character, a direction mark or a byte
// order mark.
func blank(r rune) bool {
	switch r {
	case ' ', '\t', '\r', '\n', '\u00a0', '\u00ad', '\u202f', '\u205f', '\u2060', '\u3000', '\ufeff':
		return true
	}
	return r >= '\u2000' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// Compact returns s without white space and invisible characters. They have no
// meaning in a document or a telephone number.
func Compact(s string) string {
	return strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, s)
}

// Trim returns s without white space and invisible characters at both ends.
func Trim(s string) string { return strings.TrimFunc(s, blank) }

// collect copies the digits of s into buf. If letters is true, it also copies the
// letters, in upper case. It returns how many characters it found, which may be
// more than buf holds. It stops at the first character that it neither copies nor
// ignores, and returns it.
func collect(buf []byte, s string, letters bool) (n int, bad stray) {
	pos := 0
	for _, r := range s {
		pos++
		var c byte
		switch {
		case r >= '0' && r <= '9':
			c = byte(r)
		case letters && r >= 'A' && r <= 'Z':
			c = byte(r)
		case letters && r >= 'a' && r <= 'z':
			c = byte(r) - 'a' + 'A'
		case ignorable(r):
			continue
		default:
			return n, stray{pos, r}
		}
		if n < len(buf) {
			buf[n] = c
		}
		n++
	}
	return n, stray{}
}

// position returns the character of s that [collect] copied to index i, and its
// position in s, counted from 1.
func position(s string, i int) (pos int, char rune) {
	for _, char = range s {
		pos++
		if ignorable(char) {
			continue
		}
		if i == 0 {
			break
		}
		i--
	}
	return pos, char
}

// repeated reports whether all bytes of b are equal.
func repeated(b []byte) bool {
	for _, c := range b[1:] {
		if c != b[0] {
			return false
		}
	}
	return true
}

// padded copies src to the right end of dst and fills the rest with zeros. This
// restores the zeros that a spreadsheet removes at the left of a number.
func padded(dst, src []byte) {
	for i := range dst[:len(dst)-len(src)] {
		dst[i] = '0'
	}
	copy(dst[len(dst)-len(src):], src)
}
