package link_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/draft"
	"klavilink/ui/screen"
)

// ticketed shows a link with a ticket in a window.
func ticketed(t *testing.T, window [2]int, ticket string) *stage {
	t.Helper()
	return raise(t, window, short, func(c *screen.Config) {
		c.Data.AskTicket("protocolo")
		*c.Data.Text(draft.Ticket) = ticket
	})
}

func TestATicketIsShownIfItFitsToTheLastColumn(t *testing.T) {
	for _, window := range [][2]int{wide, beside} {
		longest := ""
		for n := 1; n <= 60; n++ {
			g := ticketed(t, window, strings.Repeat("9", n))
			shown := strings.Contains(g.shown(), "Protocolo "+strings.Repeat("9", n))
			switch {
			case shown && len(longest) != n-1:
				t.Fatalf("%v: %d digits are shown and %d are not", window, n, n-1)
			case shown:
				longest = strings.Repeat("9", n)
			}
		}
		if longest == "" {
			t.Fatalf("%v: no ticket is shown", window)
		}
		for line := range strings.Lines(ticketed(t, window, longest).shown()) {
			line = strings.TrimRight(line, " \n")
			if _, after, ok := strings.Cut(line, longest); ok && strings.TrimSpace(after) != "" && after != " │" {
				t.Errorf("%v: room is left behind the longest ticket: %q", window, line)
			}
			if ansi.StringWidth(line) > window[0] {
				t.Errorf("%v: a line of %d", window, ansi.StringWidth(line))
			}
		}
	}
}
