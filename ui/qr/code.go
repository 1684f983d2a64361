// Package qr encodes the URL of a link as a QR code, and draws the code so that
// a phone can scan it off a terminal.
//
// Normally a cell holds two modules, one above the other ([HalfBlocks]). If both
// have the same colour, the cell is a blank with a background colour, and no font
// can leave a seam in it. If they differ, the cell is a lower half block with both
// colours. The colours are always set to black on white, because scanners refuse
// the inverted code that the terminal's own colours may produce. The level of
// error correction is L: every higher level makes the modules smaller and was
// scanned less often.
//
// Where half blocks do not fit, the smaller modules of [Sextants] and [Octants] may,
// in terminals that draw these characters themselves. Where a font draws them, no
// scanner reads the code.
//
// We never show a cropped code. [Code.Fit] returns the quiet zone that fits into
// a window, and [Code.Smallest] returns the smallest window that is needed. If
// half blocks do not fit, an image may fit ([Code.Image], [Protocol]). If a phone
// cannot scan half blocks, because the terminal puts space between its lines or
// the font lacks the block, [FullCells] draws with background colours alone.
package qr

import (
	"errors"
	"strings"

	"github.com/mdp/qrterminal/v3"
)

// Capacity is the number of bytes that the largest QR code holds: version 40-L of
// ISO/IEC 18004, in byte mode.
const Capacity = 2953

// quietZones lists the widths of the light border in modules. We prefer the first
// one, which ISO/IEC 18004 asks for. Both are even: an odd width moves every module
// to the other half of its cell, and fewer scanners read the code when font seams
// run through its finder patterns.
var quietZones = [...]int{4, 2}

// Errors returned by [Encode].
var (
	ErrEmpty   = errors.New("qr: nothing to encode")
	ErrTooLong = errors.New("qr: more than the largest symbol holds")
)

// Code is a QR code. The zero value has no modules.
type Code struct {
	n    int    // modules on a side
	dark []bool // n rows of n modules
}

// Encode returns the smallest QR code that holds text. It returns [ErrEmpty] if
// text is empty, and [ErrTooLong] if text has more than [Capacity] bytes.
func Encode(text string) (Code, error) {
	switch {
	case text == "":
		return Code{}, ErrEmpty
	case len(text) > Capacity: // qrterminal would dereference nil
		return Code{}, ErrTooLong
	}
	// qrterminal does not expose its modules. We let it draw with four letters and
	// read the modules back from the drawing.
	const border = 2
	var drawn strings.Builder
	qrterminal.GenerateWithConfig(text, qrterminal.Config{
		Level: qrterminal.L, Writer: &drawn, HalfBlocks: true, QuietZone: border,
		WhiteChar: "w", BlackChar: "b", BlackWhiteChar: "t", WhiteBlackChar: "l",
	})
	lines := strings.Split(strings.TrimSuffix(drawn.String(), "\n"), "\n")
	n := len(lines[0]) - 2*border
	c := Code{n: n, dark: make([]bool, n*n)}
	for y := range n {
		line := lines[border/2+y/2]
		for x := range n {
			switch line[border+x] {
			case 'b':
				c.dark[y*n+x] = true
			case 't':
				c.dark[y*n+x] = y%2 == 0
			case 'l':
				c.dark[y*n+x] = y%2 == 1
			}
		}
	}
	return c, nil
}

// Modules returns the length of a side in modules, without the quiet zone.
func (c Code) Modules() int { return c.n }

// Dark reports whether the module in column x and row y is dark. Every module
// outside the code is light.
func (c Code) Dark(x, y int) bool {
	return x >= 0 && y >= 0 && x < c.n && y < c.n && c.dark[y*c.n+x]
}

// Style says how modules become terminal cells.
type Style uint8

// The styles of [Code.Cells] and [Code.Glyphs].
const (
	HalfBlocks Style = iota // a cell holds two modules, one above the other
	FullCells               // a module takes two cells, side by side
	Sextants                // a cell holds two modules beside each other and three above each other
	Octants                 // a cell holds two modules beside each other and four above each other
)

// Size is a width and a height in terminal cells.
type Size struct{ Cols, Rows int }

// Size returns the space that the code takes with a quiet zone of so many modules. If
// modules share a cell, the lower border is one module thinner than the others: the
// side of a QR code is odd, and part of a row of cells would be left over. Cells that
// are still not full are filled up with light modules.
func (c Code) Size(style Style, quiet int) Size {
	side := c.n + 2*quiet
	if style == FullCells {
		return Size{Cols: 2 * side, Rows: side}
	}
	cols, rows := style.modules()
	thinner := min(quiet, 1)
	return Size{Cols: (side + cols - 1) / cols, Rows: (side - thinner + rows - 1) / rows}
}

// Smallest returns the smallest space in which the code can be drawn in a style.
func (c Code) Smallest(style Style) Size { return c.Size(style, quietZones[len(quietZones)-1]) }

// Fit returns the widest quiet zone, in modules, with which the code fits into a
// space, and whether there is one.
func (c Code) Fit(style Style, space Size) (quiet int, ok bool) {
	for _, q := range quietZones {
		if s := c.Size(style, q); s.Cols <= space.Cols && s.Rows <= space.Rows {
			return q, true
		}
	}
	return 0, false
}
