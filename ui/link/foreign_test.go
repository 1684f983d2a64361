package link_test

import (
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/link"
	"klavilink/ui/screen"
)

// raiseForeign shows a link that opens at a host that is not known.
func raiseForeign(t *testing.T, window [2]int, bytes int, host string) *stage {
	t.Helper()
	g := &stage{t: t, pages: &fake.Pages{}}
	g.s = fake.New()
	made := g.s.Sample()
	made.Foreign = host
	made.URL += klavi.Secret(strings.Repeat("x", bytes-short))
	g.link = g.s.Add(made)
	g.on = link.New(g.s.Session)
	g.resize(window)
	g.moves(flow.Created, screen.Handover{Link: g.link})
	return g
}

func TestAForeignHostIsNamedInEveryLayout(t *testing.T) {
	const whole = "Este link abre em evil.example. Esse endereço não é da Klavi"
	for _, tt := range []struct {
		name   string
		window [2]int
		bytes  int
		coded  bool
		chrome screen.Chrome
		words  string
	}{
		{"beside", wide, short, true, screen.Tight, whole},
		{"below", [2]int{60, 28}, short, true, screen.Tight, whole},
		{"alone", alone, short, true, screen.Bare, "! evil.example não é da Klavi"},
		{"without a code", alone, long, false, screen.Framed, whole},
	} {
		g := raiseForeign(t, tt.window, tt.bytes, "evil.example")
		if g.coded() != tt.coded || g.on.View(g.area).Chrome != tt.chrome {
			t.Errorf("%s: another layout:\n%s", tt.name, g.shown())
		}
		g.sees(tt.words)
	}
}

func TestAForeignHostIsNamedOnASharedScreen(t *testing.T) {
	g := raiseForeign(t, wide, short, "evil.example")
	g.press("p")
	g.sees("! evil.example não é da Klavi")
}

func TestTheWarningLeavesRoomForTheWholeCodeAndURL(t *testing.T) {
	host := strings.Repeat("a.", 100) + "evil.example"
	for cols := 60; cols <= 120; cols += 10 {
		for rows := 20; rows <= 50; rows++ {
			g := raiseForeign(t, [2]int{cols, rows}, 230, host)
			frame := g.on.View(g.area)
			room := map[screen.Chrome]int{screen.Framed: rows - 3, screen.Tight: rows - 2, screen.Bare: rows - 1}[frame.Chrome]
			if n := strings.Count(frame.Body, "\n") + 1; n > room {
				t.Errorf("%dx%d: %d rows for %d", cols, rows, n, room)
			}
			if !strings.Contains(squeezed(fake.Shown(frame)), "evil.example") {
				t.Errorf("%dx%d: the host's end is missing in\n%s", cols, rows, g.shown())
			}
		}
	}
}

func TestALinkOfAKnownHostHasNoWarning(t *testing.T) {
	for _, window := range [][2]int{wide, beside, below, alone} {
		raise(t, window, short).doesNotSee("não é da Klavi")
	}
}
