package terminal

import (
	"cmp"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// Charset says which characters a terminal shows. Those of smaller sets take the place of
// the others, one cell for one cell, so that nothing moves.
type Charset uint8

// The sets of characters.
const (
	// Unicode has all characters.
	Unicode Charset = iota

	// Letters has all letters, and the blocks that every console draws, but no marks, no
	// boxes and no arrows. It is for the older console of Windows, which gets every
	// letter whatever its code page is, but may have a font without the marks.
	Letters

	// ASCII has nothing else. It is for locales that are not UTF-8, in which an accent
	// would come out as two wrong characters.
	ASCII
)

// utf8CodePage is the number that Windows gives to UTF-8.
const utf8CodePage = 65001

// CharsetOf returns the characters of a terminal. In a console of Windows its code page
// decides, unless the console is that of Windows Terminal. The code page is 0 elsewhere,
// and the locale decides there: the first of LC_ALL, LC_CTYPE and LANG that is set. If
// none is set, nothing speaks against UTF-8.
func CharsetOf(getenv func(string) string, codePage uint32) Charset {
	switch {
	case codePage == utf8CodePage, codePage != 0 && getenv("WT_SESSION") != "":
		return Unicode
	case codePage != 0:
		return Letters
	}
	locale := strings.ToLower(cmp.Or(getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")))
	if locale == "" || strings.Contains(strings.ReplaceAll(locale, "-", ""), "utf8") {
		return Unicode
	}
	return ASCII
}

// Text returns a text in the characters of the set. It leaves escape sequences alone.
func (c Charset) Text(s string) string {
	if c == Unicode || isASCII(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for state := byte(ansi.NormalState); len(s) > 0; {
		part, width, n, next := ansi.DecodeSequence(s, state, nil)
		switch {
		case isASCII(part), part[0] == ansi.ESC, c == Letters && width == 0:
			b.WriteString(part)
		default:
			b.WriteString(c.replace(part, width))
		}
		s, state = s[n:], next
	}
	return b.String()
}

// Writer returns a writer that writes texts in the characters of the set. Each call of
// Write gets whole characters.
func (c Charset) Writer(w io.Writer) io.Writer {
	if c == Unicode {
		return w
	}
	return writer{c, w}
}

// writer is what [Charset.Writer] returns.
type writer struct {
	charset Charset
	to      io.Writer
}

// Write implements io.Writer.
func (w writer) Write(p []byte) (int, error) {
	if _, err := io.WriteString(w.to, w.charset.Text(string(p))); err != nil {
		return 0, err //nolint:wrapcheck // a Writer returns the error of the writer below it
	}
	return len(p), nil
}

// replace returns what stands for a character that takes so many cells.
func (c Charset) replace(character string, width int) string {
	r, _ := utf8.DecodeRuneInString(character)
	stand, known := marks(r)
	switch {
	case c == Letters && (!known || isBlock(r)):
		return character
	case known:
	case r >= 0x2800 && r <= 0x28ff: // the spinner
		stand = '*'
	default:
		stand, _ = utf8.DecodeRuneInString(norm.NFKD.String(character))
		if stand >= utf8.RuneSelf {
			stand = '?'
		}
	}
	return strings.Repeat(string(stand), width)
}

// marks returns the ASCII character for a mark, a box or an arrow of the program.
func marks(r rune) (rune, bool) {
	for _, group := range [...]struct {
		stand rune
		of    string
	}{
		{'+', "✓╭╮╰╯┌┐└┘├┤┬┴┼"},
		{'x', "✗×"},
		{'*', "●•"},
		{'@', "◉"},
		{'o', "○"},
		{'>', "→❯›"},
		{'<', "←‹"},
		{'^', "↑"},
		{'v', "↓"},
		{'-', "─·−–—"},
		{'=', "━═"},
		{'|', "│┃║"},
		{'"', "“”„"},
		{'\'', "‘’"},
		{'.', "…"},
		{'#', "█"},
		{'"', "▀"},
		{'_', "▄"},
	} {
		if strings.ContainsRune(group.of, r) {
			return group.stand, true
		}
	}
	return 0, false
}

// isBlock reports whether a character is a block, which the fonts of all consoles have.
func isBlock(r rune) bool { return r >= 0x2580 && r <= 0x259f }

// isASCII reports whether a text has nothing but ASCII.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
