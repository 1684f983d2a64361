package sheet_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

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
