package link_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"klavilink/klavi"
	"klavilink/ui/fit"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

func TestWhatStandsAroundTheCodeFollowsTheWindow(t *testing.T) {
	g := raise(t, wide, short)
	facts, title := []string{"30:00", g.link.Customer, "Nubank (260)", fake.URL}, g.s.Text.Link.Title
	for _, tt := range []struct {
		name       string
		window     [2]int
		chrome     screen.Chrome
		sees, gone []string
	}{
		{"beside", beside, screen.Tight, append(slices.Clone(facts), title), nil},
		{"below", below, screen.Tight, facts, []string{title}},
		{"alone", alone, screen.Bare, []string{"30:00"}, []string{g.link.Customer, "https", g.s.Text.Status.Waiting}},
	} {
		g.resize(tt.window)
		if frame := g.on.View(g.area); frame.Chrome != tt.chrome {
			t.Errorf("%s: chrome %d", tt.name, frame.Chrome)
		}
		if !g.coded() {
			t.Errorf("%s: no code", tt.name)
		}
		g.sees(tt.sees...)
		g.doesNotSee(tt.gone...)
	}
	g.s.Saw(g.link, fake.Bank, klavi.Started) // The window is the last one.
	g.sees("restam 30:00 · " + g.s.Text.Status.Started)
}

func TestAWindowThatIsTooSmallShowsTheURLAndWhatItWouldNeed(t *testing.T) {
	for _, tt := range []struct {
		pages screen.Pages
		hint  bool
	}{{&fake.Pages{}, true}, {nil, false}} {
		g := raise(t, alone, long, func(c *screen.Config) { c.Pages = tt.pages })
		if g.coded() || g.on.View(g.area).Chrome != screen.Framed {
			t.Errorf("a code is there:\n%s", g.shown())
		}
		g.sees("O QR Code não cabe: precisa de", "a janela tem 60×20", g.link.URL.Reveal())
		if tt.hint {
			g.sees(g.s.Text.Link.TooBigPage)
		} else {
			g.doesNotSee(g.s.Text.Link.TooBigPage)
		}
	}
}

func TestAURLThatNoCodeHoldsIsShownAsText(t *testing.T) {
	g := raise(t, wide, tooLong, func(c *screen.Config) { c.Save = (&shelf{}).save })
	g.resize([2]int{200, 60})
	g.sees(g.s.Text.Link.NoCode, g.link.URL.Reveal())
	g.keys("n c t w e b l esc ?") // There is no code to save, to present or to open.
}

func TestAnotherDrawingIsChosenInTurn(t *testing.T) {
	g := raise(t, wide, short)
	words := &g.s.Text.Link
	first := g.shown()
	g.said(g.press("m"), screen.Outcome{Notice: fmt.Sprintf(words.DrawnF, words.FullCells, 2, 2), Success: true})
	if g.shown() == first {
		t.Error("the drawing is the same")
	}
	g.said(g.press("m"), screen.Outcome{Notice: fmt.Sprintf(words.DrawnF, words.HalfBlocks, 1, 2), Success: true})
	if g.shown() != first {
		t.Error("the first drawing does not come back")
	}
	g.images()
	g.press("m")
	g.said(g.press("m"), screen.Outcome{Notice: fmt.Sprintf(words.DrawnF, words.Image, 3, 3), Success: true})
	if picture := g.on.Aspects().Picture; picture.Code == nil || g.coded() {
		t.Error("no image is on the screen, or a code in cells is there beside it")
	}
}

func TestTheSmallBlocksHaveNames(t *testing.T) {
	g := raise(t, wide, short)
	g.small()
	words := &g.s.Text.Link
	g.press("m")
	g.said(g.press("m"), screen.Outcome{Notice: fmt.Sprintf(words.DrawnF, words.Sextants, 3, 4), Success: true})
	g.said(g.press("m"), screen.Outcome{Notice: fmt.Sprintf(words.DrawnF, words.Octants, 4, 4), Success: true})
	g.said(g.press("m"), screen.Outcome{Notice: fmt.Sprintf(words.DrawnF, words.HalfBlocks, 1, 4), Success: true})
}

