package link_test

import (
	"slices"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/link"
	"klavilink/ui/qr"
	"klavilink/ui/screen"
)

// stage is a screen with a link on it.
type stage struct {
	t     *testing.T
	s     *fake.Session
	on    *link.Screen
	link  *desk.Link
	pages *fake.Pages
	area  screen.Area
}

// beside, below and alone are the windows in which the code stands beside, above
// and without what belongs to it. In wide a second rendering fits.
var (
	wide   = [2]int{120, 40}
	beside = [2]int{80, 24}
	below  = [2]int{60, 24}
	alone  = [2]int{60, 20}
)

// short and long are lengths of a URL. The code of a long one has no room in the
// smallest window. No code holds one that is too long.
const (
	short   = len(fake.URL)
	long    = 400
	tooLong = 3000
)

// raise shows a link that was just made, in a window, with a URL of so many bytes.
func raise(t *testing.T, window [2]int, bytes int, changes ...func(*screen.Config)) *stage {
	t.Helper()
	g := &stage{t: t, pages: &fake.Pages{}}
	g.s = fake.New(append([]func(*screen.Config){func(c *screen.Config) { c.Pages = g.pages }}, changes...)...)
	made := g.s.Sample()
	made.URL += klavi.Secret(strings.Repeat("x", bytes-short))
	g.link = g.s.Add(made)
	g.on = link.New(g.s.Session)
	g.resize(window)
	g.moves(flow.Created, screen.Handover{Link: g.link})
	return g
}

// resize gives the window a size.
func (g *stage) resize(window [2]int) { g.area = g.s.Resize(g.on, window[0], window[1]) }

// moves leads to the screen again by an event, as package ui does. It returns the
// event to which that leads at once.
func (g *stage) moves(e flow.Event, h screen.Handover) flow.Event {
	g.s.Run(g.on, g.on.Leave())
	g.s.Run(g.on, g.on.Enter(e, h))
	return g.wake()
}

// wake has the screen look at the clock. It returns the event to which that leads.
func (g *stage) wake() flow.Event {
	g.t.Helper()
	out, cmd := g.on.Update(screen.Woken{})
	if out != screen.Go(out.Event) || cmd != nil {
		g.t.Errorf("waking says %+v", out)
	}
	return out.Event
}

// press presses keys and runs what they want. It returns all that was said.
func (g *stage) press(names ...string) []screen.Outcome {
	var said []screen.Outcome
	for _, name := range names {
		out, cmd := fake.Press(g.on, name)
		if !fake.Nothing(out) {
			said = append(said, out)
		}
		said = append(said, g.s.Run(g.on, cmd)...)
	}
	return said
}

// shown is what is on the screen.
func (g *stage) shown() string { return fake.Shown(g.on.View(g.area)) }

// sees fails the test if a text is not on the screen. A URL may be broken.
func (g *stage) sees(texts ...string) {
	g.t.Helper()
	for _, words := range texts {
		if !strings.Contains(squeezed(g.shown()), squeezed(words)) {
			g.t.Errorf("no %q in\n%s", words, g.shown())
		}
	}
}

// doesNotSee fails the test if a text is on the screen.
func (g *stage) doesNotSee(texts ...string) {
	g.t.Helper()
	for _, words := range texts {
		if strings.Contains(squeezed(g.shown()), squeezed(words)) {
			g.t.Errorf("%q is in\n%s", words, g.shown())
		}
	}
}

// squeezed drops the blanks of a text, the blocks of a code beside it and the sides of
// a box around it.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \n▄│", r) {
			return -1
		}
		return r
	}, s)
}

// coded reports whether the blocks of a code are on the screen.
func (g *stage) coded() bool { return strings.Contains(g.shown(), "▄▄▄") }

// said fails the test if what was said is not what is wanted.
func (g *stage) said(got []screen.Outcome, want ...screen.Outcome) {
	g.t.Helper()
	if !slices.Equal(got, want) {
		g.t.Errorf("said %+v, want %+v", got, want)
	}
}

// keys fails the test if other keys work than those that are wanted.
func (g *stage) keys(want string) {
	g.t.Helper()
	if got := fake.Names(g.on); got != want {
		g.t.Errorf("keys %q, want %q", got, want)
	}
}

// images has the terminal show images.
func (g *stage) images() {
	g.s.Update(uv.CellSizeEvent{Width: 8, Height: 17})
	g.s.Update(uv.KittyGraphicsEvent{Options: kitty.Options{ID: qr.ProbeID}, Payload: []byte("OK")})
	g.on.Update(screen.Refitted{})
}
