package qr_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/internal/emulator"
	"klavilink/ui/qr"
)

// sharing lists the styles in which modules share a cell, with the columns and rows of
// modules in a cell.
var sharing = map[qr.Style][2]int{qr.HalfBlocks: {1, 2}, qr.Sextants: {2, 3}, qr.Octants: {2, 4}}

// wrong draws on an emulated terminal, looks at the middle of every module, and returns
// how many are not as the code says, or are not there. The quiet zone and what fills the last cells up
// count as modules that are light. The emulator paints the characters by their names in
// Unicode.
func wrong(c qr.Code, style qr.Style, quiet int, light bool, drawing string) (n int) {
	size := c.Size(style, quiet)
	s := emulator.New(size.Cols, size.Rows, light)
	defer s.Close()
	_, _ = s.Write([]byte(drawing))
	picture := s.Picture()
	cols, rows := sharing[style][0]*size.Cols, sharing[style][1]*size.Rows
	n = max(c.Modules()+quiet-cols, 0) + max(c.Modules()+quiet-rows, 0)
	for y := range rows {
		for x := range cols {
			grey := picture.GrayAt((2*x+1)*picture.Rect.Dx()/(2*cols), (2*y+1)*picture.Rect.Dy()/(2*rows)).Y
			if dark := grey < 0x80; dark != c.Dark(x-quiet, y-quiet) {
				n++
			}
		}
	}
	return n
}

// drawings are the ways to draw a code in a style, each with whether the terminal is
// light.
func drawings(c qr.Code, style qr.Style, quiet int) map[string]bool {
	return map[string]bool{
		c.Cells(style, quiet, qr.TrueColor): false,
		c.Cells(style, quiet, qr.Indexed):   true,
		c.Glyphs(style, quiet, true):        false,
		c.Glyphs(style, quiet, false):       true,
	}
}

func TestEveryPatternOfACellIsDrawnAsItIs(t *testing.T) {
	for style, cell := range sharing {
		w, h := cell[0], cell[1]
		for pattern := range 1 << (w * h) {
			// The pattern stands in the first cell, and its complement in the second.
			c := qr.Pattern(2*h+1, func(x, y int) bool {
				return x < 2*w && y < h && (pattern>>(x%w+w*y)&1 == 1) == (x < w)
			})
			for drawing, light := range drawings(c, style, 0) {
				if n := wrong(c, style, 0, light, drawing); n != 0 {
					t.Errorf("style %d, pattern %0*b: %d modules are wrong in %q", style, w*h, pattern, n, drawing)
				}
			}
		}
	}
}

// Unicode has U+1FB00 to U+1FB3B and U+1CD00 to U+1CDE5.
func TestThereAre60SextantsAnd230Octants(t *testing.T) {
	if n := qr.Mosaics(qr.Sextants, 0x1FB00); n != 60 {
		t.Errorf("%d sextants", n)
	}
	if n := qr.Mosaics(qr.Octants, 0x1CD00); n != 230 {
		t.Errorf("%d octants", n)
	}
}

// Some fonts leave gaps around block characters.
func TestMosaicsHaveBlanksWhereACellHasOneColour(t *testing.T) {
	c, _ := qr.Encode(url(230))
	for _, style := range []qr.Style{qr.Sextants, qr.Octants} {
		cells := ansi.Strip(c.Cells(style, 4, qr.TrueColor))
		if strings.Contains(cells, "█") || !strings.Contains(cells, "  ") {
			t.Errorf("style %d:\n%s", style, cells)
		}
	}
}

func FuzzWhatIsDrawnIsTheCode(f *testing.F) {
	f.Add("https://x/?v=1", uint8(2), uint8(2))
	f.Add(url(230), uint8(3), uint8(4))
	f.Add(url(640), uint8(0), uint8(0))
	f.Add("0123456789", uint8(2), uint8(1))
	f.Add("ABC $%*+-./:", uint8(3), uint8(3))
	f.Fuzz(func(t *testing.T, text string, style, quiet uint8) {
		c, err := qr.Encode(text)
		if err != nil {
			return
		}
		s, q := qr.Style(style%4), int(quiet%8)
		if s == qr.FullCells {
			return // has no cells that are shared
		}
		for drawing, light := range drawings(c, s, q) {
			if n := wrong(c, s, q, light, drawing); n != 0 {
				t.Errorf("style %d, quiet zone %d: %d modules are wrong", s, q, n)
			}
		}
	})
}
