package link_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func TestAnAuthorisationSaysHowLongItTookAndWhatToSay(t *testing.T) {
	g := raise(t, beside, short)
	g.s.Clock.Advance(102 * time.Second)
	g.s.Saw(g.link, "341", klavi.Authorised)
	g.moves(flow.Authorise, screen.Handover{})
	words := &g.s.Text.Journey
	g.sees(fmt.Sprintf(words.TookF, 1, 42), fmt.Sprintf(words.SayF, g.s.Text.Say.Authorised))
	g.s.Clock.Advance(time.Minute)
	g.s.Saw(g.link, "341", klavi.Revoked)
	g.doesNotSee(g.s.Text.Say.Authorised)
}

// The windows are those of the golden screens. What is cut would lose its lower border.
func TestAnAuthorisationIsCutInNoWindow(t *testing.T) {
	for _, window := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
		for _, banks := range [][]string{{"341"}, {"341", "104"}, {"341", "104", "237"}} {
			g := raise(t, window, short)
			for _, bank := range banks {
				g.s.Saw(g.link, bank, klavi.Authorised)
			}
			g.moves(flow.Authorise, screen.Handover{})
			if rows := height(strings.TrimRight(g.on.View(g.area).Body, " \n")); rows > g.area.Rows {
				t.Errorf("%v, %d banks: %d rows in %d:\n%s", window, len(banks), rows, g.area.Rows, g.shown())
			}
		}
	}
}

func height(s string) int { return strings.Count(s, "\n") + 1 }

func TestTheWayToAnAuthorisationNamesTheBank(t *testing.T) {
	g := raise(t, wide, short)
	g.s.Saw(g.link, fake.Bank, klavi.Authorised)
	g.moves(flow.Authorise, screen.Handover{})
	g.sees("Nubank: " + g.s.Text.Status.Authorised)
}
