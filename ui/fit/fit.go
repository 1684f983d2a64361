package fit

import (
	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

// PanelWidth is the number of columns that the panel needs beside a code.
// With it, a code of 640 bytes in octants fits into a window of 80 columns.
const PanelWidth = 33

// Request says how a code is wanted and what goes with it.
type Request struct {
	Alone    bool      // nothing but the code and one line, with the code in the middle
	Chosen   Rendering // the rendering to use if it fits; Best leaves the choice to Fit
	Inverted bool      // the colours are swapped in a terminal that shows none

	// Panel returns the number of rows that the panel needs beside a code of so
	// many columns. Nil stands for a panel without rows.
	Panel func(codeCols int) int

	// Below is the number of rows that layout Below keeps from the code, those of
	// the header and the keys included.
	Below int
}

// Fit fits a code into the window of a terminal, and lists the renderings that fit. It
// takes the chosen rendering if that is in the list, else the first one. If nothing
// fits, the drawing has no code and says what the code needs. A code without modules
// needs nothing.
func Fit(code qr.Code, t *terminal.Terminal, r Request) (Drawing, []Rendering) {
	if code.Modules() == 0 {
		return Drawing{}, nil
	}
	w := window{code, t, r}
	ladder := w.ladder()
	if len(ladder) == 0 {
		return Drawing{Need: w.need()}, nil
	}
	drawing := ladder[0]
	fitting := make([]Rendering, len(ladder))
	for i, d := range ladder {
		fitting[i] = d.Rendering
		if d.Rendering == r.Chosen {
			drawing = d
		}
	}
	drawing.Code = drawing.draw(code, t, r.Inverted)
	return drawing, fitting
}

// window is a terminal in which a code is to stand.
type window struct {
	code     qr.Code
	terminal *terminal.Terminal
	request  Request
}

// fit finds the best layout for a rendering. A code in cells takes the first layout
// that fits, because that one shows the most around it. An image takes the first
// layout in which it survives a video call, else the one in which it is largest.
func (w window) fit(r Rendering) (best Drawing, ok bool) {
	layouts := []Layout{Beside, Below, Alone}
	if w.request.Alone {
		layouts = []Layout{Alone}
	}
	for _, l := range layouts {
		d, fits := w.arrange(l, r)
		if !fits || ok && d.Scale.Pixels <= best.Scale.Pixels {
			continue
		}
		best, ok = d, true
		if r != Image || d.Scale.Pixels >= qr.GoodPixels {
			break
		}
	}
	return best, ok
}

// arrange finds the size and the place of a code in a layout, if the code fits.
func (w window) arrange(l Layout, r Rendering) (d Drawing, ok bool) {
	kept := w.kept(l)
	space := qr.Size{Cols: w.terminal.Cols - kept.Cols, Rows: w.terminal.Rows - kept.Rows}
	d = Drawing{Layout: l, Rendering: r}
	switch {
	case r == Image:
		d.Scale, d.Size, ok = w.imageSize(space)
	case w.drawn(r):
		d.quiet, d.Size, ok = w.cellsSize(r.style(), space)
	}
	if !ok || l == Beside && w.panel(d.Size.Cols) > space.Rows {
		return Drawing{}, false // a panel that is cut loses its end
	}
	switch {
	case w.request.Alone:
		d.Row, d.Col = (w.terminal.Rows-kept.Rows-d.Size.Rows)/2, (w.terminal.Cols-d.Size.Cols)/2
	case l != Alone:
		d.Row = 1 // under the header
	}
	return d, true
}

// kept returns the columns and the rows that a layout keeps from the code.
func (w window) kept(l Layout) qr.Size {
	switch l {
	case Beside:
		return qr.Size{Cols: PanelWidth + 2, Rows: 2}
	case Below:
		return qr.Size{Rows: w.request.Below}
	default:
		return qr.Size{Rows: 1}
	}
}

// panel returns the number of rows that the panel needs beside a code of so many
// columns.
func (w window) panel(codeCols int) int {
	if w.request.Panel == nil {
		return 0
	}
	return w.request.Panel(codeCols)
}

// need returns the size of the smallest window that shows the code in cells.
func (w window) need() qr.Size {
	smallest := FullCells
	for _, r := range []Rendering{HalfBlocks, Sextants, Octants} {
		if w.drawn(r) {
			smallest = r
		}
	}
	least, kept := w.code.Smallest(smallest.style()), w.kept(Alone)
	return qr.Size{Cols: least.Cols + kept.Cols, Rows: least.Rows + kept.Rows}
}

// cellsSize returns the widest quiet zone that the space allows, and the size of the
// code with it.
func (w window) cellsSize(style qr.Style, space qr.Size) (quiet int, size qr.Size, ok bool) {
	quiet, ok = w.code.Fit(style, space)
	return quiet, w.code.Size(style, quiet), ok
}

// imageSize returns the largest scale that the space allows, and the cells that the
// image covers. It needs a terminal that shows images and a known size of its cells.
func (w window) imageSize(space qr.Size) (scale qr.Scale, size qr.Size, ok bool) {
	cell := w.terminal.Cell
	if w.terminal.Protocol == qr.NoGraphics || cell.X <= 0 || cell.Y <= 0 {
		return qr.Scale{}, qr.Size{}, false
	}
	scale = w.code.FitImage(space.Cols*cell.X, space.Rows*cell.Y)
	side := w.code.Side(scale)
	return scale, qr.Size{Cols: (side + cell.X - 1) / cell.X, Rows: (side + cell.Y - 1) / cell.Y}, scale.Pixels > 0
}
