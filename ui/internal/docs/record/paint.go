package main

import (
	"image"
	"image/color"
	"image/draw"
	"unicode/utf8"

	"codeberg.org/go-fonts/dejavu/dejavusansmono"
	"codeberg.org/go-fonts/dejavu/dejavusansmonobold"
	uv "github.com/charmbracelet/ultraviolet"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// window is a terminal window: its size in cells and its colours.
type window struct {
	cols, rows             int
	foreground, background color.RGBA
}

// dark and light return a window of a size in dark and in light colours.
func dark(cols, rows int) window {
	return window{cols, rows, color.RGBA{0xd8, 0xde, 0xe9, 0xff}, color.RGBA{0x16, 0x19, 0x21, 0xff}}
}

func light(cols, rows int) window {
	return window{cols, rows, color.RGBA{0x24, 0x29, 0x33, 0xff}, color.RGBA{0xfd, 0xfd, 0xfb, 0xff}}
}

// The measures of the window in pixels. The height of a cell is even, so that both
// halves of it are whole pixels. At this size of the font a letter advances by the
// width of a cell.
const (
	cellWidth, cellHeight = 8, 16
	baseline              = 13
	margin                = 12
	size                  = 13.28
)

// painter paints terminal cells.
type painter struct {
	window
	regular, bold font.Face
}

func newPainter(w window) (*painter, error) {
	face := func(ttf []byte) (font.Face, error) {
		f, err := opentype.Parse(ttf)
		if err != nil {
			return nil, err
		}
		return opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingFull})
	}
	regular, err := face(dejavusansmono.TTF)
	if err != nil {
		return nil, err
	}
	bold, err := face(dejavusansmonobold.TTF)
	return &painter{w, regular, bold}, err
}

// screen is what a painter paints. An emulated terminal is one.
type screen interface {
	CellAt(x, y int) *uv.Cell
	Width() int
	Height() int
	CursorPosition() uv.Position
}

// paint paints a screen with a margin around it.
func (p *painter) paint(s screen, cursor bool) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, s.Width()*cellWidth+2*margin, s.Height()*cellHeight+2*margin))
	draw.Draw(img, img.Rect, image.NewUniform(p.background), image.Point{}, draw.Src)
	for y := range s.Height() {
		for x := range s.Width() {
			if c := s.CellAt(x, y); c != nil {
				p.cell(img, place(x, y), c)
			}
		}
	}
	if at := s.CursorPosition(); cursor {
		bar := place(at.X, at.Y)
		bar.Max.X = bar.Min.X + 2
		fill(img, bar, p.foreground)
	}
	return img
}

func place(x, y int) image.Rectangle {
	return image.Rect(0, 0, cellWidth, cellHeight).Add(image.Pt(margin+x*cellWidth, margin+y*cellHeight))
}

func (p *painter) cell(img *image.RGBA, at image.Rectangle, c *uv.Cell) {
	fg, bg := color.Color(p.foreground), color.Color(p.background)
	if c.Style.Fg != nil {
		fg = c.Style.Fg
	}
	if c.Style.Bg != nil {
		bg = c.Style.Bg
	}
	if c.Style.Attrs&uv.AttrReverse != 0 {
		fg, bg = bg, fg
	}
	if c.Style.Attrs&uv.AttrFaint != 0 {
		fg = mix(fg, bg)
	}
	at.Max.X = at.Min.X + max(1, c.Width)*cellWidth
	fill(img, at, bg)
	middle := (at.Min.Y + at.Max.Y) / 2
	if r, _ := utf8.DecodeRuneInString(c.Content); r >= braille && r < braille+256 {
		dots(img, at, r-braille, fg)
		return
	}
	switch c.Content {
	case "", " ":
	case "█":
		fill(img, at, fg)
	case "▀":
		fill(img, image.Rect(at.Min.X, at.Min.Y, at.Max.X, middle), fg)
	case "▄":
		fill(img, image.Rect(at.Min.X, middle, at.Max.X, at.Max.Y), fg)
	case "─":
		fill(img, image.Rect(at.Min.X, middle, at.Max.X, middle+1), fg)
	case "│":
		fill(img, image.Rect(at.Min.X+cellWidth/2, at.Min.Y, at.Min.X+cellWidth/2+1, at.Max.Y), fg)
	case "━": // The glyphs of lines leave gaps between cells. A filled rectangle does not.
		fill(img, image.Rect(at.Min.X, middle-1, at.Max.X, middle+1), fg)
	case "┃":
		fill(img, image.Rect(at.Min.X+cellWidth/2-1, at.Min.Y, at.Min.X+cellWidth/2+1, at.Max.Y), fg)
	default:
		p.glyph(img, at, c, fg)
	}
	if c.Style.Underline != uv.UnderlineNone {
		fill(img, image.Rect(at.Min.X, at.Min.Y+baseline+1, at.Max.X, at.Min.Y+baseline+2), fg)
	}
}

// braille is the first character of the Braille patterns in Unicode. The font has none.
const braille = '\u2800'

// dots paints a Braille pattern. The eight bits of a pattern are its dots: three rows of
// the left column, three of the right one, and the fourth row of both.
func dots(img *image.RGBA, at image.Rectangle, pattern rune, fg color.Color) {
	for bit, dot := range [8]image.Point{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}} {
		if pattern>>bit&1 == 1 {
			corner := at.Min.Add(image.Pt(1+dot.X*cellWidth/2, 2+dot.Y*cellHeight/4))
			fill(img, image.Rectangle{corner, corner.Add(image.Pt(2, 2))}, fg)
		}
	}
}

func (p *painter) glyph(img *image.RGBA, at image.Rectangle, c *uv.Cell, fg color.Color) {
	face := p.regular
	if c.Style.Attrs&uv.AttrBold != 0 {
		face = p.bold
	}
	d := font.Drawer{Dst: img, Src: image.NewUniform(fg), Face: face, Dot: fixed.P(at.Min.X, at.Min.Y+baseline)}
	d.DrawString(c.Content)
}

func fill(img *image.RGBA, at image.Rectangle, c color.Color) {
	draw.Draw(img, at, image.NewUniform(c), image.Point{}, draw.Src)
}

// mix returns the colour half way between two colours.
func mix(a, b color.Color) color.Color {
	r, g, bl, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	return color.RGBA{uint8((r + r2) >> 9), uint8((g + g2) >> 9), uint8((bl + b2) >> 9), 0xff}
}
