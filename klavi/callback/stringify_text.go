package callback

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// text reads a string and returns its UTF-16 units. A string of JavaScript may hold half
// of a surrogate pair, which UTF-8 cannot.
func (w *rewriter) text() []uint16 {
	w.skip()
	var units []uint16
	for {
		switch c := w.in[0]; {
		case c == '"':
			w.in = w.in[1:]
			return units
		case c == '\\' && w.in[1] == 'u':
			n, _ := strconv.ParseUint(string(w.in[2:6]), 16, 16)
			units, w.in = append(units, uint16(n)), w.in[6:]
		case c == '\\':
			units, w.in = append(units, uint16(unescaped(w.in[1]))), w.in[2:]
		default:
			r, size := utf8.DecodeRune(w.in)
			units, w.in = utf16.AppendRune(units, r), w.in[size:]
		}
	}
}

const (
	escapes = `"\bfnrt`
	meant   = "\"\\\b\f\n\r\t"
)

// unescaped returns the character that a backslash and c stand for.
func unescaped(c byte) byte {
	for i := range escapes {
		if escapes[i] == c {
			return meant[i]
		}
	}
	return c // a slash
}

// appendString appends a string as JSON.stringify writes it.
func appendString(b []byte, units []uint16) []byte {
	b = append(b, '"')
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) {
			pair := utf8.RuneError
			if i+1 < len(units) {
				pair = utf16.DecodeRune(r, rune(units[i+1]))
			}
			if pair == utf8.RuneError {
				b = fmt.Appendf(b, `\u%04x`, r)
				continue
			}
			b = utf8.AppendRune(b, pair)
			i++
			continue
		}
		if n := strings.IndexRune(meant, r); n >= 0 {
			b = append(b, '\\', escapes[n])
			continue
		}
		if r < ' ' {
			b = fmt.Appendf(b, `\u%04x`, r)
			continue
		}
		b = utf8.AppendRune(b, r)
	}
	return append(b, '"')
}
