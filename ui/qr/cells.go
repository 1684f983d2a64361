package qr

import "strings"

// Ink says how the two colours of a code are written to the terminal.
type Ink uint8

// The inks. Neither uses the sixteen colours that the terminal's theme changes.
// Indexed also avoids the colours 16 to 21, because base16 themes change them.
const (
	TrueColor Ink = iota // #000000 on #ffffff
	Indexed              // colour 232 on 231 of the 256
)

// pen draws cells with an ink. It names the two colours once a line, dark on light, and
// from then on only turns them round: that takes 4 or 5 bytes instead of up to 19.
type pen struct {
	b       strings.Builder
	colours string // the escape sequence for dark on light
	turned  bool   // the pen draws light on dark
}

// pen returns a pen that has written nothing yet.
func (i Ink) pen() pen {
	if i == Indexed {
		return pen{colours: "\x1b[38;5;232;48;5;231m"}
	}
	return pen{colours: "\x1b[38;2;0;0;0;48;2;255;255;255m"}
}

// line begins a line.
func (p *pen) line() {
	p.b.WriteString(p.colours)
	p.turned = false
}

// turn makes the pen draw light on dark, or dark on light.
func (p *pen) turn(lightOnDark bool) {
	switch {
	case lightOnDark == p.turned:
		return
	case lightOnDark:
		p.b.WriteString("\x1b[7m")
	default:
		p.b.WriteString("\x1b[27m")
	}
	p.turned = lightOnDark
}

// cell writes a cell of two modules. It is a blank if both have the same colour,
// and a lower half block otherwise.
func (p *pen) cell(top, bottom bool) {
	p.turn(top)
	if top == bottom {
		p.b.WriteByte(' ')
		return
	}
	p.b.WriteString("▄")
}

// reset returns the terminal to its own colours.
const reset = "\x1b[m"

// Cells returns the code drawn in colour. Every row of cells is a line of text,
// and the last one has no line end. Every line sets both colours itself, so that
// it does not depend on the line before.
func (c Code) Cells(style Style, quiet int, ink Ink) string {
	if style.mosaic() != nil {
		return c.mosaicCells(style, quiet, ink)
	}
	p := ink.pen()
	size := c.Size(style, quiet)
	p.b.Grow(size.Rows * (size.Cols*6 + len(p.colours)))
	for row := range size.Rows {
		if row > 0 {
			p.b.WriteByte('\n')
		}
		p.line()
		for col := range size.Cols {
			p.cell(c.pair(style, quiet, col, row))
		}
		p.b.WriteString(reset)
	}
	return p.b.String()
}

// Glyphs returns the code drawn without colours, for NO_COLOR and for terminals
// that have none. It uses block characters in the terminal's own foreground. On a
// dark background the blocks are the light modules; on a light background they
// are the dark modules. Light modules therefore always look light.
func (c Code) Glyphs(style Style, quiet int, darkBackground bool) string {
	if style.mosaic() != nil {
		return c.mosaicGlyphs(style, quiet, darkBackground)
	}
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

// Blanks returns the code in the style [FullCells], drawn without colours and without any
// character but the blank, for a terminal that has neither colours nor blocks. Blanks with
// the colours of the terminal turned round stand for the light modules on a dark
// background, and for the dark modules on a light one.
func (c Code) Blanks(quiet int, darkBackground bool) string {
	var p pen
	size := c.Size(FullCells, quiet)
	for row := range size.Rows {
		if row > 0 {
			p.b.WriteByte('\n')
		}
		p.line()
		for col := range size.Cols {
			dark, _ := c.pair(FullCells, quiet, col, row)
			p.turn(dark != darkBackground)
			p.b.WriteByte(' ')
		}
		p.b.WriteString(reset)
	}
	return p.b.String()
}

// pair reports whether the upper and the lower module of a cell are dark.
func (c Code) pair(style Style, quiet, col, row int) (top, bottom bool) {
	if style == FullCells {
		module := c.Dark(col/2-quiet, row-quiet)
		return module, module
	}
	return c.Dark(col-quiet, 2*row-quiet), c.Dark(col-quiet, 2*row+1-quiet)
}
