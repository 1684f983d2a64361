package fit_test

import (
	"image"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/fit"
	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

// ability is what a terminal can do.
type ability struct {
	name     string
	answer   string // to the question for its name
	protocol qr.Protocol
	cell     image.Point
}

// abilities are those that terminals have. The last ones have small and large cells.
var abilities = []ability{
	{name: "nothing"},
	{name: "sextants", answer: "Konsole 25.04.2"},
	{name: "octants", answer: "VTE(8001)"},
	{name: "images", protocol: qr.Kitty, cell: cell},
	{name: "images and octants", answer: "kitty(0.41.1)", protocol: qr.Kitty, cell: cell},
	{name: "small images and sextants", answer: "Konsole 25.04.2", protocol: qr.Sixel, cell: image.Pt(5, 9)},
	{name: "images in 7x15 and octants", answer: "foot(1.21.0)", protocol: qr.Sixel, cell: image.Pt(7, 15)},
	{name: "images in 9x19 and octants", answer: "foot(1.21.0)", protocol: qr.Sixel, cell: image.Pt(9, 19)},
	{name: "large images and octants", answer: "kitty(0.41.1)", protocol: qr.Kitty, cell: image.Pt(20, 40)},
}

// able is a terminal with an ability.
func able(cols, rows int, a ability) *terminal.Terminal {
	t := window(cols, rows, a.protocol, a.cell)
	t.Update(tea.TerminalVersionMsg{Name: a.answer})
	return t
}

// lengths are those of links, in bytes.
var lengths = []int{60, 230, 285, 367, 540, 640, 858}

// The letters are H for half blocks, I for an image, S for sextants, O for octants and -
// for nothing; then b for beside the panel, u for under the code, a for alone.
func TestWhichRenderingEveryWindowGets(t *testing.T) {
	windows := [][2]int{{60, 20}, {80, 24}, {100, 30}, {120, 40}, {160, 50}, {200, 60}}
	table := map[string][]string{
		"nothing": {
			"Ha Hb Hb Hb Hb Hb", // 60 bytes
			"-- -- Hb Hb Hb Hb", // 230 bytes
			"-- -- -- Hb Hb Hb", // 285 bytes
			"-- -- -- Hb Hb Hb", // 367 bytes
			"-- -- -- -- Hb Hb", // 540 bytes
			"-- -- -- -- Hb Hb", // 640 bytes
			"-- -- -- -- -- Hb", // 858 bytes
		},
		"sextants": {
			"Ha Hb Hb Hb Hb Hb", // 60 bytes
			"Sa Sb Hb Hb Hb Hb", // 230 bytes
			"-- Sb Sb Hb Hb Hb", // 285 bytes
			"-- Sa Sb Hb Hb Hb", // 367 bytes
			"-- -- Sb Sb Hb Hb", // 540 bytes
			"-- -- -- Sb Hb Hb", // 640 bytes
			"-- -- -- Sb Sb Hb", // 858 bytes
		},
		"octants": {
			"Ha Hb Hb Hb Hb Hb", // 60 bytes
			"Sa Sb Hb Hb Hb Hb", // 230 bytes
			"Oa Sb Sb Hb Hb Hb", // 285 bytes
			"Oa Sa Sb Hb Hb Hb", // 367 bytes
			"-- Ob Sb Sb Hb Hb", // 540 bytes
			"-- Ob Ob Sb Hb Hb", // 640 bytes
			"-- -- Ob Sb Sb Hb", // 858 bytes
		},
		"images": {
			"Ia Hb Hb Hb Hb Hb", // 60 bytes
			"Ia Ib Hb Hb Hb Hb", // 230 bytes
			"Ia Ia Ib Hb Hb Hb", // 285 bytes
			"Ia Ib Ib Hb Hb Hb", // 367 bytes
			"-- Ib Ib Ib Hb Hb", // 540 bytes
			"-- Ib Ib Ib Hb Hb", // 640 bytes
			"-- -- Ib Ib Ib Hb", // 858 bytes
		},
		"images and octants": {
			"Ia Hb Hb Hb Hb Hb", // 60 bytes
			"Ia Ib Hb Hb Hb Hb", // 230 bytes
			"Ia Ia Ib Hb Hb Hb", // 285 bytes
			"Ia Ib Ib Hb Hb Hb", // 367 bytes
			"-- Ib Ib Ib Hb Hb", // 540 bytes
			"-- Ib Ib Ib Hb Hb", // 640 bytes
			"-- -- Ib Ib Ib Hb", // 858 bytes
		},
	}
	for _, a := range abilities[:5] {
		for i, bytes := range lengths {
			var got []string
			for _, size := range windows {
				term := able(size[0], size[1], a)
				got = append(got, letters(fit.Fit(encoded(t, bytes), term, asked(term, bytes))))
			}
			if got, want := strings.Join(got, " "), table[a.name][i]; got != want {
				t.Errorf("%s, %d bytes: %s, want %s", a.name, bytes, got, want)
			}
		}
	}
}

// letters writes a drawing in the letters of the table.
func letters(d fit.Drawing, _ []fit.Rendering) string {
	if d.Layout == fit.None {
		return "--"
	}
	rendering := map[fit.Rendering]string{fit.HalfBlocks: "H", fit.Image: "I", fit.Sextants: "S", fit.Octants: "O"}
	return rendering[d.Rendering] + map[fit.Layout]string{fit.Beside: "b", fit.Below: "u", fit.Alone: "a"}[d.Layout]
}

// module is the size of a module in pixels.
type module struct{ short, long float64 }

// moduleOf returns the size of the modules of a drawing. Half blocks and images that
// survive a video call count as equally large.
func moduleOf(d fit.Drawing, cell image.Point) module {
	if cell == (image.Point{}) {
		cell = image.Pt(8, 17)
	}
	x, y := float64(cell.X), float64(cell.Y)
	of := func(w, h float64) module { return module{min(w, h), max(w, h)} }
	switch pixels := float64(d.Scale.Pixels); {
	case d.Layout == fit.None:
		return module{}
	case d.Rendering == fit.Image && pixels < qr.GoodPixels:
		return of(pixels, pixels)
	case d.Rendering == fit.Sextants:
		return of(x/2, y/3)
	case d.Rendering == fit.Octants:
		return of(x/2, y/4)
	default:
		return module{1000, 1000}
	}
}

func (m module) less(other module) bool {
	return m.short < other.short || m.short == other.short && m.long < other.long
}

func TestALargerWindowNeverGetsSmallerModules(t *testing.T) {
	for _, a := range abilities {
		t.Run(a.name, func(t *testing.T) {
			t.Parallel()
			for _, bytes := range lengths {
				for _, alone := range []bool{false, true} {
					neverSmaller(t, a, bytes, alone)
				}
			}
		})
	}
}

// neverSmaller compares every window with those that have a row or a column less.
func neverSmaller(t *testing.T, a ability, bytes int, alone bool) {
	t.Helper()
	const cols, rows = 200, 60
	code := encoded(t, bytes)
	best := func(cols, rows int) module {
		term := able(cols, rows, a)
		r := asked(term, bytes)
		r.Alone = alone
		if ladder := fit.Ladder(code, term, r); len(ladder) > 0 {
			return moduleOf(ladder[0], a.cell)
		}
		return module{}
	}
	above := make([]module, cols+1) // the window with a row less
	for row := terminal.MinRows; row <= rows; row++ {
		left := module{} // the window with a column less
		for col := terminal.MinCols; col <= cols; col++ {
			m := best(col, row)
			if m.less(left) || m.less(above[col]) {
				t.Fatalf("%s, alone %t: modules of %v after %v and %v", named(col, row, bytes), alone, m, left, above[col])
			}
			left, above[col] = m, m
		}
	}
}

// So that key m never makes modules larger, until it comes to the end.
func TestTheLadderGoesFromLargeModulesToSmallOnes(t *testing.T) {
	all := []fit.Rendering{fit.HalfBlocks, fit.FullCells, fit.Image, fit.Sextants, fit.Octants}
	whole := false // A window was seen in which all fit.
	for _, a := range abilities[:5] {
		for _, bytes := range lengths {
			code := encoded(t, bytes)
			for cols := terminal.MinCols; cols <= 200; cols += 7 {
				for rows := terminal.MinRows; rows <= 60; rows += 3 {
					term := able(cols, rows, a)
					ladder := fit.Ladder(code, term, asked(term, bytes))
					fitting := make([]fit.Rendering, len(ladder))
					for i, d := range ladder {
						fitting[i] = d.Rendering
					}
					whole = whole || slices.Equal(fitting, all)
					for i, d := range ladder[min(1, len(ladder)):] {
						if moduleOf(ladder[i], a.cell).short < moduleOf(d, a.cell).short {
							t.Fatalf("%s, %s: %v", named(cols, rows, bytes), a.name, fitting)
						}
					}
				}
			}
		}
	}
	if !whole {
		t.Error("no window has all")
	}
}

// Both have large modules. The image leaves room for the panel, or is meant to.
func TestAnImageGoesBeforeHalfBlocksThatLeaveNoRoomForThePanel(t *testing.T) {
	code := encoded(t, 230)
	for _, c := range []struct {
		cols, rows int
		pixels     image.Point
		alone      bool
		want       fit.Rendering
	}{
		{120, 40, cell, false, fit.HalfBlocks}, // beside the panel
		{80, 40, cell, false, fit.Image},
		{80, 40, cell, true, fit.HalfBlocks},            // no panel is wanted
		{80, 40, image.Pt(4, 8), false, fit.HalfBlocks}, // the modules of the image are small
		{60, 30, image.Pt(20, 40), false, fit.Image},
	} {
		term := window(c.cols, c.rows, qr.Kitty, c.pixels)
		r := asked(term, 230)
		r.Alone = c.alone
		d, fitting := fit.Fit(code, term, r)
		if d.Rendering != c.want || !slices.Contains(fitting, fit.HalfBlocks) || !slices.Contains(fitting, fit.Image) {
			t.Errorf("%dx%d, cell %v, alone %t: rendering %d of %v",
				c.cols, c.rows, c.pixels, c.alone, d.Rendering, fitting)
		}
		r.Chosen = fit.HalfBlocks
		if d, _ := fit.Fit(code, term, r); d.Rendering != fit.HalfBlocks {
			t.Errorf("%dx%d: half blocks cannot be chosen", c.cols, c.rows)
		}
	}
}

func TestMosaicsAreOnlyForTerminalsThatDrawThem(t *testing.T) {
	code := encoded(t, 285)
	for answer, want := range map[string][]fit.Rendering{
		"":                {},
		"XTerm(390)":      {},
		"Konsole 25.04.2": {fit.Sextants},
		"VTE(8001)":       {fit.Sextants, fit.Octants},
	} {
		term := able(80, 24, ability{answer: answer})
		if _, fitting := fit.Fit(code, term, asked(term, 285)); !slices.Equal(fitting, want) {
			t.Errorf("%s: %v", answer, fitting)
		}
	}
}

func TestACodeOf640BytesInOctantsStandsBesideThePanelIn80Columns(t *testing.T) {
	term := able(80, 24, ability{answer: "VTE(8001)"})
	r := asked(term, 640)
	d, _ := fit.Fit(encoded(t, 640), term, r)
	if d.Rendering != fit.Octants || d.Layout != fit.Beside || d.Size != (qr.Size{Cols: 45, Rows: 22}) {
		t.Errorf("rendering %d, layout %d, %v", d.Rendering, d.Layout, d.Size)
	}
	check(t, d, term, r)
}

// The smallest window is that of the smallest modules that the terminal draws.
func TestTheNeedIsThatOfTheSmallestModules(t *testing.T) {
	for answer, want := range map[string]qr.Size{
		"": {Cols: 89, Rows: 45}, "Konsole 25.04.2": {Cols: 45, Rows: 31}, "VTE(8001)": {Cols: 45, Rows: 23},
	} {
		term := able(40, 20, ability{answer: answer})
		if d, _ := fit.Fit(encoded(t, 640), term, asked(term, 640)); d.Need != want {
			t.Errorf("%q: %v", answer, d.Need)
		}
		term = able(want.Cols, want.Rows, ability{answer: answer})
		d, _ := fit.Fit(encoded(t, 640), term, asked(term, 640))
		if check(t, d, term, asked(term, 640)); d.Layout != fit.Alone {
			t.Errorf("%q: layout %d", answer, d.Layout)
		}
	}
}
