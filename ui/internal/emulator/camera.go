package screen

import (
	"errors"
	"image"
	"image/color"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// Code reads the QR code off the screen. It paints the cells with their
// colours, as a terminal does, and gives the picture to a decoder that does not
// try inverted codes: neither do many phones.
func (s *Screen) Code() (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Peek()
}

// Peek is [Screen.Code] for use within [Screen.Await].
//
// The picture is also turned, as people turn a phone: upright this decoder
// misses about one code in a hundred for good, taking data for a finder pattern.
func (s *Screen) Peek() (string, error) {
	picture := s.paint()
	for _, turn := range []func(*image.Gray) *image.Gray{upright, upsideDown, sideways} {
		bitmap, err := gozxing.NewBinaryBitmapFromImage(turn(picture))
		if err != nil {
			continue
		}
		result, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
		if err == nil {
			return result.GetText(), nil
		}
	}
	return "", ErrNoCode
}

func upright(p *image.Gray) *image.Gray { return p }

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

// ErrNoCode is what [Screen.Code] says where there is none to be read.
var ErrNoCode = errors.New("screen: no QR code to be read")

// paint paints the screen in grey, images above the blanks. Of the glyphs only
// blocks matter; text becomes a speckled cell.
func (s *Screen) paint() *image.Gray {
	w, h := s.em.Width(), s.em.Height()
	cell := s.images.cell()
	img := image.NewGray(image.Rect(0, 0, w*cell.X, h*cell.Y))
	for y := range h {
		for x := range w {
			fg, bg := color.Color(nil), color.Color(nil)
			glyph := " "
			if c := s.em.CellAt(x, y); c != nil {
				fg, bg, glyph = c.Style.Fg, c.Style.Bg, c.Content
			}
			if fg == nil {
				fg = s.em.ForegroundColor()
			}
			if bg == nil {
				bg = s.em.BackgroundColor()
			}
			on, off := color.GrayModel.Convert(fg).(color.Gray), color.GrayModel.Convert(bg).(color.Gray)
			for py := range cell.Y {
				for px := range cell.X {
					at := image.Pt(x*cell.X+px, y*cell.Y+py)
					ink := off
					if inked(glyph, image.Pt(px, py), cell) {
						ink = on
					} else if glyph == "" || glyph == " " {
						ink = s.images.over(at, ink)
					}
					img.SetGray(at.X, at.Y, ink)
				}
			}
		}
	}
	return img
}

func inked(glyph string, at, cell image.Point) bool {
	switch glyph {
	case "", " ":
		return false
	case "█":
		return true
	case "▀":
		return at.Y < cell.Y/2
	case "▄":
		return at.Y >= cell.Y/2
	default:
		return (at.X+at.Y)%3 == 0
	}
}
