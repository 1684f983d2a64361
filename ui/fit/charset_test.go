package fit_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/fit"
	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

func TestATerminalOfASCIIShowsOnlyBlanksAndImages(t *testing.T) {
	code := encoded(t, 90)
	for charset, want := range map[terminal.Charset][]fit.Rendering{
		terminal.Unicode: {fit.HalfBlocks, fit.FullCells, fit.Image, fit.Sextants, fit.Octants},
		terminal.Letters: {fit.HalfBlocks, fit.FullCells, fit.Image, fit.Sextants, fit.Octants},
		terminal.ASCII:   {fit.FullCells, fit.Image},
	} {
		term := window(300, 100, qr.Kitty, cell)
		term.Mosaics, term.Charset = terminal.Octants, charset
		_, fitting := fit.Fit(code, term, fit.Request{})
		if !slices.Equal(fitting, want) {
			t.Errorf("%d: %v, want %v", charset, fitting, want)
		}
	}
}

func TestACodeOfBlanksHasNothingButBlanksInEveryColour(t *testing.T) {
	code := encoded(t, 90)
	for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI256, colorprofile.TrueColor} {
		term := plain(200, 90)
		term.Charset = terminal.ASCII
		term.Update(tea.ColorProfileMsg{Profile: profile})
		drawing, _ := fit.Fit(code, term, fit.Request{})
		if strings.ContainsFunc(drawing.Code, func(r rune) bool { return r > 0x7e }) || drawing.Rendering != fit.FullCells {
			t.Errorf("%v: %d\n%q", profile, drawing.Rendering, drawing.Code)
		}
	}
}

func TestAWindowOfASCIIIsTooSmallUntilTheBlanksFit(t *testing.T) {
	code := encoded(t, 90)
	term := plain(80, 24)
	term.Charset = terminal.ASCII
	drawing, fitting := fit.Fit(code, term, fit.Request{})
	if len(fitting) != 0 || drawing.Code != "" {
		t.Fatalf("%v fits", fitting)
	}
	term = plain(drawing.Need.Cols, drawing.Need.Rows)
	term.Charset = terminal.ASCII
	if _, fitting := fit.Fit(code, term, fit.Request{}); len(fitting) != 1 {
		t.Errorf("%v fits the window that is needed, which is %v", fitting, drawing.Need)
	}
	term = plain(drawing.Need.Cols-1, drawing.Need.Rows)
	term.Charset = terminal.ASCII
	if _, fitting := fit.Fit(code, term, fit.Request{}); len(fitting) != 0 {
		t.Errorf("%v fits a smaller window", fitting)
	}
}
