package link_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// grows has the terminal be one whose window grows.
func (g *stage) grows() {
	g.s.Update(tea.TerminalVersionMsg{Name: "XTerm(390)"})
	g.on.Update(screen.Refitted{})
}

// written is what a command writes to the terminal.
func written(cmd tea.Cmd) (raw string) {
	for _, msg := range fake.Messages(cmd) {
		if msg, ok := msg.(tea.RawMsg); ok {
			raw += fmt.Sprint(msg.Msg)
		}
	}
	return raw
}

func TestTheWindowCanGrowOnlyWhereThatBringsTheCode(t *testing.T) {
	for _, c := range []struct {
		name    string
		window  [2]int
		bytes   int
		grows   bool
		offered bool
	}{
		{"no room", alone, long, true, true},
		{"no room, and another terminal", alone, long, false, false},
		{"room", wide, short, true, false},
		{"no code at all", alone, tooLong, true, false},
	} {
		g := raise(t, c.window, c.bytes)
		if c.grows {
			g.grows()
		}
		offered := slices.Contains(strings.Fields(fake.Names(g.on)), "g")
		said := strings.Contains(squeezed(g.shown()), squeezed(g.s.Text.Link.TooBigGrow))
		if offered != c.offered || said != c.offered {
			t.Errorf("%s: the key is there %t, and is named %t", c.name, offered, said)
		}
	}
}

func TestASharedScreenDoesNotSpeakOfAKeyThatItDoesNotHave(t *testing.T) {
	g := raise(t, wide, long)
	g.grows()
	g.press("p")
	g.resize(alone)
	g.keys("? p")
	g.doesNotSee(g.s.Text.Link.TooBigGrow)
}

func TestTheWindowGrowsToWhatTheCodeNeedsAndGoesBackWithIt(t *testing.T) {
	g := raise(t, alone, long)
	g.grows()
	out, cmd := fake.Press(g.on, "g")
	if !fake.Nothing(out) || written(cmd) != "\x1b[8;37;73t" {
		t.Errorf("said %+v, wrote %q", out, written(cmd))
	}
	g.sees("O QR Code não cabe: precisa de 73×37 e a janela tem 60×20.")
	g.resize([2]int{73, 37})
	if !g.coded() {
		t.Errorf("no code:\n%s", g.shown())
	}
	if got := written(g.on.Leave()); got != "\x1b[8;20;60t" {
		t.Errorf("leaving writes %q", got)
	}
}
