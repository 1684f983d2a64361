package ui_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/text"
)

// codeRows counts the rows of a screen that have blocks of a code in them.
func codeRows(shown string) (n int) {
	for line := range strings.Lines(shown) {
		if strings.Contains(line, "▄ ▄") || strings.Contains(line, "▄▄▄") {
			n++
		}
	}
	return n
}

// The second link is on the screen when the customer of the first one authorises. The
// windows are those around the least one in which the code stands beside or above the rest.
func TestNewsOfAnotherCustomerTakesNoRowFromTheCode(t *testing.T) {
	inHeader, inFooter := 0, 0
	for _, cols := range []int{66, 80, 92, 100, 120} {
		for rows := 24; rows <= 46; rows++ {
			s := newStage(t, text.Portuguese, [2]int{cols, rows}, scene{})
			s.link(230)
			s.press("n")
			s.link(230)
			before := s.text()
			s.model.LookAt(0, klavi.Authorised, "Nubank")
			after := s.text()
			if got, want := codeRows(after), codeRows(before); got != want || strings.Count(after, "\n")+1 != rows {
				t.Fatalf("%d×%d: %d rows of the code, want %d:\n%s", cols, rows, got, want, after)
			}
			head, _, _ := strings.Cut(after, "\n")
			if ansi.StringWidth(head) > cols {
				t.Errorf("%d×%d: the header is too wide: %q", cols, rows, head)
			}
			switch {
			case strings.Contains(head, "✓ •••"):
				inHeader++
			case strings.Contains(after, "autorizou: Nubank (ctrl+l"):
				inFooter++
			}
		}
	}
	if inHeader == 0 || inFooter == 0 {
		t.Errorf("the news stood in the header %d times and in the footer %d times", inHeader, inFooter)
	}
}
