package ui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"klavilink/ui/qr"
)

// drawing is how the link stands in the window, made on entering the state, on
// every resize and on what the terminal says of itself, so that View only puts
// it together.
type drawing struct {
	layout    layout
	rendering rendering
	code      string // the drawn code, or the blanks beneath an image; empty where there is none
	size      qr.Size
	quiet     int      // the quiet zone of cells
	row, col  int      // of its upper left corner in the window
	scale     qr.Scale // of an image
	need      qr.Size  // the smallest window, where this one is too small
}

// layout is an arrangement of the code and what goes with it.
type layout uint8

const (
	layoutNone   layout = iota // no code: what it needs, and the URL
	layoutBeside               // a panel at the right of the code
	layoutBelow                // the panel beneath it
	layoutAlone                // the code and one line
)

// rendering is what the code is made of.
type rendering uint8

const (
	halfBlocks rendering = iota
	fullCells
	asImage
)

// room tells how many columns and rows of the window a layout keeps from the
// code.
func (m *Model) room(l layout) qr.Size {
	switch l {
	case layoutBeside:
		return qr.Size{Cols: panelWidth + 2, Rows: 2}
	case layoutBelow:
		return qr.Size{Rows: 5 + lines(m.link.URL.Reveal(), m.width-2)}
	default:
		return qr.Size{Rows: 1}
	}
}

// panelWidth is the least that the panel needs beside the code.
const panelWidth = 34

// redraw fits the code into the window. The ladder: half blocks with the panel,
// half blocks alone, an image where the terminal shows any, else no code but the
// size that it needs. What the agent chose goes before, as long as it fits.
func (m *Model) redraw() {
	m.drawing, m.fitting = drawing{}, nil
	if m.state != StateLink || m.overlay != overlayNone || m.link.code.Modules() == 0 {
		return
	}
	for _, r := range []rendering{halfBlocks, fullCells, asImage} {
		if d, ok := m.fit(r); ok {
			m.fitting = append(m.fitting, r)
			if len(m.fitting) == 1 || r == m.chosen {
				m.drawing = d
			}
		}
	}
	m.drawing.code = m.draw(m.drawing)
	if len(m.fitting) == 0 {
		least, room := m.link.code.Smallest(), m.room(layoutAlone)
		m.drawing.need = qr.Size{Cols: least.Cols + room.Cols, Rows: least.Rows + room.Rows}
	}
}

// fit arranges a rendering: in cells with as much around it as fits, as an image
// at a size that survives a video call, or else as large as it gets.
func (m *Model) fit(r rendering) (best drawing, ok bool) {
	layouts := []layout{layoutBeside, layoutBelow, layoutAlone}
	if m.presenter {
		layouts = layouts[2:]
	}
	for _, l := range layouts {
		d, fits := m.arrange(l, r)
		if !fits || ok && d.scale.Pixels <= best.scale.Pixels {
			continue
		}
		best, ok = d, true
		if r != asImage || d.scale.Pixels >= qr.GoodPixels {
			break
		}
	}
	return best, ok
}

// arrange finds the code's place and size in a layout, if it fits there.
func (m *Model) arrange(l layout, r rendering) (d drawing, ok bool) {
	d = drawing{layout: l, rendering: r}
	code, room := m.link.code, m.room(l)
	space := qr.Size{Cols: m.width - room.Cols, Rows: m.height - room.Rows}
	if r == asImage {
		cell := m.terminal.cell
		if m.terminal.protocol == qr.NoGraphics || cell.X <= 0 || cell.Y <= 0 {
			return d, false
		}
		if d.scale = code.FitImage(space.Cols*cell.X, space.Rows*cell.Y); d.scale.Pixels == 0 {
			return d, false
		}
		side := code.Side(d.scale)
		d.size = qr.Size{Cols: (side + cell.X - 1) / cell.X, Rows: (side + cell.Y - 1) / cell.Y}
	} else {
		if d.quiet, ok = code.Fit(r.style(), space); !ok {
			return d, false
		}
		d.size = code.Size(r.style(), d.quiet)
	}
	switch {
	case l == layoutBeside && strings.Count(m.panel(d.size.Cols, 0), "\n") >= space.Rows:
		return d, false // the panel would be cut, and the URL is at its end
	case m.presenter:
		d.row, d.col = (m.height-1-d.size.Rows)/2, (m.width-d.size.Cols)/2
	case l != layoutAlone:
		d.row = 1 // beneath the header
	}
	return d, true
}

// style is how a rendering in cells is made.
func (r rendering) style() qr.Style {
	if r == fullCells {
		return qr.FullCells
	}
	return qr.HalfBlocks
}

// draw draws the code as it was arranged: as cells, or as the blanks beneath an
// image.
func (m *Model) draw(d drawing) string {
	code, style := m.link.code, d.rendering.style()
	switch {
	case d.layout == layoutNone:
		return ""
	case d.rendering == asImage:
		return strings.Join(slices.Repeat([]string{strings.Repeat(" ", d.size.Cols)}, d.size.Rows), "\n")
	case m.profile == colorprofile.TrueColor:
		return code.Cells(style, d.quiet, qr.TrueColor)
	case m.profile >= colorprofile.ANSI:
		return code.Cells(style, d.quiet, qr.Indexed)
	default:
		return code.Glyphs(style, d.quiet, m.dark != m.inverted)
	}
}
