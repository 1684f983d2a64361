package screen_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func TestABoxKeepsItsWidthHoweverNarrowItIs(t *testing.T) {
	theme := screen.NewTheme(true)
	for width, want := range map[int][]string{
		14: {"╭─ Título ───╮", "│ linha      │", "│            │", "╰────────────╯"},
		12: {"╭─ Título ─╮", "│ linha    │", "│          │", "╰──────────╯"},
		5:  {"╭─  ─╮", "│ … │", "│   │", "╰───╯"},
		4:  {"╭─  ─╮", "│ … │", "│   │", "╰───╯"},
	} {
		got := theme.Box("Título", []string{"linha"}, width, 4)
		for i := range got {
			got[i] = ansi.Strip(got[i])
		}
		if width < 12 { // a title has no room
			got, want = got[1:], want[1:]
		}
		equal(t, got, want...)
	}
}

func TestBlankRowsAtTheEndAreDroppedUnlessAnImageMayLieThere(t *testing.T) {
	for body, want := range map[string][2]int{ // framed, and otherwise
		"a\nb": {2, 2}, "a\n\n": {1, 1}, "a\n  \n": {1, 2}, "a\n  \nb": {3, 3}, "": {0, 0}, "  ": {0, 1},
	} {
		for i, chrome := range []screen.Chrome{screen.Framed, screen.Bare} {
			if got := len((screen.Frame{Body: body, Chrome: chrome}).Rows()); got != want[i] {
				t.Errorf("%q in chrome %d: %d rows, want %d", body, chrome, got, want[i])
			}
		}
	}
}

func TestAnAuthorisationSaysHowLongItTookAndNeverLessThanNothing(t *testing.T) {
	s := fake.New()
	l := s.Made()
	f := s.Facts(l, time.Minute)
	for took, want := range map[time.Duration][2]int{
		-time.Second: {0, 0}, 0: {0, 0}, 999 * time.Millisecond: {0, 0}, 61 * time.Second: {1, 1}, 10 * time.Minute: {10, 0},
	} {
		if got := f.Took(l.Made().Add(took)); got != fmt.Sprintf(s.Text.Journey.TookF, want[0], want[1]) {
			t.Errorf("%v: %q", took, got)
		}
	}
}

func TestOnlyARefusedCodeThatIsOnNoListIsBlamed(t *testing.T) {
	for _, tt := range []struct {
		code   string
		refuse int
		blames bool
	}{
		{"999", klavi.CodeInvalidInstitution, true},
		{"341", klavi.CodeInvalidInstitution, false},
		{"", klavi.CodeInvalidInstitution, false},
		{"999", klavi.CodeInvalidInstitution + 1, false},
	} {
		s := fake.New()
		*s.Desk.Draft().Text(draft.Institution) = tt.code
		if got := s.UnlistedBank(&klavi.Error{Code: tt.refuse}); (got != "") != tt.blames {
			t.Errorf("%q with %d: %q", tt.code, tt.refuse, got)
		}
	}
}

func TestTheNamesOfAWayKeepItsStates(t *testing.T) {
	all := screen.Stages{
		{State: screen.Passed, Name: "a", Words: "x", At: "14:00"},
		{State: screen.Broken, Name: "b"},
		{State: screen.Ahead, Name: "c"},
	}
	got := all.Names()
	for i, stage := range got {
		if stage.State != all[i].State || stage.Name != all[i].Name || stage.Words+stage.At != "" {
			t.Errorf("%d: %+v", i, stage)
		}
	}
}

func TestAdviceOnABlindLinkEndsWithTheLink(t *testing.T) {
	s := fake.New()
	l := s.Made()
	if got := s.Facts(l, 0).Advice(); got != "" {
		t.Errorf("a link that is over: %q", got)
	}
}
