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

// pen writes with an ink, and states a colour only where it changes.
type pen struct {
	b            strings.Builder
	fg, bg       [2]string // the sequences for light and dark
	fgNow, bgNow string    // those that were written last
}

func (i Ink) pen() pen {
	if i == Indexed {
		return pen{fg: [2]string{"\x1b[38;5;231m", "\x1b[38;5;232m"}, bg: [2]string{"\x1b[48;5;231m", "\x1b[48;5;232m"}}
	}
	return pen{fg: [2]string{"\x1b[38;2;255;255;255m", "\x1b[38;2;0;0;0m"}, bg: [2]string{"\x1b[48;2;255;255;255m", "\x1b[48;2;0;0;0m"}}
}

// cell writes two modules: a blank with their colour, or a lower half block.
func (p *pen) cell(top, bottom bool) {
	p.state(&p.bgNow, p.bg, top)
	if top == bottom {
		p.b.WriteByte(' ')
		return
	}
	p.state(&p.fgNow, p.fg, bottom)
	p.b.WriteString("▄")
}

func (p *pen) state(last *string, colours [2]string, dark bool) {
	want := colours[0]
	if dark {
		want = colours[1]
	}
	if want != *last {
		p.b.WriteString(want)
		*last = want
	}
}

const reset = "\x1b[m"

// Cells draws the code in colour, a line of text a row, without a final line
// end. Each line states both colours, as none may rest on the one before.
func (c Code) Cells(style Style, quiet int, ink Ink) string {
	p := ink.pen()
	size := c.Size(style, quiet)
	p.b.Grow(size.Rows * size.Cols * 12)
	for row := range size.Rows {
		if row > 0 {
			p.b.WriteByte('\n')
		}
		p.bgNow, p.fgNow = "", ""
		p.state(&p.fgNow, p.fg, true)
		p.state(&p.bgNow, p.bg, false)
		for col := range size.Cols {
			p.cell(c.pair(style, quiet, col, row))
		}
		p.b.WriteString(reset)
	}
	return p.b.String()
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
