package review_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/review"
	"klavilink/ui/screen"
)

// stage is a review in a room.
type stage struct {
	s    *fake.Session
	on   *review.Screen
	area screen.Area
}

func raise(area screen.Area, changes ...func(*screen.Config)) *stage {
	s := fake.New(changes...)
	g := &stage{s, review.New(s.Session), area}
	g.on.Update(screen.Resized{Area: area})
	return g
}

// usual, low and wide are rooms. The lines of the sample fit in all but low.
var (
	usual = screen.Area{Cols: 80, Rows: 40}
	low   = screen.Area{Cols: 80, Rows: 7}
	wide  = screen.Area{Cols: 120, Rows: 40}
)

func (g *stage) shown() string { return fake.Shown(g.on.View(g.area)) }

// press presses a key and runs what it wants.
func (g *stage) press(name string) screen.Outcome {
	out, cmd := fake.Press(g.on, name)
	g.s.Run(g.on, cmd)
	return out
}

// inside returns the title of the panel and, beneath a blank line, what is in it.
func (g *stage) inside() string {
	lines := strings.Split(strings.TrimRight(g.shown(), "\n"), "\n")[1:]
	inside := []string{strings.TrimRight(lines[0], "╮─ "), ""}
	for _, line := range lines[1 : len(lines)-1] {
		line = strings.TrimSuffix(strings.TrimPrefix(line, " │ "), "│")
		inside = append(inside, strings.TrimRight(line, " "))
	}
	return strings.Join(inside, "\n")
}

// The agent reads what goes out, and in one sentence what does not. Names of the API
// are for integrators.
func TestTheReviewSpeaksTheAgentsLanguageUnlessTheTechnicalViewIsOn(t *testing.T) {
	g := raise(usual)
	for _, detailed := range []bool{false, true, false} {
		shown := g.shown()
		for _, technical := range []string{"personalTaxId", "institutionCode", "connectionKey", g.s.Text.Review.Nothing} {
			if strings.Contains(shown, technical) != detailed {
				t.Errorf("%q is there %t", technical, !detailed)
			}
		}
		empty := fmt.Sprintf(g.s.Text.Journey.LeftOutF, "E-mail, Celular, Página de retorno, Link do aplicativo")
		if strings.Contains(shown, strings.TrimSuffix(empty, ".")) == detailed {
			t.Errorf("technical %t: what is empty is named %t:\n%s", detailed, detailed, shown)
		}
		g.press("d")
	}
	g.on.Enter(flow.Finished, screen.Handover{})
	if strings.Contains(g.shown(), "personalTaxId") {
		t.Error("the next review is technical too")
	}
}

func TestTheReviewShowsWhatIsSentWithTheAPIsNamesAndNothingPersonal(t *testing.T) {
	g := raise(wide, fake.Typed(klavi.LinkRequest{
		PersonalTaxID: fake.CPF, Email: fake.Email, Phone: fake.Phone,
		InstitutionCode: "341", RedirectURL: "https://exemplo.com/volta",
		ExternalInfo: json.RawMessage(`{"protocol":"7"}`),
	}))
	g.press("d")
	shown := g.shown()
	for _, want := range []string{
		g.s.Text.Review.Title, "1 " + g.s.Text.Step.Customer, "4 " + g.s.Text.Step.More,
		"•••.982.247-••", "personalTaxId", "Itaú (341)", "institutionCode",
		"https://exemplo.com/volta", "redirectURL", "protocol", g.s.Text.Review.Nothing,
	} {
		if !strings.Contains(shown, want) {
			t.Errorf("no %q in\n%s", want, shown)
		}
	}
	for _, part := range []string{"529", "ana@", "98765"} {
		if strings.Contains(shown, part) {
			t.Errorf("%q is in\n%s", part, shown)
		}
	}
}

