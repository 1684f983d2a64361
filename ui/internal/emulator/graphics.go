package screen

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
)

// Graphics is what an emulated terminal knows of images, and what it says when
// it is asked.
type Graphics struct {
	Kitty, Sixel bool
	Cell         image.Point // the size of a cell in pixels
	CellSaid     bool        // whether it tells that size when asked (XTWINOPS 16)
}

// graphics is the emulated terminal's image layer.
type graphics struct {
	Graphics
	sent  bytes.Buffer // the parts of an image that is being transmitted
	id    int
	shown []placed
}

// placed is an image with its upper left corner in pixels.
type placed struct {
	id int // 0 for sixel
	at image.Point
	image.Image
}

// cell is the size of a cell in pixels: four across where nothing else is said.
func (g *graphics) cell() image.Point {
	if g.Cell == (image.Point{}) {
		return image.Pt(4, 8)
	}
	return g.Cell
}

// over gives the image's colour at a pixel, or the cell's.
func (g *graphics) over(at image.Point, cell color.Gray) color.Gray {
	for _, p := range g.shown {
		if in := at.Sub(p.at); in.In(p.Bounds()) {
			if _, _, _, alpha := p.At(in.X, in.Y).RGBA(); alpha > 0 {
				cell = color.GrayModel.Convert(p.At(in.X, in.Y)).(color.Gray)
			}
		}
	}
	return cell
}

// Knows makes the terminal one that shows images.
func (s *Screen) Knows(g Graphics) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.images.Graphics = g
	s.em.RegisterApcHandler(s.apc)
	s.em.RegisterDcsHandler('q', s.dcs)
	s.em.RegisterCsiHandler('c', func(ansi.Params) bool {
		attributes := []int{64, 1, 14, 22} // a 14 is no 4
		if g.Sixel {
			attributes = append(attributes, 4)
		}
		s.answer(ansi.PrimaryDeviceAttributes(attributes...))
		return true
	})
	s.em.RegisterCsiHandler('t', func(params ansi.Params) bool {
		if op, _, _ := params.Param(0, 0); op == 16 && g.CellSaid {
			s.answer(fmt.Sprintf("\x1b[6;%d;%dt", g.Cell.Y, g.Cell.X))
		}
		return true
	})
	// Whatever clears cells takes sixels with them. Kitty's images stand above.
	s.em.RegisterCsiHandler('J', func(ansi.Params) bool {
		s.images.shown = slices.DeleteFunc(s.images.shown, func(p placed) bool { return p.id == 0 })
		return false
	})
	s.em.RegisterCsiHandler('K', func(ansi.Params) bool {
		at := s.em.CursorPosition()
		line := image.Rect(at.X*g.Cell.X, at.Y*g.Cell.Y, s.em.Width()*g.Cell.X, (at.Y+1)*g.Cell.Y)
		s.images.shown = slices.DeleteFunc(s.images.shown, func(p placed) bool { return p.id == 0 && p.Bounds().Add(p.at).Overlaps(line) })
		return false
	})
}

// Images counts the images on the screen.
func (s *Screen) Images() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.PeekImages()
}

// PeekImages is [Screen.Images] for use within [Screen.Await].
func (s *Screen) PeekImages() int { return len(s.images.shown) }

func (s *Screen) answer(reply string) { _, _ = io.WriteString(s.em.InputPipe(), reply) }

func (s *Screen) place(id int, img image.Image) {
	at := s.em.CursorPosition()
	s.images.shown = append(s.images.shown, placed{id, image.Pt(at.X*s.images.Cell.X, at.Y*s.images.Cell.Y), img})
}

// apc takes a command of the kitty graphics protocol.
func (s *Screen) apc(data []byte) bool {
	control, payload, _ := bytes.Cut(data, []byte(";"))
	if len(control) == 0 || control[0] != 'G' || !s.images.Kitty {
		return false
	}
	var o kitty.Options
	if err := o.UnmarshalText(control[1:]); err != nil {
		return false
	}
	switch o.Action {
	case kitty.Query:
		s.answer(fmt.Sprintf("\x1b_Gi=%d;OK\x1b\\", o.ID))
		return true
	case kitty.Delete:
		s.images.shown = slices.DeleteFunc(s.images.shown, func(p placed) bool { return p.id == o.ID })
		return true
	case kitty.TransmitAndPut:
		s.images.sent.Reset()
		s.images.id = o.ID
	}
	s.images.sent.Write(payload)
	if bytes.Contains(control, []byte("m=1")) {
		return true
	}
	file, err := base64.StdEncoding.DecodeString(s.images.sent.String())
	if err != nil {
		return false
	}
	if img, err := png.Decode(bytes.NewReader(file)); err == nil {
		s.place(s.images.id, img)
	}
	return true
}

// dcs takes a sixel image.
func (s *Screen) dcs(_ ansi.Params, data []byte) bool {
	if !s.images.Sixel {
		return false
	}
	img, err := (&sixel.Decoder{}).Decode(bytes.NewReader(data))
	if err != nil {
		return false
	}
	s.place(0, img)
	return true
}
