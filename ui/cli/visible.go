package cli

import (
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// visible returns JSON with every character as an escape sequence that a terminal could
// obey or that a reader cannot see: controls, direction marks and overrides, separators
// of lines, and other formats. The JSON decodes to the same values. Below U+0020 there is
// nothing to do, because JSON allows no such character inside a string.
func visible(json []byte) []byte {
	out := make([]byte, 0, len(json))
	for len(json) > 0 {
		r, n := utf8.DecodeRune(json)
		if r >= ' ' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			for _, unit := range utf16.AppendRune(nil, r) {
				out = fmt.Appendf(out, `\u%04x`, unit)
			}
		} else {
			out = append(out, json[:n]...)
		}
		json = json[n:]
	}
	return out
}

// visibly is a writer of JSON that may hold a server's words. Each call of Write gets
// whole characters.
type visibly struct{ to io.Writer }

// Write implements io.Writer.
func (v visibly) Write(json []byte) (int, error) {
	if _, err := v.to.Write(visible(json)); err != nil {
		return 0, fmt.Errorf("write JSON: %w", err)
	}
	return len(json), nil
}
