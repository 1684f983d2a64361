package fit_test

import (
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"klavilink/ui/fit"
	"klavilink/ui/qr"
)

func TestACodeIsDrawnInTheColoursThatTheTerminalShows(t *testing.T) {
	code := encoded(t, 90)
	const quiet = 4
	for profile, want := range map[colorprofile.Profile]string{
		colorprofile.TrueColor: code.Cells(qr.HalfBlocks, quiet, qr.TrueColor),
		colorprofile.ANSI256:   code.Cells(qr.HalfBlocks, quiet, qr.Indexed),
		colorprofile.ANSI:      code.Cells(qr.HalfBlocks, quiet, qr.Indexed),
		colorprofile.ASCII:     code.Glyphs(qr.HalfBlocks, quiet, true),
		colorprofile.NoTTY:     code.Glyphs(qr.HalfBlocks, quiet, true),
	} {
		term := plain(120, 40)
		term.Update(tea.ColorProfileMsg{Profile: profile})
		if d, _ := fit.Fit(code, term, asked(term, 90)); d.Code != want {
			t.Errorf("%v: drawn as\n%s", profile, d.Code)
		}
	}
}

// Without colours the blocks are the light modules on a dark background, and the
// dark ones on a light background.
func TestACodeWithoutColoursDependsOnTheBackgroundAndCanBeSwapped(t *testing.T) {
	code := encoded(t, 90)
	for _, c := range []struct {
		background   color.Color
		inverted     bool
		lightModules bool
	}{{color.Black, false, true}, {color.White, false, false}, {color.Black, true, false}, {color.White, true, true}} {
		term := plain(120, 40)
		term.Update(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
		term.Update(tea.BackgroundColorMsg{Color: c.background})
		r := asked(term, 90)
		r.Inverted = c.inverted
		d, _ := fit.Fit(code, term, r)
		if want := code.Glyphs(qr.HalfBlocks, 4, c.lightModules); d.Code != want {
			t.Errorf("%v, inverted %t: drawn as\n%s", c.background, c.inverted, d.Code)
		}
	}
}

func TestInversionChangesNothingWhereThereAreColours(t *testing.T) {
	code, term := encoded(t, 90), plain(120, 40)
	r := asked(term, 90)
	as, _ := fit.Fit(code, term, r)
	r.Inverted = true
	if inverted, _ := fit.Fit(code, term, r); inverted != as {
		t.Error("it is drawn otherwise")
	}
}

func TestFullCellsAreDrawnWithoutAnyBlock(t *testing.T) {
	code, term := encoded(t, 90), plain(160, 50)
	r := asked(term, 90)
	r.Chosen = fit.FullCells
	d, _ := fit.Fit(code, term, r)
	if want := code.Cells(qr.FullCells, 4, qr.TrueColor); d.Code != want {
		t.Errorf("drawn as\n%s", d.Code)
	}
}

func TestUnderAnImageThereAreBlanks(t *testing.T) {
	code, term := encoded(t, 400), window(80, 24, qr.Kitty, cell)
	d, _ := fit.Fit(code, term, asked(term, 400))
	if d.Rendering != fit.Image {
		t.Fatalf("rendering %d", d.Rendering)
	}
	lines := strings.Split(d.Code, "\n")
	for _, line := range lines {
		if line != strings.Repeat(" ", d.Size.Cols) {
			t.Fatalf("%q is not %d blanks", line, d.Size.Cols)
		}
	}
	side := code.Side(d.Scale)
	if cols, rows := d.Size.Cols, d.Size.Rows; cols*cell.X < side || (cols-1)*cell.X >= side ||
		rows*cell.Y < side || (rows-1)*cell.Y >= side || len(lines) != rows {
		t.Errorf("%dx%d cells for an image of %d pixels", cols, rows, side)
	}
}
