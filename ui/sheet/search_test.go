package sheet_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// searched is the list of three links after words were typed behind a slash.
func searched(t *testing.T, words string) (*fake.Session, []*desk.Link, screen.Sheet) {
	t.Helper()
	s := fake.New()
	links := three(s)
	links[0].Rename("Padaria São João")
	links[1].Ticket = "2026-001"
	sh := opened(t, s)
	fake.Press(sh, "/")
	fake.Type(sh, words)
	return s, links, sh
}

func TestASearchFindsLinksByWhatTheListSaysOfThem(t *testing.T) {
	for words, want := range map[string][]int{
		"": {2, 1, 0}, "sao joao": {0}, "2026": {1}, "nubank": {0}, "982.247": {2, 0}, "esperando": {2, 1, 0},
		"esperando itau": {1}, "escolhe": {2}, "nobody": nil, "n": {2, 1, 0}, "/": {2, 1, 0},
	} {
		_, links, sh := searched(t, words)
		fake.Press(sh, "enter")
		for i, n := range want {
			if i > 0 {
				fake.Press(sh, "down")
			}
			out, _ := fake.Press(sh, "enter")
			if out.Event != flow.Reopen || out.Link != links[n] {
				t.Errorf("%q: line %d is not link %d", words, i, n+1)
			}
		}
		if out, _ := fake.Press(sh, "enter"); len(want) == 0 && !fake.Nothing(out) {
			t.Errorf("%q: enter gives %+v", words, out)
		}
	}
}

func TestWhatIsTypedShowsWithTheCursorBehindIt(t *testing.T) {
	_, _, sh := searched(t, "pa")
	v := sh.View(usual)
	line := strings.TrimRight(strings.Split(fake.Shown(v), "\n")[1], " ")
	if line != "  Buscar: pa" || v.Cursor == nil || v.Cursor.X != len(line) || v.Cursor.Y != 1 {
		t.Errorf("%q, cursor %+v", line, v.Cursor)
	}
	fake.Press(sh, "backspace")
	fake.Press(sh, "enter")
	if v := sh.View(usual); v.Cursor != nil || !strings.Contains(fake.Shown(v), "Buscar: p ") {
		t.Error("the search is not shown once it is done, or still has a cursor")
	}
}

func TestTheKeysOfTheListAreThoseThatWork(t *testing.T) {
	_, _, sh := searched(t, "nobody")
	for _, step := range []struct{ press, want string }{
		{"", "enter ↑↓ esc"},
		{"enter", "/ esc"},
		{"esc", "enter ↑↓ / n esc"},
		{"n", "enter esc"},
		{"esc", "enter ↑↓ / n esc"},
	} {
		if step.press != "" {
			fake.Press(sh, step.press)
		}
		if got := fake.Names(sh); got != step.want {
			t.Errorf("after %q: %q, want %q", step.press, got, step.want)
		}
	}
}

func TestEscEndsASearchBeforeItLeavesTheList(t *testing.T) {
	for name, before := range map[string][]string{"while it is typed": nil, "after it": {"enter"}} {
		_, _, sh := searched(t, "padaria")
		for _, k := range before {
			fake.Press(sh, k)
		}
		if out, _ := fake.Press(sh, "esc"); !fake.Nothing(out) || len(entries(sh, usual)) != 3 {
			t.Errorf("%s: esc gives %+v and %d links", name, out, len(entries(sh, usual)))
		}
		if out, _ := fake.Press(sh, "esc"); !out.Close {
			t.Errorf("%s: the second esc gives %+v", name, out)
		}
	}
}

func TestAKeyNamesTheChosenLink(t *testing.T) {
	s := fake.New()
	links := three(s)
	sh := opened(t, s)
	fake.Press(sh, "down")
	fake.Press(sh, "n")
	fake.Type(sh, "loja / nº 1")
	if links[1].Name() != "" || !strings.Contains(fake.Shown(sh.View(usual)), "só nesta tela: loja / nº 1") {
		t.Error("named before it is kept, or the name is not shown")
	}
	fake.Press(sh, "enter")
	if got := links[1].Name(); got != "loja / nº 1" || !strings.Contains(entries(sh, usual)[1], got) {
		t.Errorf("%q", got)
	}
	fake.Press(sh, "n")
	fake.Type(sh, "x")
	fake.Press(sh, "esc")
	if got := links[1].Name(); got != "loja / nº 1" {
		t.Errorf("esc keeps %q", got)
	}
}

// The customer moves on while the agent types, and the search finds the link no more.
func TestTheLinkThatIsNamedStaysTheSame(t *testing.T) {
	s, links, sh := searched(t, "esperando itau")
	fake.Press(sh, "enter")
	fake.Press(sh, "n")
	fake.Type(sh, "loja")
	s.Saw(links[1], "341", klavi.Started)
	if out, _ := fake.Press(sh, "enter"); !fake.Nothing(out) || links[1].Name() != "loja" {
		t.Errorf("%+v, the name is %q", out, links[1].Name())
	}
	if out, _ := fake.Press(sh, "enter"); !fake.Nothing(out) {
		t.Errorf("an empty list gives %+v", out)
	}
}

func TestTheChosenLinkStaysChosenWhenOthersLeaveTheSearch(t *testing.T) {
	s, links, sh := searched(t, "esperando")
	fake.Press(sh, "down")
	fake.Press(sh, "enter")
	s.Saw(links[2], "104", klavi.Started)
	if out, _ := fake.Press(sh, "enter"); out.Link != links[1] {
		t.Error("another link is opened")
	}
}

// The agent may paste anything. A name is limited and harmless.
func TestAPasteIsMadeHarmlessAndCut(t *testing.T) {
	s := fake.New()
	l := s.Made()
	sh := opened(t, s)
	sh.Update(tea.PasteMsg{Content: "nobody asked"})
	fake.Press(sh, "n")
	sh.Update(tea.PasteMsg{Content: "\x1b[2J\u202ea\nb" + strings.Repeat("c", 5000)})
	fake.Press(sh, "enter")
	if got, want := l.Name(), "\ufffd[2J\ufffda b"+strings.Repeat("c", 12); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestASearchHasFortyCharactersAtMost(t *testing.T) {
	_, _, sh := searched(t, strings.Repeat("é", 60))
	if got := strings.Count(fake.Shown(sh.View(usual)), "é"); got != 40 {
		t.Errorf("%d characters", got)
	}
}

// The countdown changes every second. It is not searched.
func TestTheTimeLeftIsNotSearched(t *testing.T) {
	s, _, sh := searched(t, "29")
	s.Clock.Advance(time.Minute)
	if got := fake.Shown(sh.View(usual)); !strings.Contains(got, s.Text.Links.NoneFound) {
		t.Errorf("found by the time left:\n%s", got)
	}
}
