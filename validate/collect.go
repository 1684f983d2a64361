package validate

import "strings"

// stray is the first character of a text that does not belong there.
type stray struct {
	pos int // in characters, from 1
	r   rune
}

// forgiven tells whether r may stand anywhere in a pasted document or telephone
// without meaning anything: the punctuation of the masks and its typographic
// cousins, blanks, and what cannot be seen.
func forgiven(r rune) bool {
	switch r {
	case '.', '-', '/', '\u2044', '\u2215', '\u2212':
		return true
	}
	return blank(r) || r >= '\u2010' && r <= '\u2015'
}

// blank tells whether r is white or invisible: spaces, NBSP, line ends, soft
// hyphens, zero-width characters, direction marks and byte order marks.
func blank(r rune) bool {
	switch r {
	case ' ', '\t', '\r', '\n', '\u00a0', '\u00ad', '\u202f', '\u205f', '\u2060', '\u3000', '\ufeff':
		return true
	}
	return r >= '\u2000' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// Compact takes out everything blank or invisible, which means nothing in a
// document or a telephone.
func Compact(s string) string {
	return strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, s)
}

// Trim takes away what is blank or invisible around s.
func Trim(s string) string { return strings.TrimFunc(s, blank) }

// collect copies the digits of s into buf, and where letters is set also its
// letters, folded to upper case. It returns how many there are, which may be
// more than buf holds, and the first character that is neither wanted nor
// forgiven (zero where there is none).
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
		case forgiven(r):
			continue
		default:
			if bad.pos == 0 {
				bad = stray{pos, r}
			}
			continue
		}
		if n < len(buf) {
			buf[n] = c
		}
		n++
	}
	return n, bad
}

// position finds the character of s, counted from 1, that became the i-th
// (from 0) collected one.
func position(s string, i int) (pos int, char rune) {
	for _, r := range s {
		pos++
		if forgiven(r) {
			continue
		}
		if i == 0 {
			return pos, r
		}
		i--
	}
	return 0, 0
}

// repeated tells whether all of b are one and the same.
func repeated(b []byte) bool {
	for _, c := range b[1:] {
		if c != b[0] {
			return false
		}
	}
	return true
}

// padded copies src to the right end of dst and fills the rest with zeros, as
// the number looked before a spreadsheet took them away.
func padded(dst, src []byte) {
	for i := range dst[:len(dst)-len(src)] {
		dst[i] = '0'
	}
	copy(dst[len(dst)-len(src):], src)
}
