package form_test

import (
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// inRoom opens a step in a room of so many rows.
func (g *stage) inRoom(step draft.Step, rows int) *stage {
	g.area.Rows = rows
	g.on.Update(screen.Resized{Area: g.area})
	return g.at(step)
}

// blanks are those at the end of a line.
var blanks = regexp.MustCompile(" +\n")

// apart returns the number of blank lines between the fields.
func (g *stage) apart() int {
	inside := blanks.ReplaceAllString(strings.TrimRight(g.inside(), " \n"), "\n")
	return strings.Count(inside, "\n\n") - 1 // one is under the title
}

// height returns the number of lines on the screen.
func (g *stage) height() int { return strings.Count(strings.TrimRight(g.inside(), " \n"), "\n") + 1 }

func TestTheReportsAreSuggestedAsKeysOfCallbacks(t *testing.T) {
	g := raise(t, klavi.LinkRequest{PersonalTaxID: fake.CPF}).at(draft.StepReturn)
	g.press("tab", "down", "down", "tab")
	code := klavi.ReportCodes(false)[0]
	g.types(code[:len(code)-1])
	g.sees(code)
	g.press("right")
	if got := *g.s.Desk.Draft().Rows(draft.CallbackEach); len(got) != 1 || got[0].Key != code {
		t.Errorf("%q was typed", got)
	}
}

func TestTheListOfInstitutionsFillsTheRoomUpToFifteenLines(t *testing.T) {
	for rows, want := range map[int]int{40: 17, 20: 17, 18: 17, 17: 17, 16: 16, 12: 12, 9: 9} {
		g := raise(t, person).inRoom(draft.StepInstitution, rows)
		if got := g.height(); got != want {
			t.Errorf("%d lines in %d rows, want %d", got, rows, want)
		}
	}
}

// rowsShown returns how many rows of a field of pairs are on the screen.
func (g *stage) rowsShown() int { return strings.Count(g.shown(), "→ https://") }

// callbacks returns a request with a callback of its own for so many reports.
func callbacks(n int) klavi.LinkRequest {
	r := klavi.LinkRequest{PersonalTaxID: fake.CPF, ProductsCallbackURL: map[string]string{}}
	for _, code := range klavi.ReportCodes(false)[:n] {
		r.ProductsCallbackURL[code] = "https://exemplo.com"
	}
	return r
}

func TestRowsTakeHalfTheRoomAlsoWhenTheyComeUp(t *testing.T) {
	const rows = 7
	for _, tt := range []struct{ room, want int }{
		{40, rows + 1}, // all, and the empty one
		{24, 8}, {22, 7}, {20, 6}, {18, 5}, {12, 2},
	} {
		g := raise(t, callbacks(rows)).inRoom(draft.StepReturn, tt.room)
		if got := g.rowsShown(); got != tt.want {
			t.Errorf("%d rows in a room of %d, want %d:\n%s", got, tt.room, tt.want, g.shown())
		}
		g.press("tab", "up") // one address for all: the rows go
		if got := g.rowsShown(); got != 0 {
			t.Errorf("%d rows are left", got)
		}
		g.press("down")
		if got := g.rowsShown(); got != tt.want {
			t.Errorf("%d rows come up in a room of %d, want %d:\n%s", got, tt.room, tt.want, g.shown())
		}
	}
}

// One row is left beneath the fields, so that they do not touch what is below.
func TestFieldsStandApartIfThatLeavesARow(t *testing.T) {
	wide := raise(t, person)
	all := wide.height()
	if want := 2; wide.apart() != want {
		t.Fatalf("not %d blank lines:\n%s", want, wide.shown())
	}
	for rows := all - 3; rows < all+3; rows++ {
		g := raise(t, person).inRoom(draft.StepCustomer, rows)
		want := all
		if rows <= all {
			want = min(all-2, rows)
		}
		if got := g.height(); got != want {
			t.Errorf("%d lines in %d rows, want %d", got, rows, want)
		}
		g.press("tab", "tab")
		if !strings.Contains(g.focused(), g.s.Text.Field.Phone) {
			t.Errorf("%d rows: the cursor stands at %q", rows, g.focused())
		}
		if rows > all {
			g.sees("CPF") // nothing is scrolled away
		}
	}
}

func TestTheCursorStandsWhereItIsDrawn(t *testing.T) {
	g := raise(t, klavi.LinkRequest{BusinessTaxID: fake.CNPJ})
	for _, rows := range []int{40, 15, 9, 6} {
		g.inRoom(draft.StepCustomer, rows)
		for _, key := range []draft.Key{draft.Document, draft.Representative, draft.Email, draft.Phone} {
			if key != draft.Document {
				g.press("tab")
				g.types("1")
			}
			text := g.typed(key)
			c := g.on.View(g.area).Cursor
			if c == nil {
				t.Fatalf("%d rows: no cursor", rows)
			}
			line := []rune(strings.Split(g.shown(), "\n")[c.Y])
			if got := string(line[:min(c.X, len(line))]); !strings.HasSuffix(got, "┃ "+text) {
				t.Errorf("%d rows: the cursor is behind %q, want %q", rows, got, text)
			}
			if key != draft.Document {
				g.press("backspace")
			}
		}
	}
}

func TestLinesAreNoLongerThanIsEasyToRead(t *testing.T) {
	for cols, want := range map[int]int{60: 54, 80: 74, 106: 100, 107: 100, 119: 100, 120: 69, 160: 100, 200: 100} {
		g := raise(t, klavi.LinkRequest{})
		g.area.Cols = cols
		g.on.Update(screen.Resized{Area: g.area})
		g.at(draft.StepMore)
		g.press("tab")
		g.s.Deliver(g.on, tea.PasteMsg{Content: strings.Repeat("k", 120)})
		longest := 0
		for line := range strings.Lines(g.inside()) {
			if strings.Contains(line, "kkk") {
				longest = len([]rune(strings.TrimRight(line, " \n")))
			}
		}
		if longest != want {
			t.Errorf("a line of %d in %d columns, want %d", longest, cols, want)
		}
	}
}

func TestEveryFieldShowsItsTitleItsNoteAndWhatItTakes(t *testing.T) {
	r := klavi.LinkRequest{ProductsCallbackURL: map[string]string{"all": ""}}
	g := raise(t, r)
	for step := range draft.Steps {
		g.inRoom(draft.Step(step), 60)
		for _, f := range draft.Asked(g.s.Desk.Draft(), draft.Step(step)) {
			g.sees(f.Title(g.s.Text))
			switch f.Kind {
			case draft.KindPairs:
				key, value := f.Columns(g.s.Text)
				g.sees(key, value, f.Note(g.s.Text))
			case draft.KindText, draft.KindPicker:
				g.sees(f.Placeholder(g.s.Text))
			case draft.KindChoice:
				g.sees(f.Options(g.s.Text)...)
			}
		}
	}
}

func TestEveryStepSaysWhichItIsAndWhatItAsks(t *testing.T) {
	g := raise(t, person)
	for step := range draft.Steps {
		g.at(draft.Step(step))
		name, about := draft.StepWords(g.s.Text, draft.Step(step))
		first, _, _ := strings.Cut(g.shown(), "\n")
		if done := strings.Count(first, "✓"); !strings.Contains(first, "● "+name) || done != step {
			t.Errorf("the way is %q", first)
		}
		if title, _, _ := strings.Cut(g.inside(), "\n"); strings.TrimSpace(title) != about {
			t.Errorf("the title is %q, want %q", title, about)
		}
	}
}
