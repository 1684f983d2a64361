package link_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

// small has the terminal draw sextants and octants.
func (g *stage) small() {
	g.s.Update(tea.TerminalVersionMsg{Name: "VTE(8001)"})
	g.on.Update(screen.Refitted{})
}

func TestAPanelWithoutRoomForTheURLHasTheKeysThatSendTheLink(t *testing.T) {
	for _, c := range []struct {
		window [2]int
		bytes  int
		whole  bool
	}{
		{[2]int{80, 24}, short, true},
		{[2]int{80, 24}, 230, false},
		{[2]int{80, 24}, 540, false},
		{[2]int{80, 24}, 640, false},
		{[2]int{120, 40}, 230, true},
	} {
		g := raise(t, c.window, c.bytes)
		g.small()
		words := &g.s.Text.Link
		g.sees(words.Title, "30:00", g.s.Text.Status.Waiting, g.link.Customer, "Nubank (260)")
		if c.whole {
			g.sees(g.link.URL.Reveal())
			continue
		}
		g.doesNotSee("https")
		g.sees("c copiar link", "t mensagem", "w WhatsApp", "e e-mail", "u ver o link")
	}
}

func TestATicketStandsBesideTheCustomerAndTakesNoRowOfItsOwn(t *testing.T) {
	for _, tt := range []struct {
		ticket string
		shown  bool
	}{{"2024-7", true}, {strings.Repeat("9", 70), false}, {"7\x1b[2J", true}} {
		rows := map[bool]string{}
		for _, asked := range []bool{false, true} {
			g := raise(t, wide, 230, func(c *screen.Config) {
				if asked {
					c.Data.AskTicket("protocolo")
				}
				*c.Data.Text(draft.Ticket) = tt.ticket
			})
			rows[asked] = fake.Shown(g.on.View(g.area))
			if shown := strings.Contains(rows[asked], g.link.Customer+" · Protocolo"); shown != (asked && tt.shown) {
				t.Errorf("%q, asked %v:\n%s", tt.ticket, asked, rows[asked])
			}
		}
		if strings.Count(rows[true], "\n") != strings.Count(rows[false], "\n") || strings.Contains(rows[true], "\x1b") {
			t.Errorf("%q:\n%s", tt.ticket, rows[true])
		}
	}
}

// A panel that is cut would lose what stands at its end.
func TestThePanelIsNeverCut(t *testing.T) {
	for _, demo := range []bool{false, true} {
		for _, bytes := range []int{short, 230, 285, 540, 640} {
			for _, status := range []klavi.ConsentStatus{"", klavi.Started, klavi.Rejected} {
				for rows := 20; rows <= 46; rows++ {
					g := raise(t, [2]int{80, rows}, bytes, func(c *screen.Config) { c.Place.Demo = demo })
					if status != "" {
						g.s.Deliver(g.on, g.s.Saw(g.link, fake.Bank, status))
					}
					g.small()
					frame := g.on.View(g.area)
					shown := ansi.Strip(frame.Body)
					if frame.Chrome != screen.Tight || !strings.Contains(shown, g.s.Text.Link.Title) {
						continue // no panel beside the code
					}
					whole := strings.Contains(shown, "https://")
					offered := strings.Contains(shown, "u ver o link")
					// The URL ends with x.
					if cut := strings.Count(shown, "x") < bytes-short; offered == whole || whole && cut {
						t.Errorf("%d bytes, demo %t, %q, %d rows: URL %t, cut %t, its key %t",
							bytes, demo, status, rows, whole, cut, offered)
					}
				}
			}
		}
	}
}