func TestTheImageGoesWithTheCode(t *testing.T) {
	for name, ends := range map[string]func(*stage){
		"leaving":       func(g *stage) { g.on.Leave() },
		"expiry":        func(g *stage) { g.moves(flow.Expire, screen.Handover{}) },
		"authorisation": func(g *stage) { g.moves(flow.Authorise, screen.Handover{}) },
		"a small room":  func(g *stage) { g.resize([2]int{20, 6}) },
	} {
		g := raise(t, wide, short)
		g.images()
		g.press("m", "m")
		if g.on.Aspects().Picture.Code == nil {
			t.Fatal("no image is on the screen")
		}
		ends(g)
		if g.on.Aspects().Picture != (fit.Picture{}) {
			t.Errorf("%s leaves the image", name)
		}
	}
}

func TestAWindowThatChangesElsewhereDrawsNoCode(t *testing.T) {
	g := raise(t, wide, short)
	g.moves(flow.Expire, screen.Handover{})
	g.resize(beside)
	if g.coded() {
		t.Errorf("a code is drawn:\n%s", g.shown())
	}
}

func TestATerminalWithoutColoursSwapsDarkAndLight(t *testing.T) {
	g := raise(t, wide, short)
	g.keys("n c t w e o m p b l esc ?")
	g.s.Update(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
	g.on.Update(screen.Refitted{})
	first := g.shown()
	g.keys("n c t w e o m i p b l esc ?")
	g.said(g.press("i"))
	if g.shown() == first {
		t.Error("nothing is swapped")
	}
	g.press("i")
	if g.shown() != first {
		t.Error("it is not swapped back")
	}
	g.images()
	g.press("m", "m")
	g.keys("n c t w e o m p b l esc ?") // An image has its own colours.
}

func TestALiveLinkOffersOnlyWhatTheWizardCanDo(t *testing.T) {
	g := raise(t, beside, short, func(c *screen.Config) {
		c.Pages, c.NoWhatsApp, c.NoEmail = nil, true, true
	})
	g.keys("n c t p b l esc ?")
	g = raise(t, beside, short, func(c *screen.Config) {
		c.Save = (&shelf{}).save
		c.Play = func(string, string, klavi.ConsentStatus) error { return nil }
	})
	g.keys("n d c t w e o p s b l esc ?")
}

func TestTheMessageTheKeysAndTheListAreSheets(t *testing.T) {
	g := raise(t, beside, short)
	for key, title := range map[string]string{
		"t": g.s.Text.Send.TitleCopy, "w": g.s.Text.Send.TitleWhatsApp, "e": g.s.Text.Send.TitleEmail,
		"?": g.s.Text.Keys.AllKeysTitle, "l": g.s.Text.Links.Title, "ctrl+l": g.s.Text.Links.Title,
	} {
		out, cmd := fake.Press(g.on, key)
		if out.Open == nil {
			t.Errorf("%s opens nothing", key)
			continue
		}
		shown := fake.Shown(out.Open.View(g.area))
		if !strings.Contains(shown, title) {
			t.Errorf("%s: no %q in\n%s", key, title, shown)
		}
		if _, ok := out.Open.(*sheet.Message); ok && (key == "t") != (cmd != nil) {
			t.Errorf("%s copies: %v", key, cmd != nil)
		}
	}
}

func TestTheDemoPlaysTheCustomerOnce(t *testing.T) {
	type step struct {
		id, bank string
		status   klavi.ConsentStatus
	}
	var played []step
	play := func(id, bank string, status klavi.ConsentStatus) error {
		played = append(played, step{id, bank, status})
		return errors.New("the customer has left") // The next look shows it.
	}
	for _, presenting := range []bool{false, true} {
		played = nil
		g := raise(t, beside, short, func(c *screen.Config) { c.Play = play })
		if presenting {
			g.press("p")
			g.keys("? p d")
		}
		g.said(g.press("d"))
		if want := (step{fake.LinkID, fake.Bank, klavi.Started}); len(played) != 1 || played[0] != want {
			t.Errorf("played %v, want %v", played, want)
		}
		for _, b := range g.on.Bindings() {
			if b.Help().Key == "d" {
				t.Error("the customer can be played again")
			}
		}
	}
}
