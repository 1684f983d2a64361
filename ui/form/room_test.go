package form_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// Less than a column is left over for each of the four lines between the stages.
func TestTheWayIsAsLongAsTheRoomAllows(t *testing.T) {
	for cols := 62; cols <= 90; cols++ {
		g := raise(t, person)
		g.area.Cols = cols
		way, _, _ := strings.Cut(g.shown(), "\n")
		way = strings.TrimSpace(way)
		if room := cols - 2; ansi.StringWidth(way) > room || ansi.StringWidth(way) <= room-4 {
			t.Errorf("%d of %d columns: %q", ansi.StringWidth(way), room, way)
		}
	}
}

// A tight frame makes room for the last row of the panel.
func TestThePanelFillsTheRoomUpTo24Rows(t *testing.T) {
	for rows, want := range map[int]int{20: 19, 24: 23, 25: 24, 26: 24, 40: 24} {
		g := raise(t, person).inRoom(draft.StepCustomer, rows)
		lines := strings.Split(strings.TrimRight(g.shown(), "\n "), "\n")
		if got := len(lines) - 1; got != want || g.on.View(g.area).Chrome != screen.Tight {
			t.Errorf("%d rows in a room of %d, want %d", got, rows, want)
		}
	}
}

func TestAFieldSaysThatAKeyCorrectsItAndTheKeyDoes(t *testing.T) {
	_, hint, _ := strings.Cut(fmt.Sprintf(fake.New().Text.Field.SuggestionF, "|"), "|")
	for name, tt := range map[string]struct {
		request klavi.LinkRequest
		step    draft.Step
		key     string // which leads to the field and its problem
		wants   func(klavi.LinkRequest) bool
	}{
		"a text": {
			klavi.LinkRequest{Email: "ana@gmail.con"},
			draft.StepCustomer, "tab",
			func(r klavi.LinkRequest) bool { return r.Email == "ana@gmail.com" },
		},
		"a row": {
			klavi.LinkRequest{ProductsCallbackURL: map[string]string{"other": "exemplo.com"}},
			draft.StepReturn, "ctrl+s",
			func(r klavi.LinkRequest) bool { return r.ProductsCallbackURL["other"] == "https://exemplo.com" },
		},
	} {
		g := raise(t, tt.request).at(tt.step)
		g.doesNotSee(hint)
		g.press(tt.key)
		g.sees(hint)
		g.press("ctrl+y")
		g.doesNotSee(hint)
		if !tt.wants(g.s.Desk.Draft().Request()) {
			t.Errorf("%s: not corrected", name)
		}
	}
}
