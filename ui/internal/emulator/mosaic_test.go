package emulator_test

import (
	"image/color"
	"testing"

	"klavilink/ui/internal/emulator"
)

// The pictures have a letter per module: X is inked.
func TestBlockCharactersArePaintedInTheModulesThatTheirNamesSay(t *testing.T) {
	for glyph, want := range map[string]string{
		"▀":          "XX XX .. ..", // UPPER HALF BLOCK
		"▐":          ".X .X .X .X", // RIGHT HALF BLOCK
		"▞":          ".X .X X. X.", // QUADRANT UPPER RIGHT AND LOWER LEFT
		"▆":          ".. XX XX XX", // LOWER THREE QUARTERS BLOCK
		"\U0001fb00": "X. .. ..",    // BLOCK SEXTANT-1
		"\U0001fb3b": ".X XX XX",    // BLOCK SEXTANT-23456
		"\U0001cd00": ".. X. .. ..", // BLOCK OCTANT-3
		"\U0001cde5": ".X XX XX XX", // BLOCK OCTANT-2345678
		"\U0001cea0": ".. .. .. .X", // RIGHT HALF LOWER ONE QUARTER BLOCK
		"\U0001fbe6": ".. X. X. ..", // MIDDLE LEFT ONE QUARTER BLOCK
		" ":          ".. .. .. ..",
	} {
		s := emulator.New(1, 1, false)
		_, _ = s.Write([]byte(glyph))
		picture, rows := s.Picture(), (len(want)+1)/3
		got := ""
		for row := range rows {
			if row > 0 {
				got += " "
			}
			for col := range 2 {
				// The middle of a module.
				at := picture.GrayAt((2*col+1)*picture.Rect.Dx()/4, (2*row+1)*picture.Rect.Dy()/(2*rows))
				if at == (color.Gray{}) {
					got += "."
				} else {
					got += "X"
				}
			}
		}
		if got != want {
			t.Errorf("%q: painted %s, want %s", glyph, got, want)
		}
		s.Close()
	}
}
