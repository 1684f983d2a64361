// Package qr turns the URL of a link into a QR code, and the code into terminal
// cells that a phone's camera reads.
//
// Two modules stand above each other in a cell. A cell whose modules agree is a
// blank with a background colour, so that no font can leave a seam in it; a
// mixed one is a lower half block with both colours. The colours are always
// stated, black on white: scanners refuse the inverted code that a light theme
// would make of the terminal's own colours. Error correction is L, since every
// higher level makes the modules smaller and was read less often.
//
// A code is drawn whole or not at all: [Code.Fit] says which quiet zone fits,
// [Code.Smallest] what a window would need. Where half blocks do not fit, a
// picture may ([Code.Image], [Protocol]); where a phone does not catch them,
// because the terminal puts space between its lines or the font lacks the block,
// [FullCells] need no glyph at all.
package qr

import (
	"errors"
	"strings"

	"github.com/mdp/qrterminal/v3"
)

// Capacity is how many bytes the largest symbol holds (version 40-L of ISO/IEC
// 18004, byte mode).
const Capacity = 2953

// quietZones are the widths of the light border in modules, the standard's
// first. Both are even: an odd one moves every module to the other half of its
// cell, and font seams through the finder patterns cost readers.
var quietZones = [...]int{4, 2}

// Errors of [Encode].
var (
	ErrEmpty   = errors.New("qr: nothing to encode")
	ErrTooLong = errors.New("qr: more than the largest symbol holds")
)

// Code is a QR symbol. The zero value has no modules.
type Code struct {
	n    int
	dark []bool // n rows of n
}

// Encode makes the smallest symbol that holds text.
func Encode(text string) (Code, error) {
	switch {
	case text == "":
		return Code{}, ErrEmpty
	case len(text) > Capacity: // beyond it qrterminal dereferences nil
		return Code{}, ErrTooLong
	}
	// qrterminal is told to draw with four letters, from which the modules are
	// read back: it exposes no matrix.
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

// Modules is the length of a side in modules, without the quiet zone.
func (c Code) Modules() int { return c.n }

// Dark tells the colour of a module; outside the symbol everything is light.
func (c Code) Dark(x, y int) bool {
	return x >= 0 && y >= 0 && x < c.n && y < c.n && c.dark[y*c.n+x]
}

// Style is how modules become cells.
type Style uint8

// The styles.
const (
	HalfBlocks Style = iota // two modules above each other in a cell
	FullCells               // a module is two cells side by side, and nothing but background
)

// Size is a size in terminal cells.
type Size struct{ Cols, Rows int }

// Size gives what the code takes with a quiet zone. In half blocks the lower
// border is one module thinner than the others: a symbol's side is odd, and so
// no half row is left over.
func (c Code) Size(style Style, quiet int) Size {
	side := c.n + 2*quiet
	if style == FullCells {
		return Size{Cols: 2 * side, Rows: side}
	}
	return Size{Cols: side, Rows: (side - 1) / 2}
}

// Smallest gives the smallest space in which the code can be drawn.
func (c Code) Smallest() Size { return c.Size(HalfBlocks, quietZones[len(quietZones)-1]) }

// Fit gives the widest quiet zone with which the code fits into a space.
func (c Code) Fit(style Style, space Size) (quiet int, ok bool) {
	for _, q := range quietZones {
		if s := c.Size(style, q); s.Cols <= space.Cols && s.Rows <= space.Rows {
			return q, true
		}
	}
	return 0, false
}
