package qr

import "strings"

// The colours of a module in TrueColor, which Bubble Tea reduces to what the
// terminal knows. The sixteen ANSI colours are no choice: themes change them.
const (
	blackOnBlack = "\x1b[38;2;0;0;0;48;2;0;0;0m"
	blackOnWhite = "\x1b[38;2;0;0;0;48;2;255;255;255m"
	whiteOnBlack = "\x1b[38;2;255;255;255;48;2;0;0;0m"
	reset        = "\x1b[m"
)

// Cells draws the code in colour, a line of text a row, without a final line
// end.
func (c Code) Cells(quiet int) string {
	size := c.Size(quiet)
	var b strings.Builder
	b.Grow(size.Rows * size.Cols * 16)
	for row := range size.Rows {
		if row > 0 {
			b.WriteByte('\n')
		}
		style := ""
		for col := range size.Cols {
			top, bottom := c.pair(col, row, quiet)
			var want, glyph string
			switch {
			case top && bottom:
				want, glyph = blackOnBlack, " "
			case top:
				want, glyph = whiteOnBlack, "▄"
			case bottom:
				want, glyph = blackOnWhite, "▄"
			default:
				want, glyph = blackOnWhite, " "
			}
			if want != style {
				b.WriteString(want)
				style = want
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
func (c Code) Glyphs(quiet int, darkBackground bool) string {
	size := c.Size(quiet)
	var b strings.Builder
	b.Grow(size.Rows * size.Cols * 3)
	for row := range size.Rows {
		if row > 0 {
			b.WriteByte('\n')
		}
		for col := range size.Cols {
			top, bottom := c.pair(col, row, quiet)
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

// pair gives the two modules in a cell.
func (c Code) pair(col, row, quiet int) (top, bottom bool) {
	return c.Dark(col-quiet, 2*row-quiet), c.Dark(col-quiet, 2*row+1-quiet)
}
