package link_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// chromeRows are the rows that the frame of a window takes from a view.
func chromeRows(c screen.Chrome) int {
	return map[screen.Chrome]int{screen.Tight: 2, screen.Bare: 1}[c]
}

// A terminal breaks a line that is too long, or cuts it, and then a code does not scan and
// a URL does not open.
func TestInEveryWindowNoLineIsTooLongAndTheURLIsWholeOrAKeyAway(t *testing.T) {
	for _, bytes := range []int{short, 200, long} {
		g := raise(t, wide, bytes)
		g.s.Saw(g.link, fake.Bank, klavi.Started)
		url := g.link.URL.Reveal()
		for cols := 60; cols <= 140; cols += 4 {
			for rows := 20; rows <= 50; rows += 3 {
				g.resize([2]int{cols, rows})
				frame, shown := g.on.View(g.area), g.shown()
				lines := strings.Split(strings.TrimRight(shown, " \n"), "\n")
				for _, line := range lines {
					if width := ansi.StringWidth(strings.TrimRight(line, " ")); width > cols {
						t.Fatalf("%d bytes in %d×%d: a line of %d:\n%s", bytes, cols, rows, width, shown)
					}
				}
				if frame.Chrome == screen.Framed {
					continue // the root cuts what is too high, and the text says which window the code needs
				}
				if room := rows - chromeRows(frame.Chrome); frame.Chrome == screen.Tight && len(lines) > room {
					t.Fatalf("%d bytes in %d×%d: %d lines in %d rows:\n%s", bytes, cols, rows, len(lines), room, shown)
				}
				whole, away := strings.Contains(squeezed(shown), url), strings.Contains(shown, g.s.Text.Keys.ShowURL)
				if frame.Chrome == screen.Tight && !whole && !away {
					t.Fatalf("%d bytes in %d×%d: the URL is neither whole nor a key away:\n%s", bytes, cols, rows, shown)
				}
			}
		}
	}
}

// corner returns the row and the column of the code's upper left corner, and its rows and
// columns with the quiet zone.
func (g *stage) corner() (row, col, rows, cols int) {
	g.t.Helper()
	lines := strings.Split(g.on.View(g.area).Body, "\n")
	for row < len(lines) && !strings.Contains(lines[row], "\x1b[") {
		row++
	}
	before, _, _ := strings.Cut(lines[row], "\x1b[")
	return row, len(before), len(lines) - row, ansi.StringWidth(lines[row]) - len(before)
}

// On a shared screen a customer reads the code off a small picture of it.
func TestOnASharedScreenTheCodeStandsInTheMiddle(t *testing.T) {
	for _, window := range [][2]int{wide, {100, 40}, {140, 50}, beside} {
		g := raise(t, window, short)
		g.press("p")
		row, col, rows, cols := g.corner()
		if want := (window[1] - 1 - rows) / 2; row != want { // a row is for the status
			t.Errorf("%v: row %d, want %d", window, row, want)
		}
		if want := (window[0] - cols) / 2; col != want {
			t.Errorf("%v: column %d, want %d", window, col, want)
		}
		g.press("p")
		if row, col, _, _ := g.corner(); row != 0 || col != 0 {
			t.Errorf("%v: the code of a screen that is not shared stands at %d,%d", window, row, col)
		}
	}
}

func TestACodeThatIsNotPresentedFillsTheLinesOfItsOwnLayout(t *testing.T) {
	g := raise(t, alone, short)
	if row, col, _, cols := g.corner(); row != 0 || col != 0 || cols > alone[0] {
		t.Errorf("the code stands at %d,%d and has %d columns", row, col, cols)
	}
}

// What the panel does not need of its rows is the timeline's.
func TestTheTimelineTakesTheRowsThatTheRestLeaves(t *testing.T) {
	g := raise(t, [2]int{120, 34}, short)
	banks := []string{"341", "104", "237", "033", "001", "348", "318", "769", "748"}
	for _, bank := range banks {
		g.s.Saw(g.link, bank, klavi.Started)
	}
	for rows, want := range map[int]int{24: 5, 25: 6, 27: 8, 29: 10, 50: 10} {
		g.resize([2]int{120, rows})
		events := strings.Count(g.shown(), ": "+g.s.Text.Status.Started)
		if strings.Contains(g.shown(), g.s.Text.Status.Created) {
			events++
		}
		if events != want {
			t.Errorf("%d rows: %d events, want %d:\n%s", rows, events, want, g.shown())
		}
	}
}

func TestTheBannerIsAsWideAsTheWindowAllows(t *testing.T) {
	for _, cols := range []int{60, 80, 120} {
		g := raise(t, [2]int{cols, 24}, short)
		g.s.Saw(g.link, fake.Bank, klavi.Authorised)
		g.moves(flow.Authorise, screen.Handover{})
		for line := range strings.Lines(g.on.View(g.area).Body) {
			plain := strings.TrimRight(ansi.Strip(line), "\n")
			if !strings.Contains(plain, "AUTORIZADO") {
				continue
			}
			left := ansi.StringWidth(plain) - ansi.StringWidth(strings.TrimLeft(plain, " "))
			right := cols - ansi.StringWidth(strings.TrimRight(plain, " "))
			if ansi.StringWidth(plain) != cols-2 || left-right < -1 || left-right > 1 {
				t.Errorf("%d columns: %q is not in the middle", cols, plain)
			}
		}
	}
}
