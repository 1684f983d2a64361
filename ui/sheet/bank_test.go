package sheet_test

import (
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

func TestTheBanksShowTheOneOfTheLinkAndAreSearched(t *testing.T) {
	s := fake.New()
	b := sheet.NewBank(s.Session, s.Made())
	area := s.Resize(b, 80, 24)
	if shown := fake.Shown(b.View(area)); !strings.Contains(shown, "❯ Nubank") {
		t.Errorf("the bank of the link is not chosen:\n%s", shown)
	}
	fake.Type(b, "itau")
	v := b.View(area)
	if shown := fake.Shown(v); !strings.Contains(shown, "❯ Itaú") || v.Cursor == nil {
		t.Errorf("not found:\n%s", shown)
	}
	if got := *s.Desk.Draft().Text(draft.Institution); got != fake.Bank {
		t.Errorf("the data has %q before enter", got)
	}
	if out, _ := fake.Press(b, "esc"); !fake.Nothing(out) {
		t.Errorf("esc says %+v and does not only clear the search", out)
	}
	if out, _ := fake.Press(b, "esc"); out != (screen.Outcome{Close: true}) {
		t.Errorf("esc says %+v", out)
	}
}

func TestEnterAsksForALinkAtTheBankThatIsChosen(t *testing.T) {
	s := fake.New()
	old := s.Made()
	b := sheet.NewBank(s.Session, old)
	fake.Press(b, "down")
	fake.Type(b, "zz zz")
	if out, _ := fake.Press(b, "enter"); !fake.Nothing(out) {
		t.Errorf("nothing is chosen, and enter says %+v", out)
	}
	fake.Press(b, "esc")
	fake.Type(b, "itau")
	if out, _ := fake.Press(b, "enter"); out != screen.Go(flow.Submit) {
		t.Errorf("enter says %+v", out)
	}
	if got := s.Desk.Draft().Request(); got.InstitutionCode != "341" || got.PersonalTaxID != "52998224725" {
		t.Errorf("the data has bank %q", got.InstitutionCode)
	}
	if s.Add(klavi.Link{ID: "2", ExpireIn: fake.Lifetime}); !old.Replaced() {
		t.Error("the old link is not replaced")
	}
}

func TestTheSameBankMakesNoNewLink(t *testing.T) {
	s := fake.New()
	if out, _ := fake.Press(sheet.NewBank(s.Session, s.Made()), "enter"); out != (screen.Outcome{Close: true}) {
		t.Errorf("enter says %+v", out)
	}
}

func TestTheListOfBanksIsWalkedAndFitsItsRoom(t *testing.T) {
	s := fake.New()
	b := sheet.NewBank(s.Session, s.Made())
	if got := fake.Names(b); got != "enter ↑↓ esc" {
		t.Errorf("keys %q", got)
	}
	chosen := func(area screen.Area) string {
		_, after, _ := strings.Cut(fake.Shown(b.View(area)), "❯ ")
		return strings.Join(strings.Fields(after)[:1], "")
	}
	area := s.Resize(b, 80, 24)
	first := chosen(area)
	fake.Press(b, "down")
	if second := chosen(area); second == first {
		t.Errorf("down stays at %q", first)
	}
	fake.Press(b, "up")
	if again := chosen(area); again != first {
		t.Errorf("up leads to %q", again)
	}
	for _, window := range [][2]int{{60, 20}, {80, 24}, {200, 60}} {
		area := s.Resize(b, window[0], window[1])
		shown := strings.TrimRight(fake.Shown(b.View(area)), "\n ")
		widest := 0
		for line := range strings.Lines(shown) {
			widest = max(widest, ansi.StringWidth(strings.TrimRight(line, " \n")))
		}
		rows := strings.Count(shown, "\n") + 1
		if rows > area.Rows || rows < min(area.Rows, 18)-1 || widest > min(area.Cols, 101) {
			t.Errorf("%v: %d rows of %d, %d columns", window, rows, area.Rows, widest)
		}
	}
}

func TestTheBanksTakeTheStylesOfAnotherBackground(t *testing.T) {
	s := fake.New()
	b := sheet.NewBank(s.Session, s.Made())
	area := s.Resize(b, 80, 24)
	s.Update(tea.BackgroundColorMsg{Color: color.White})
	b.Update(screen.Refitted{})
	fresh := sheet.NewBank(s.Session, s.Desk.Links()[0])
	fresh.Update(screen.Resized{Area: area})
	if got, want := b.View(area).Body, fresh.View(area).Body; got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestTheTitleAndTheNoteOfTheBanksAreCutAtTheEdge(t *testing.T) {
	s := fake.New()
	b := sheet.NewBank(s.Session, s.Made())
	const cols = 12
	b.Update(screen.Resized{Area: screen.Area{Cols: cols, Rows: 20}})
	for i, line := range strings.Split(fake.Shown(b.View(screen.Area{Cols: cols, Rows: 20})), "\n")[:2] {
		line = strings.TrimRight(line, " ")
		if !strings.HasSuffix(line, "…") || ansi.StringWidth(line) != cols-1 {
			t.Errorf("line %d is %q", i, line)
		}
	}
}
