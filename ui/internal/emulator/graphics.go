package emulator

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"slices"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"
	"github.com/charmbracelet/x/ansi/sixel"
	"github.com/charmbracelet/x/vt"
)

// Graphics says which image protocols an emulated terminal understands, and what
// it answers when a program asks about them.
type Graphics struct {
	Kitty, Sixel bool
	Cell         image.Point // the size of a cell in pixels
	CellSaid     bool        // whether the terminal reports that size (XTWINOPS 16)
}

// Knows sets what the terminal knows about images.
func (s *Screen) Knows(g Graphics) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.images.install(g)
}

// Images returns how many images are on the screen.
func (s *Screen) Images() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.PeekImages()
}

// PeekImages is [Screen.Images] for use within [Screen.Await].
func (s *Screen) PeekImages() int { return len(s.images.shown) }

// graphics is the image layer of an emulated terminal. The lock of the [Screen]
// guards it.
type graphics struct {
	Graphics
	em    *vt.Emulator
	sent  bytes.Buffer // the received parts of an image in transmission
	id    int
	shown []placed
}

// placed is an image on the screen, with its upper left corner in pixels.
type placed struct {
	id int // 0 for sixel
	at image.Point
	image.Image
}

// sixel reports whether the image came as sixels.
func (p placed) sixel() bool { return p.id == 0 }

// cell returns the size of a cell in pixels. It is 4 by 8 if the terminal has no
// graphics.
func (g *graphics) cell() image.Point {
	if g.Cell == (image.Point{}) {
		return image.Pt(4, 8)
	}
	return g.Cell
}

// over returns the colour of the images at a pixel, or the cell's own colour
// where no image covers it.
func (g *graphics) over(at image.Point, cell color.Gray) color.Gray {
	for _, p := range g.shown {
		if in := at.Sub(p.at); in.In(p.Bounds()) {
			if _, _, _, alpha := p.At(in.X, in.Y).RGBA(); alpha > 0 {
				cell = grey(p.At(in.X, in.Y))
			}
		}
	}
	return cell
}

// install registers the handlers of the image protocols with the emulator.
func (g *graphics) install(known Graphics) {
	g.Graphics = known
	g.em.RegisterApcHandler(g.apc)
	g.em.RegisterDcsHandler('q', g.dcs)
	g.em.RegisterCsiHandler('c', func(ansi.Params) bool {
		attributes := []int{64, 1, 14, 22} // 14 must not be mistaken for 4, which stands for sixel
		if known.Sixel {
			attributes = append(attributes, 4)
		}
		g.answer(ansi.PrimaryDeviceAttributes(attributes...))
		return true
	})
	g.em.RegisterCsiHandler('t', func(params ansi.Params) bool {
		if op, _, _ := params.Param(0, 0); op == 16 && known.CellSaid {
			g.answer(fmt.Sprintf("\x1b[6;%d;%dt", known.Cell.Y, known.Cell.X))
		}
		return true
	})
	// Clearing cells also clears the sixels on them. The images of the kitty
	// protocol are on another layer and stay.
	g.em.RegisterCsiHandler('J', func(ansi.Params) bool {
		g.shown = slices.DeleteFunc(g.shown, placed.sixel)
		return false
	})
	g.em.RegisterCsiHandler('K', func(ansi.Params) bool {
		g.clear(g.restOfLine())
		return false
	})
}

// restOfLine returns the area in pixels from the cursor to the end of its line.
func (g *graphics) restOfLine() image.Rectangle {
	at := g.em.CursorPosition()
	return image.Rect(at.X*g.Cell.X, at.Y*g.Cell.Y, g.em.Width()*g.Cell.X, (at.Y+1)*g.Cell.Y)
}

// clear removes the sixel images that overlap an area.
func (g *graphics) clear(area image.Rectangle) {
	g.shown = slices.DeleteFunc(g.shown, func(p placed) bool {
		return p.sixel() && p.Bounds().Add(p.at).Overlaps(area)
	})
}

// answer sends the terminal's reply to the program.
func (g *graphics) answer(reply string) { _, _ = io.WriteString(g.em.InputPipe(), reply) }

// place shows an image at the cursor.
func (g *graphics) place(id int, img image.Image) {
	at := g.em.CursorPosition()
	g.shown = append(g.shown, placed{id, image.Pt(at.X*g.Cell.X, at.Y*g.Cell.Y), img})
}

// apc executes a command of the kitty graphics protocol.
func (g *graphics) apc(data []byte) bool {
	control, payload, _ := bytes.Cut(data, []byte(";"))
	if len(control) == 0 || control[0] != 'G' || !g.Kitty {
		return false
	}
	var o kitty.Options
	if err := o.UnmarshalText(control[1:]); err != nil {
		return false
	}
	switch o.Action {
	case kitty.Query:
		g.answer(fmt.Sprintf("\x1b_Gi=%d;OK\x1b\\", o.ID))
		return true
	case kitty.Delete:
		g.shown = slices.DeleteFunc(g.shown, func(p placed) bool { return p.id == o.ID })
		return true
	case kitty.TransmitAndPut:
		g.sent.Reset()
		g.id = o.ID
	}
	g.sent.Write(payload)
	if bytes.Contains(control, []byte("m=1")) {
		return true
	}
	file, err := base64.StdEncoding.DecodeString(g.sent.String())
	if err != nil {
		return false
	}
	if img, err := png.Decode(bytes.NewReader(file)); err == nil {
		g.place(g.id, img)
	}
	return true
}

// dcs shows a sixel image.
func (g *graphics) dcs(_ ansi.Params, data []byte) bool {
	if !g.Sixel {
		return false
	}
	img, err := (&sixel.Decoder{}).Decode(bytes.NewReader(data))
	if err != nil {
		return false
	}
	g.place(0, img)
	return true
}
