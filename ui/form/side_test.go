package form_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// spread shows the form in a window of so many columns.
func (g *stage) spread(cols, rows int) *stage {
	g.area = g.s.Resize(g.on, cols, rows)
	return g
}

func TestAWideWindowShowsWhatWillBeSentAndTheLinksOfTheSession(t *testing.T) {
	r := klavi.LinkRequest{PersonalTaxID: fake.CPF, Email: fake.Email, InstitutionCode: "341"}
	words := fake.New().Text
	for cols, wide := range map[int]bool{60: false, 119: false, 120: true, 200: true} {
		g := raise(t, r).spread(cols, 40)
		link := g.s.Made()
		g.s.Saw(link, fake.Bank, klavi.AwaitingBank)
		if !wide {
			g.doesNotSee(words.Journey.Session)
			continue
		}
		g.sees(words.Journey.Session, "Itaú (341)", "•••.982.247-••", "vence às 14:30")
		g.sees("● 14:00  Nubank: " + words.Status.AwaitingBank)
	}
}

// No tick moves the form, so a breath would come and go with the keys.
func TestTheSideHoldsItsBreath(t *testing.T) {
	g := raise(t, person).spread(120, 40)
	g.s.Made()
	before := g.shown()
	g.s.Clock.Advance(time.Second)
	if g.shown() != before {
		t.Errorf("after a second it shows\n%s", g.shown())
	}
}

// Others may see the screen, so the side hides also what the field shows.
func TestTheSideNeverShowsWhatIsPersonal(t *testing.T) {
	g := raise(t, klavi.LinkRequest{PersonalTaxID: fake.CPF, Email: fake.Email, Phone: fake.Phone}).spread(120, 40)
	g.press("ctrl+r")
	for line := range strings.Lines(g.shown()) {
		_, side, _ := strings.Cut(line, "│ │")
		for _, private := range []string{"529", "ana@", "98765"} {
			if strings.Contains(side, private) {
				t.Errorf("%q is in %q", private, side)
			}
		}
	}
}

func TestTheSideCountsTheLinksThatHaveNoRoom(t *testing.T) {
	g := raise(t, person).spread(120, 24)
	for range 9 {
		g.s.Made()
	}
	g.sees(fmt.Sprintf(g.s.Text.Journey.MoreF, 7))
	g.s.Clock.Advance(fake.Lifetime)
	g.sees(g.s.Text.Journey.Over)
}

func TestNoLineIsWiderThanTheWindowOrLongerThanTheRoom(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {119, 24}, {120, 24}, {120, 50}, {200, 60}} {
		g := raise(t, callbacks(7)).spread(size[0], size[1])
		for range 9 {
			g.s.Made()
		}
		for step := range draft.Steps {
			g.at(draft.Step(step))
			lines := strings.Split(g.shown(), "\n")
			lines = lines[:len(lines)-1] // the status, which is empty
			if len(lines) > g.area.Rows+1 {
				t.Errorf("%v: %d lines", size, len(lines))
			}
			for _, line := range lines {
				if ansi.StringWidth(line) > size[0]-1 {
					t.Errorf("%v: %q is too wide", size, line)
				}
			}
		}
	}
}

func TestTheHeaderCountsTheLinksThatWaitAndThoseThatAreAuthorised(t *testing.T) {
	g := raise(t, person)
	if got := g.on.Aspects().Place; got != "" {
		t.Errorf("at first %q", got)
	}
	g.s.Saw(g.s.Made(), fake.Bank, klavi.Authorised)
	g.s.Made()
	g.s.Clock.Advance(time.Minute)
	want := screen.Aspects{Place: fmt.Sprintf(g.s.Text.Journey.CountsF, 1, 1)}
	if got := g.on.Aspects(); got.Place != want.Place {
		t.Errorf("%q, want %q", got.Place, want.Place)
	}
	g.s.Clock.Advance(fake.Lifetime)
	if got, want := g.on.Aspects().Place, fmt.Sprintf(g.s.Text.Journey.CountsF, 0, 1); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
