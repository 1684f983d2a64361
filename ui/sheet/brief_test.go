package sheet_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

// usual is the room of a window of the usual size.
var usual = screen.Area{Cols: 80, Rows: 21}

func TestAnyKeyClosesANoteTheKeysAndAURLAndDoesNothingElse(t *testing.T) {
	s := fake.New()
	for name, sh := range map[string]screen.Sheet{
		"note": sheet.Say(s.Session, strings.Repeat("long ", 20)).Open,
		"keys": sheet.NewKeys(s.Session, nil),
		"URL":  sheet.NewURL(s.Session, s.Made()),
	} {
		if len(sh.Bindings()) > 0 {
			t.Errorf("%s: a key does more than to close it", name)
		}
		for _, key := range []string{"enter", "esc", "x", "ctrl+l", "up"} {
			if out, cmd := fake.Press(sh, key); out != (screen.Outcome{Close: true}) || cmd != nil {
				t.Errorf("%s: %s gives %+v", name, key, out)
			}
		}
		for _, msg := range []tea.Msg{tea.PasteMsg{Content: "x"}, screen.Woken{}, screen.Resumed{}, nil} {
			if out, cmd := sh.Update(msg); !fake.Nothing(out) || cmd != nil {
				t.Errorf("%s: %T closes it", name, msg)
			}
		}
	}
}

func TestWordsAreANoticeIfTheyFitTheLineAndElseANote(t *testing.T) {
	s := fake.New()
	fits := strings.Repeat("é", 76)
	if out := sheet.Say(s.Session, fits); out.Notice != fits || out.Open != nil {
		t.Errorf("what fits gives %+v", out)
	}
	out := sheet.Say(s.Session, fits+"x")
	if out.Notice != "" || out.Open == nil {
		t.Fatalf("what does not fit gives %+v", out)
	}
	for _, cols := range []int{80, 60, 3} {
		shown := fake.Shown(out.Open.View(screen.Area{Cols: cols, Rows: 20}))
		if n := strings.Count(shown, "é"); n != 76 {
			t.Errorf("%d of 76 characters in %d columns", n, cols)
		}
	}
}

func TestTheSheetOfKeysListsWhatIsShownAndQuittingLast(t *testing.T) {
	s := fake.New()
	var list []screen.Binding
	for i := range 4 {
		name := string(rune('a' + i))
		list = append(list, screen.Binding{Binding: screen.Bind(name, "does "+name, name), Hidden: i == 1})
	}
	shown := fake.Shown(sheet.NewKeys(s.Session, list).View(usual))
	rows := strings.Split(shown, "\n")
	for i, want := range []string{"a       does a", "c       does c"} {
		if !strings.HasPrefix(strings.TrimSpace(rows[2+i]), want) {
			t.Errorf("row %d is %q", i, rows[2+i])
		}
	}
	quit := "ctrl+c  " + s.Text.Keys.Quit
	if !strings.Contains(rows[2], "d       does d") || !strings.HasSuffix(strings.TrimSpace(rows[3]), quit) {
		t.Errorf("the second column is not the rest:\n%s", shown)
	}
	if strings.Contains(shown, "does b") {
		t.Errorf("a hidden key is listed:\n%s", shown)
	}
	narrow := fake.Shown(sheet.NewKeys(s.Session, list).View(screen.Area{Cols: 60, Rows: 20}))
	for row := range strings.SplitSeq(narrow, "\n") {
		if ansi.StringWidth(row) > 60 {
			t.Errorf("%q is too wide", row)
		}
	}
}

func TestTheSheetOfAURLShowsItWholeWithTheTimeLeft(t *testing.T) {
	s := fake.New()
	u := sheet.NewURL(s.Session, s.Made())
	s.Clock.Advance(90 * time.Second)
	shown := fake.Shown(u.View(usual))
	for _, want := range []string{fake.URL, fmt.Sprintf(s.Text.Link.LeftF, "28:30"), s.Text.Link.AnyKey} {
		if !strings.Contains(shown, want) {
			t.Errorf("no %q in\n%s", want, shown)
		}
	}
}