func TestWhatIsPersonalIsRevealedForAWhile(t *testing.T) {
	g := raise(usual)
	if out := g.press("ctrl+r"); !fake.Nothing(out) || !strings.Contains(g.shown(), fake.CPF) {
		t.Errorf("ctrl+r gives %+v and\n%s", out, g.shown())
	}
	g.press("ctrl+r")
	if strings.Contains(g.shown(), fake.CPF) {
		t.Error("a second ctrl+r does not hide it")
	}
	g.press("ctrl+r")
	g.s.Wait(g.on, 10*time.Second)
	if strings.Contains(g.shown(), fake.CPF) {
		t.Error("it stays in the clear")
	}
}

func TestProductionIsAskedForOnceASession(t *testing.T) {
	question := fake.New().Text.Review.AskProduction
	for _, tt := range []struct {
		name  string
		place screen.Place
		made  bool
		want  string
	}{
		{"the first link in production", screen.Place{Env: klavi.Production}, false, question},
		{"a later link in production", screen.Place{Env: klavi.Production}, true, ""},
		{"a demo", screen.Place{Env: klavi.Production, Demo: true}, false, ""},
		{"the sandbox", screen.Place{Env: klavi.Sandbox}, false, ""},
	} {
		g := raise(usual, func(c *screen.Config) { c.Place = tt.place })
		if tt.made {
			g.s.Made()
		}
		for _, b := range g.on.Bindings() {
			want := ""
			if b.Help().Key == "enter" {
				want = tt.want
			}
			if b.Confirm != want {
				t.Errorf("%s: %s asks %q", tt.name, b.Help().Key, b.Confirm)
			}
		}
	}
}

func TestTheReviewLeadsToTheLinkAndToEveryStep(t *testing.T) {
	g := raise(usual)
	edit := func(step draft.Step) screen.Outcome {
		return screen.Outcome{Event: flow.Edit, Handover: screen.Handover{Step: step}}
	}
	for key, want := range map[string]screen.Outcome{
		"enter": screen.Go(flow.Submit), "esc": screen.Go(flow.Back),
		"1": edit(0), "2": edit(1), "3": edit(2), "4": edit(3),
		"5": {}, "0": {}, "x": {},
	} {
		if out := g.press(key); out != want {
			t.Errorf("%s gives %+v, want %+v", key, out, want)
		}
	}
}

func TestOnlyKeysThatWorkAreShown(t *testing.T) {
	for _, tt := range []struct {
		name string
		area screen.Area
		data klavi.LinkRequest
		made bool
		want string
	}{
		{"No personal data", usual, klavi.LinkRequest{}, false, "enter 1-4 esc d"},
		{"something personal", usual, klavi.LinkRequest{Email: fake.Email}, false, "enter 1-4 esc ctrl+r d"},
		{"a small room", low, klavi.LinkRequest{}, false, "enter 1-4 esc ↑↓ d"},
		{"a link", usual, klavi.LinkRequest{}, true, "enter 1-4 esc d ctrl+l"},
	} {
		g := raise(tt.area, fake.Typed(tt.data))
		if tt.made {
			g.s.Made()
		}
		if got := fake.Names(g.on); got != tt.want {
			t.Errorf("%s: keys %q, want %q", tt.name, got, tt.want)
		}
	}
	g := raise(usual)
	g.s.Made()
	if out := g.press("ctrl+l"); out.Open == nil {
		t.Errorf("ctrl+l gives %+v", out)
	}
}

func TestLinesThatDoNotFitAreScrolledAndTheTitleSaysWhere(t *testing.T) {
	whole, g := raise(usual), raise(low)
	whole.press("d")
	g.press("d")
	lines := strings.Split(whole.inside(), "\n")[2:]
	room, all := low.Rows-2, len(lines)
	from := 0
	by := map[string]int{"up": -1, "down": 1, "pgup": -10, "pgdown": 10}
	const keys = "up down down up pgdown pgdown pgdown down pgup pgup pgup"
	for key := range strings.FieldsSeq(keys) {
		g.press(key)
		from = min(max(from+by[key], 0), all-room)
		shown := strings.Split(g.inside(), "\n")
		if title := fmt.Sprintf(g.s.Text.Review.ScrollF, from+1, from+room, all); !strings.HasSuffix(shown[0], title) {
			t.Errorf("after %s the title is %q, want %q", key, shown[0], title)
		}
		if !slices.Equal(shown[2:], lines[from:from+room]) {
			t.Errorf("after %s it shows\n%s", key, strings.Join(shown, "\n"))
		}
	}
	if strings.Contains(whole.shown(), fmt.Sprintf(g.s.Text.Review.ScrollF, 1, all, all)) {
		t.Error("the title counts lines that all fit")
	}
}

