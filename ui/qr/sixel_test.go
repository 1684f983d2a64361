package qr_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"klavilink/ui/qr"
)

// sixelRun matches a sixel that is repeated, and a sixel that stands alone.
var sixelRun = regexp.MustCompile(`!(\d+)([?-~])|[?-~]`)

// bands returns the bands of a sixel image. Each has the sixels of the light pass and
// those of the dark pass, one for every column of pixels.
func bands(t *testing.T, drawn string) (all [][2]string) {
	t.Helper()
	_, body, ok := strings.Cut(drawn, "#1;2;0;0;0")
	body, end, ended := strings.Cut(body, "\x1b\\")
	if !ok || !ended || end != "\x1b8" {
		t.Fatalf("%q", drawn)
	}
	for _, band := range strings.Split(body, "-") {
		var passes [2]string
		for i, pass := range strings.SplitN(band, "$", 2) {
			sixels, ok := strings.CutPrefix(pass, fmt.Sprint("#", i))
			if !ok {
				t.Fatalf("pass %d: %q", i, pass)
			}
			passes[i] = sixelRun.ReplaceAllStringFunc(sixels, func(run string) string {
				m := sixelRun.FindStringSubmatch(run)
				if m[1] == "" {
					return run
				}
				n, _ := strconv.Atoi(m[1])
				if n < 4 {
					t.Errorf("%s is no shorter than what it stands for", run)
				}
				return strings.Repeat(m[2], n)
			})
			if strings.Contains(sixels, "????") {
				t.Errorf("a run is written in full: %q", sixels)
			}
		}
		all = append(all, passes)
	}
	return all
}

// Pixels below the code would be drawn over what the screen shows there, and a band too
// many scrolls the screen.
func TestASixelImageDrawsEveryPixelOnceAndNoneOutsideOfTheCode(t *testing.T) {
	c, err := qr.Encode(url(90))
	if err != nil {
		t.Fatal(err)
	}
	for pixels := 4; pixels <= 10; pixels++ {
		for _, quiet := range []int{2, 4} {
			s := qr.Scale{Quiet: quiet, Pixels: pixels}
			drawn, err := c.Place(qr.Sixel, 0, 0, s)
			if err != nil {
				t.Fatal(err)
			}
			side, all := c.Side(s), bands(t, drawn)
			if len(all) != (side+5)/6 {
				t.Errorf("%v: %d bands for %d rows of pixels", s, len(all), side)
			}
			for i, passes := range all {
				rows := byte(1<<min(side-6*i, 6) - 1)
				light, dark := passes[0], passes[1]
				if len(light) != side || len(dark) != side {
					t.Fatalf("%v, band %d: %d light and %d dark columns, want %d", s, i, len(light), len(dark), side)
				}
				for x := range light {
					l, d := light[x]-'?', dark[x]-'?'
					if l|d != rows || l&d != 0 {
						t.Fatalf("%v, band %d, column %d: light %b and dark %b, want all of %b once", s, i, x, l, d, rows)
					}
				}
			}
		}
	}
}

func TestTheProbeAsksForCellsThenForKittyImagesThenForAttributes(t *testing.T) {
	var at []int
	for _, part := range []string{qr.ProbeCell, fmt.Sprintf("\x1b_Gi=%d,", qr.ProbeID), "a=q", "\x1b\\", "\x1b[c"} {
		at = append(at, strings.Index(qr.Probe, part))
	}
	for i := range at {
		if at[i] < 0 || i > 0 && at[i] <= at[i-1] {
			t.Errorf("%q has its parts at %v", qr.Probe, at)
		}
	}
}

// An image of another program has another number than ours, which stays the same.
func TestTheImageThatIsRemovedIsTheOneThatWasShown(t *testing.T) {
	c, _ := qr.Encode(url(90))
	drawn, err := c.Place(qr.Kitty, 0, 0, qr.Scale{Quiet: 2, Pixels: 4})
	number := regexp.MustCompile(`i=\d+`)
	shown, removed := number.FindString(drawn), number.FindString(qr.Kitty.Remove())
	if err != nil || shown == "" || shown != removed {
		t.Errorf("shown %s, removed %s, %v", shown, removed, err)
	}
}

func TestAnImageIsDrawnWithItsCornerAtTheCellAndTheCursorComesBack(t *testing.T) {
	c, _ := qr.Encode(url(90))
	for _, p := range []qr.Protocol{qr.Sixel, qr.Kitty} {
		for cell, at := range map[[2]int]string{{0, 0}: "1;1", {1, 3}: "2;4", {20, 0}: "21;1"} {
			drawn, err := c.Place(p, cell[0], cell[1], qr.Scale{Quiet: 2, Pixels: 4})
			if err != nil || !strings.HasPrefix(drawn, "\x1b7\x1b["+at+"H\x1b") || !strings.HasSuffix(drawn, "\x1b8") {
				t.Errorf("protocol %d at %v begins with %.12q, want %s", p, cell, drawn, at)
			}
		}
	}
}

// A code is drawn again whenever the window changes.
func TestACodeIsDrawnInOnePieceOfMemory(t *testing.T) {
	c, _ := qr.Encode(url(400))
	for name, draw := range map[string]func(){
		"true colour": func() { _ = c.Cells(qr.HalfBlocks, 4, qr.TrueColor) },
		"indexed":     func() { _ = c.Cells(qr.HalfBlocks, 4, qr.Indexed) },
		"glyphs":      func() { _ = c.Glyphs(qr.HalfBlocks, 4, true) },
	} {
		if n := testing.AllocsPerRun(10, draw); n > 2 {
			t.Errorf("%s: %.0f pieces", name, n)
		}
	}
}