func TestTheURLIsAKeyAwayWhereItIsNotOnTheScreen(t *testing.T) {
	for _, c := range []struct {
		name    string
		window  [2]int
		bytes   int
		offered bool
	}{
		{"beside, whole", beside, short, false},
		{"beside, without the URL", beside, 230, true},
		{"below", below, short, false},
		{"alone", alone, short, true},
		{"no code", alone, 640, false},
	} {
		g := raise(t, c.window, c.bytes)
		g.small()
		if offered := strings.Contains(" "+fake.Names(g.on)+" ", " u "); offered != c.offered {
			t.Errorf("%s: offered is %t", c.name, offered)
		}
		if !c.offered {
			continue
		}
		out, cmd := fake.Press(g.on, "u")
		if _, ok := out.Open.(*sheet.URL); !ok || cmd != nil {
			t.Errorf("%s: opens %T", c.name, out.Open)
		}
		// It is shown with the copy too, because the agent may have to mark it.
		out, _ = fake.Press(g.on, "c")
		if _, ok := out.Open.(*sheet.URL); !ok {
			t.Errorf("%s: a copy opens %T", c.name, out.Open)
		}
	}
}

// Warnings around the view take rows from the panel. It then leaves out what is needed
// least, and no more than it has to.
func TestThePanelLeavesOutWhatIsNeededLeast(t *testing.T) {
	all := []string{"https://", "Cliente\n", "Mande o link.", "link-1", "--demo-listen"}
	always := []string{"Link pronto", "30:00", "vence às", "•••.982.247-••", "esperando o cliente"}
	ways := []string{"c copiar link", "t mensagem", "w WhatsApp", "e e-mail", "u ver o link"}
	for rows, seen := range map[int]int{ // the last of all that are seen
		40: 5, 27: 5, 26: 4, 24: 4, 23: 3, 21: 3, 20: 3, 16: 3, 15: 1, 13: 1, 12: 0, 6: 0,
	} {
		g := raise(t, beside, 230, func(c *screen.Config) { c.Place.Demo = true })
		g.small()
		g.on.Update(screen.Resized{Area: screen.Area{Cols: 80, Rows: rows - 1}})
		shown := ansi.Strip(g.on.View(g.area).Body) + "\n"
		if blank := !strings.Contains(strings.SplitN(shown, "\n", 2)[0], "Link pronto"); blank != (rows > 20) {
			t.Errorf("%d rows: blanks are %t", rows, blank)
		}
		want := all[len(all)-seen:]
		if seen < len(all) {
			want = append(slices.Clone(want), ways...)
		}
		if rows > 12 {
			want = append(want, always...)
		}
		for _, words := range want {
			if !strings.Contains(shown, words) {
				t.Errorf("%d rows: no %q", rows, words)
			}
		}
		for _, words := range all[:len(all)-seen] {
			if strings.Contains(shown, words) {
				t.Errorf("%d rows: %q is there", rows, words)
			}
		}
	}
}

func TestThePanelBreaksNoKeyFromItsWords(t *testing.T) {
	for cols := 66; cols < 110; cols++ {
		g := raise(t, [2]int{cols, 24}, 230)
		g.small()
		frame := g.on.View(g.area)
		shown := ansi.Strip(frame.Body)
		for _, way := range []string{"c copiar link", "t mensagem", "w WhatsApp", "e e-mail", "u ver o link"} {
			if frame.Chrome == screen.Tight && !strings.Contains(shown, way) && !strings.Contains(shown, "https://") {
				t.Errorf("%d columns: no %q", cols, way)
			}
		}
		for line := range strings.Lines(shown) {
			if n := ansi.StringWidth(strings.TrimRight(line, "\n ")); n >= cols {
				t.Errorf("%d columns: a line of %d", cols, n)
			}
		}
	}
}

func TestWithoutRoomForTheShortestPanelTheCodeStandsAlone(t *testing.T) {
	g := raise(t, beside, short)
	g.small()
	for rows, panel := range map[int]bool{15: true, 12: false} {
		g.resize([2]int{80, rows})
		if frame := g.on.View(g.area); (frame.Chrome == screen.Tight) != panel {
			t.Errorf("%d rows: a panel is there %t", rows, !panel)
		}
	}
}