func TestTheReviewStartsAtTheTopAndKeepsItsPlaceInALargerRoom(t *testing.T) {
	g := raise(low)
	top := g.shown()
	g.press("pgdown")
	g.press("pgdown")
	g.area.Rows++
	g.on.Update(screen.Resized{Area: g.area})
	if rows := strings.Count(strings.TrimRight(g.shown(), " \n"), "\n") + 1; rows != g.area.Rows+1 { // a tight frame
		t.Errorf("%d rows of %d are filled:\n%s", rows, g.area.Rows, g.shown())
	}
	g.area = low
	g.on.Update(screen.Resized{Area: low})
	g.on.Leave()
	g.on.Enter(flow.Finished, screen.Handover{})
	if g.shown() != top {
		t.Errorf("it starts with\n%s", g.shown())
	}
}

func TestAReviewWithoutRoomDoesNotBreak(t *testing.T) {
	for _, area := range []screen.Area{{}, {Cols: 10, Rows: 1}, {Cols: 80, Rows: 2}} {
		g := raise(area)
		g.press("down")
		if !strings.Contains(g.shown(), g.s.Text.Review.Title) {
			t.Errorf("%+v: it shows\n%s", area, g.shown())
		}
	}
}

func TestALongValueIsWrappedAndHarmless(t *testing.T) {
	g := raise(usual, fake.Typed(klavi.LinkRequest{ConnectionKey: strings.Repeat("k", 100) + "\x1b[31m"}))
	shown := g.shown()
	if n := strings.Count(shown, "k"); n < 100 {
		t.Errorf("%d of 100 characters are shown", n)
	}
	if strings.Contains(g.on.View(g.area).Body, "\x1b[31m") {
		t.Error("an escape sequence reaches the terminal")
	}
	for line := range strings.Lines(shown) {
		if width := ansi.StringWidth(strings.TrimRight(line, "\n")); width > usual.Cols {
			t.Errorf("%d columns: %q", width, line)
		}
	}
}

func TestEnteringGetsReadyForTheLink(t *testing.T) {
	g := raise(usual)
	g.s.API.Trouble = &klavi.Error{Kind: klavi.KindNetwork}
	g.s.API.Consented = []klavi.Consent{{InstitutionCode: fake.Bank, Status: klavi.Authorised}}
	g.s.Run(g.on, g.on.Enter(flow.Finished, screen.Handover{}))
	want := []string{fmt.Sprintf(g.s.Text.Status.AlreadyF, "Nubank"), g.s.Text.Frame.EarlyNetwork}
	if got := g.on.Aspects().Warnings; !slices.Equal(got, want) {
		t.Errorf("warnings %q, want %q", got, want)
	}
	if g.s.Terminal.Probe() != nil {
		t.Error("the terminal was not asked what it shows")
	}
}

func TestNothingElseHappensOnTheScreen(t *testing.T) {
	g := raise(usual)
	for _, msg := range []any{nil, screen.Woken{}, desk.Change{}, fake.Key("x")} {
		if out, cmd := g.on.Update(msg); !fake.Nothing(out) || cmd != nil {
			t.Errorf("%v gives %+v", msg, out)
		}
	}
	if a := g.on.Aspects(); a.ConfirmQuit != "" || a.Place != "" || a.Shared {
		t.Errorf("aspects %+v", a)
	}
	if g.on.Leave() != nil {
		t.Error("leaving does something")
	}
}
