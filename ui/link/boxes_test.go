package link_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// boxed reports whether the panel stands in boxes.
func (g *stage) boxed() bool { return strings.Contains(g.shown(), "╭─ ✓ "+g.s.Text.Link.Title) }

func TestThePanelStandsInBoxesOnlyWhereAllOfItFits(t *testing.T) {
	for _, c := range []struct {
		window [2]int
		bytes  int
		boxed  bool
	}{
		{[2]int{120, 40}, 230, true},
		{[2]int{120, 50}, 400, true},
		{[2]int{120, 50}, 230, true},
		{[2]int{120, 20}, short, false},
		{[2]int{80, 24}, short, false},
		{[2]int{80, 40}, short, false},
	} {
		for _, status := range []klavi.ConsentStatus{"", klavi.AwaitingBank, klavi.Rejected} {
			g := raise(t, c.window, c.bytes, func(c *screen.Config) { c.Place.Demo = true })
			if status != "" {
				g.s.Deliver(g.on, g.s.Saw(g.link, fake.Bank, status))
			}
			if g.boxed() != c.boxed {
				t.Errorf("%v, %d bytes, %q: boxed is %t\n%s", c.window, c.bytes, status, !c.boxed, g.shown())
			}
			if c.boxed && strings.Count(g.shown(), "╭") != strings.Count(g.shown(), "╰") {
				t.Errorf("%v, %q: a box is cut\n%s", c.window, status, g.shown())
			}
		}
	}
}

// The URL is marked with the mouse, so nothing may stand beside it but the code.
func TestTheURLStandsInNoBox(t *testing.T) {
	g := raise(t, [2]int{120, 40}, 230)
	for line := range strings.Lines(g.shown()) {
		if strings.Contains(line, "xxxx") && strings.Contains(line, "│") {
			t.Errorf("%q", line)
		}
	}
	g.sees(g.link.URL.Reveal())
}

func TestThePanelHasTheSentenceToSayAtEachStage(t *testing.T) {
	for _, status := range []klavi.ConsentStatus{
		"", klavi.Started, klavi.AwaitingBank, klavi.AwaitingLGPD, klavi.Failed, klavi.Rejected,
	} {
		g := raise(t, [2]int{120, 40}, 230)
		if status != "" {
			g.s.Saw(g.link, fake.Bank, status)
		}
		g.sees(fmt.Sprintf(g.s.Text.Journey.SayF, g.s.Text.Spoken(status)))
	}
}

func TestNoLineOfABoxIsWiderThanTheWindow(t *testing.T) {
	for cols := 100; cols <= 160; cols += 4 {
		g := raise(t, [2]int{cols, 44}, 230)
		for line := range strings.Lines(g.shown()) {
			if got := ansi.StringWidth(strings.TrimRight(line, "\n")); got > cols {
				t.Errorf("%d columns: a line of %d", cols, got)
			}
		}
	}
}
