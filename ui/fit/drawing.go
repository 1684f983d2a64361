package fit

import (
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

// Layout is an arrangement of a code and what goes with it.
type Layout uint8

// The layouts, in the order in which [Fit] tries them.
const (
	None   Layout = iota // The window shows no code.
	Beside               // A panel stands at the right of the code.
	Below                // The panel stands under the code.
	Alone                // The code stands above one line.
)

// Rendering is what a code is made of.
type Rendering uint8

// The renderings, those with larger modules first. A request for Best leaves the choice
// to [Fit].
const (
	Best       Rendering = iota
	HalfBlocks           // Two modules stand above each other in a cell.
	FullCells            // A module is two cells of background.
	Image                // The terminal shows an image.
	Sextants             // Two by three modules stand in a cell.
	Octants              // Two by four modules stand in a cell.
)

// style is how a rendering in cells is made.
func (r Rendering) style() qr.Style {
	switch r {
	case FullCells:
		return qr.FullCells
	case Sextants:
		return qr.Sextants
	case Octants:
		return qr.Octants
	default:
		return qr.HalfBlocks
	}
}

// Drawing is a code in a window. The zero value shows no code.
type Drawing struct {
	Layout    Layout
	Rendering Rendering
	Code      string   // the drawn code, or the blanks under an image; empty if there is no code
	Size      qr.Size  // the cells that the code takes
	Row, Col  int      // the upper left corner in the window, counted from zero
	Scale     qr.Scale // the scale of an image; zero for a code in cells
	Need      qr.Size  // the smallest window for the code, if this one is too small

	quiet int // the quiet zone of a code in cells
}

// draw draws an arranged code in cells with the colours of the terminal. For an
// image it draws the blanks on which the image lies.
func (d Drawing) draw(code qr.Code, t *terminal.Terminal, inverted bool) string {
	style := d.Rendering.style()
	switch {
	case d.Rendering == Image:
		return strings.Join(slices.Repeat([]string{strings.Repeat(" ", d.Size.Cols)}, d.Size.Rows), "\n")
	case t.Profile == colorprofile.TrueColor:
		return code.Cells(style, d.quiet, qr.TrueColor)
	case t.Profile >= colorprofile.ANSI:
		return code.Cells(style, d.quiet, qr.Indexed)
	case t.Charset == terminal.ASCII:
		return code.Blanks(d.quiet, t.Dark != inverted)
	default:
		return code.Glyphs(style, d.quiet, t.Dark != inverted)
	}
}
