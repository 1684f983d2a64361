package qr_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/qr"
)

func TestBlanksAreReadBackOnBothBackgroundsAndHaveNoColour(t *testing.T) {
	for _, n := range []int{30, 230} {
		c, err := qr.Encode(url(n))
		if err != nil {
			t.Fatal(err)
		}
		for _, quiet := range []int{4, 2} {
			for _, light := range []bool{false, true} {
				drawing := c.Blanks(quiet, !light)
				size := c.Size(qr.FullCells, quiet)
				window := qr.Size{Cols: size.Cols + 6, Rows: size.Rows + 2}
				if got, err := readBack(window, light, drawing); got != url(n) {
					t.Errorf("%d bytes, quiet zone %d, light %t: %q %v", n, quiet, light, got, err)
				}
				if strings.Trim(ansi.Strip(drawing), " \n") != "" || strings.Contains(drawing, ";") {
					t.Errorf("%q", drawing)
				}
			}
		}
	}
}
