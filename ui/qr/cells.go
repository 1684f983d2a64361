package qr

import "strings"

// Ink is how the two colours are written.
type Ink uint8

// The inks. The sixteen colours that themes change are in neither, and Indexed
// also passes over 16 to 21, which base16 themes change too.
const (
	TrueColor Ink = iota // #000000 on #ffffff
	Indexed              // 232 on 231 of the 256 colours
)

// sgr gives the sequences for both modules dark, the upper one alone, and the
// upper one light.
func (i Ink) sgr() (dark, darkOverLight, light string) {
	if i == Indexed {
		return "\x1b[38;5;232;48;5;232m", "\x1b[38;5;231;48;5;232m", "\x1b[38;5;232;48;5;231m"
	}
	return "\x1b[38;2;0;0;0;48;2;0;0;0m", "\x1b[38;2;255;255;255;48;2;0;0;0m", "\x1b[38;2;0;0;0;48;2;255;255;255m"
}

const reset = "\x1b[m"

// Cells draws the code in colour, a line of text a row, without a final line
// end.
func (c Code) Cells(style Style, quiet int, ink Ink) string {
	dark, darkOverLight, light := ink.sgr()
	size := c.Size(style, quiet)
	var b strings.Builder
	b.Grow(size.Rows * size.Cols * 16)
	for row := range size.Rows {
		if row > 0 {
			b.WriteByte('\n')
		}
		written := ""
		for col := range size.Cols {
			top, bottom := c.pair(style, quiet, col, row)
			want, glyph := light, " "
			switch {
			case top && bottom:
				want = dark
			case top:
				want, glyph = darkOverLight, "▄"
			case bottom:
				glyph = "▄"
			}
			if want != written {
				b.WriteString(want)
				written = want
			}
			b.WriteString(glyph)
		}
		b.WriteString(reset)
	}
	return b.String()
}

// Glyphs draws the code without any colour, for NO_COLOR and terminals that
// have none: block characters in the terminal's own foreground. Which modules
// are the blocks depends on the background, so that light stays light.
func (c Code) Glyphs(style Style, quiet int, darkBackground bool) string {
	size := c.Size(style, quiet)
	var b strings.Builder
	b.Grow(size.Rows * size.Cols * 3)
	for row := range size.Rows {
		if row > 0 {
			b.WriteByte('\n')
		}
		for col := range size.Cols {
			top, bottom := c.pair(style, quiet, col, row)
			if darkBackground {
				top, bottom = !top, !bottom
			}
			switch {
			case top && bottom:
				b.WriteString("█")
			case top:
				b.WriteString("▀")
			case bottom:
				b.WriteString("▄")
			default:
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

// pair gives the upper and the lower module in a cell.
func (c Code) pair(style Style, quiet, col, row int) (top, bottom bool) {
	if style == FullCells {
		module := c.Dark(col/2-quiet, row-quiet)
		return module, module
	}
	return c.Dark(col-quiet, 2*row-quiet), c.Dark(col-quiet, 2*row+1-quiet)
}
