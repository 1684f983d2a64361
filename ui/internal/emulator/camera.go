package emulator

import (
	"errors"
	"image"
	"image/color"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// Code returns the text of the QR code on the screen, or [ErrNoCode]. It paints the
// cells with their colours, as a terminal does, and passes the picture to a decoder.
// The decoder does not try inverted codes, because many phones do not either.
func (s *Screen) Code() (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Peek()
}

// Peek is [Screen.Code] for use within [Screen.Await].
//
// It tries the picture in three positions, as people turn a phone. In the upright
// position, the decoder mistakes data for a finder pattern in about one of a hundred
// codes.
func (s *Screen) Peek() (string, error) {
	picture := paint(s.em, &s.images)
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true}
	for _, turn := range []func(*image.Gray) *image.Gray{upright, upsideDown, sideways} {
		bitmap, err := gozxing.NewBinaryBitmapFromImage(turn(picture))
		if err != nil {
			continue
		}
		result, err := qrcode.NewQRCodeReader().Decode(bitmap, hints)
		if err == nil {
			return result.GetText(), nil
		}
	}
	return "", ErrNoCode
}

// upright returns the picture itself.
func upright(p *image.Gray) *image.Gray { return p }

// upsideDown returns the picture turned by 180 degrees.
func upsideDown(p *image.Gray) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	turned := image.NewGray(p.Rect)
	for y := range h {
		for x := range w {
			turned.SetGray(w-1-x, h-1-y, p.GrayAt(x, y))
		}
	}
	return turned
}

// sideways returns the picture turned by 90 degrees.
func sideways(p *image.Gray) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	turned := image.NewGray(image.Rect(0, 0, h, w))
	for y := range h {
		for x := range w {
			turned.SetGray(y, w-1-x, p.GrayAt(x, y))
		}
	}
	return turned
}

// ErrNoCode is the error of [Screen.Code] when the screen has no readable code.
var ErrNoCode = errors.New("emulator: no QR code to be read")

// Picture returns the screen as a picture in grey.
func (s *Screen) Picture() *image.Gray {
	s.mu.Lock()
	defer s.mu.Unlock()
	return paint(s.em, &s.images)
}

// paint returns a picture of the terminal in grey. Images cover the blank cells. Only
// block characters keep their shape; a cell of text becomes speckled.
func paint(em *vt.Emulator, images *graphics) *image.Gray {
	w, h := em.Width(), em.Height()
	cell := images.cell()
	img := image.NewGray(image.Rect(0, 0, w*cell.X, h*cell.Y))
	for y := range h {
		for x := range w {
			fg, bg := color.Color(nil), color.Color(nil)
			glyph, turned := " ", false
			if c := em.CellAt(x, y); c != nil {
				fg, bg, glyph = c.Style.Fg, c.Style.Bg, c.Content
				turned = c.Style.Attrs&uv.AttrReverse != 0
			}
			if fg == nil {
				fg = em.ForegroundColor()
			}
			if bg == nil {
				bg = em.BackgroundColor()
			}
			if turned {
				fg, bg = bg, fg
			}
			on, off, inked := grey(fg), grey(bg), inkOf(glyph)
			for py := range cell.Y {
				for px := range cell.X {
					at := image.Pt(x*cell.X+px, y*cell.Y+py)
					ink := off
					if inked(image.Pt(px, py), cell) {
						ink = on
					} else if glyph == "" || glyph == " " {
						ink = images.over(at, ink)
					}
					img.SetGray(at.X, at.Y, ink)
				}
			}
		}
	}
	return img
}

// grey returns the grey of a colour.
func grey(c color.Color) color.Gray { return color.GrayModel.Convert(c).(color.Gray) }

// inkOf returns what reports whether a glyph covers the pixel at a place within its cell.
func inkOf(glyph string) func(at, cell image.Point) bool {
	if m, ok := mosaics()[glyph]; ok {
		return m.covers
	}
	blank := glyph == "" || glyph == " "
	return func(at, _ image.Point) bool { return !blank && (at.X+at.Y)%3 == 0 }
}
