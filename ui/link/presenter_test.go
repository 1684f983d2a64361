package link_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// private are the texts that tell whom a link is for, or open it.
func (g *stage) private() []string {
	return []string{
		"529", "982", "247", g.link.Customer, "Nubank", "Itaú", "260", "341", fake.LinkID,
		g.link.URL.Reveal()[:12], "conecte", "eyJhbGci",
	}
}

func TestOnASharedScreenNothingTellsWhomTheLinkIsFor(t *testing.T) {
	phases := map[string]func(*stage){
		"live":    func(*stage) {},
		"started": func(g *stage) { g.s.Saw(g.link, "341", klavi.Started) },
		"refused": func(g *stage) { g.s.Saw(g.link, "341", klavi.Rejected) },
		"authorised": func(g *stage) {
			g.s.Saw(g.link, "341", klavi.Authorised)
			g.moves(flow.Authorise, screen.Handover{})
		},
		"expired": func(g *stage) {
			g.s.Clock.Advance(fake.Lifetime)
			g.moves(flow.Expire, screen.Handover{})
		},
	}
	for name, happens := range phases {
		for _, window := range [][2]int{wide, beside, below, alone, {30, 10}} {
			t.Run(fmt.Sprint(name, window), func(t *testing.T) {
				g := raise(t, wide, short)
				g.press("p")
				g.resize(window)
				happens(g)
				g.doesNotSee(g.private()...)
				if !g.on.Aspects().Shared {
					t.Error("it does not say that the screen is shared")
				}
			})
		}
	}
}

func TestASharedScreenWithoutRoomForTheCodeSaysSoAndNoMore(t *testing.T) {
	g := raise(t, wide, long)
	g.press("p")
	g.resize(alone)
	g.sees("O QR Code não cabe: precisa de", "30:00")
	g.doesNotSee(g.s.Text.Link.TooBigPage)
	g.doesNotSee(g.private()...)
	g.keys("? p")
}

func TestASharedScreenShowsTheCodeTheTimeAndHowFarItIs(t *testing.T) {
	g := raise(t, wide, short)
	g.press("p")
	frame := g.on.View(g.area)
	if frame.Chrome != screen.Bare || !g.coded() {
		t.Errorf("chrome %d and\n%s", frame.Chrome, g.shown())
	}
	g.sees("30:00", g.s.Text.Link.PresenterScan)
	g.s.Saw(g.link, "341", klavi.AwaitingBank)
	g.sees(g.s.Text.Status.AwaitingBank, "● "+g.s.Text.Journey.Bank)
	g.doesNotSee(g.s.Text.Link.PresenterScan)
}

func TestTheSameKeyLeavesTheSharedScreenLiveAndAuthorised(t *testing.T) {
	g := raise(t, wide, short)
	before := g.shown()
	g.press("p")
	g.keys("? p m")
	g.said(g.press("p"))
	if g.shown() != before || g.on.Aspects().Shared {
		t.Errorf("the view is not as it was:\n%s", g.shown())
	}
	g.press("p")
	g.s.Saw(g.link, "341", klavi.Authorised)
	g.moves(flow.Authorise, screen.Handover{})
	g.keys("? p")
	g.sees("✓ AUTORIZADO")
	g.said(g.press("p"))
	g.keys("enter l esc")
	g.sees("Itaú", g.link.Customer)
}

func TestTheScreenStaysSharedForANewLinkWithTheSameData(t *testing.T) {
	for _, tt := range []struct {
		event  flow.Event
		shared bool
	}{{flow.Created, true}, {flow.Reopen, false}} {
		g := raise(t, wide, short)
		g.press("p")
		g.moves(tt.event, screen.Handover{Link: g.s.Made()})
		if got := g.on.Aspects().Shared; got != tt.shared {
			t.Errorf("after %s it is shared: %v", tt.event, got)
		}
	}
}

func TestLeavingALinkForItsDataOrAnotherCustomerEndsTheSharing(t *testing.T) {
	for _, key := range []string{"n", "esc"} {
		g := raise(t, wide, short)
		g.press("p")
		g.moves(flow.Expire, screen.Handover{})
		g.press(key)
		if g.on.Aspects().Shared {
			t.Errorf("after %s the screen is still shared", key)
		}
	}
}

func TestNothingIsSaidOnASharedScreen(t *testing.T) {
	saving := func(c *screen.Config) {
		c.Save = func(string, []byte) (string, error) { return "/tmp/qr.png", nil }
	}
	for _, err := range []error{nil, errors.New("no browser")} {
		g := raise(t, wide, short, saving)
		g.pages.Err, g.pages.Path = err, "/tmp/page.html"
		for _, key := range []string{"c", "o", "s"} {
			_, cmd := fake.Press(g.on, key)
			messages := fake.Messages(cmd)
			g.press("p")
			for _, msg := range messages {
				g.said(g.s.Deliver(g.on, msg))
			}
			g.press("p")
			if said := g.press(key); len(said) == 0 {
				t.Errorf("%s says nothing on a screen that is not shared either", key)
			}
		}
	}
}

// What stands at the right of the code, or above it and below it, leaves it where it is.
func TestASharedScreenHasLargeDigitsTheCompanyAndTheJourneyWhereTheyFit(t *testing.T) {
	for _, c := range []struct {
		window [2]int
		large  bool
	}{{wide, true}, {beside, true}, {[2]int{60, 50}, true}, {alone, false}, {[2]int{60, 24}, false}} {
		g := raise(t, c.window, short, func(c *screen.Config) { c.Company = "Loja Exemplo" })
		g.press("p")
		shown := g.shown()
		for _, want := range []string{"Loja Exemplo", screen.Large("30:00")[0], "● " + g.s.Text.Journey.Waiting} {
			if strings.Contains(shown, want) != c.large {
				t.Errorf("%v: %q is there %t:\n%s", c.window, want, !c.large, shown)
			}
		}
		for line := range strings.Lines(shown) {
			if got := ansi.StringWidth(strings.TrimRight(line, "\n ")); got > c.window[0] {
				t.Errorf("%v: a line of %d", c.window, got)
			}
		}
	}
}

func TestASharedScreenNamesNoKeyButTheOneThatListsThem(t *testing.T) {
	g := raise(t, wide, short)
	g.press("p")
	var shown []string
	for _, b := range screen.AppendShown(nil, g.on.Bindings()) {
		shown = append(shown, b.Help().Key)
	}
	if got := strings.Join(shown, " "); got != "?" {
		t.Errorf("keys %q are named", got)
	}
	out, _ := fake.Press(g.on, "?")
	if out.Open == nil {
		t.Fatal("? opens nothing")
	}
	if listed := fake.Shown(out.Open.View(g.area)); !strings.Contains(listed, g.s.Text.Keys.LeavePresenter) {
		t.Errorf("the way out is not listed:\n%s", listed)
	}
}

func TestASharedScreenIsNeverWiderThanItsWindow(t *testing.T) {
	for cols := 60; cols <= 140; cols++ {
		g := raise(t, wide, short, func(c *screen.Config) { c.Company = "Loja Exemplo de Comércio" })
		g.press("p")
		g.resize([2]int{cols, 40})
		for line := range strings.Lines(g.shown()) {
			if got := ansi.StringWidth(strings.TrimRight(line, "\n ")); got > cols {
				t.Fatalf("a line of %d in %d columns: %q", got, cols, line)
			}
		}
	}
}
