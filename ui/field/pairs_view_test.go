package field_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/field"
)

// numbered returns so many rows: k0 with v0, k1 with v1 and so on.
func numbered(n int) (rows []field.Pair) {
	for i := range n {
		rows = append(rows, field.Pair{Key: fmt.Sprint("k", i), Value: fmt.Sprint("v", i)})
	}
	return rows
}

// table returns the lines of the rows without the edge, and the line below them.
func table(f *field.Pairs) (lines []string, note string) {
	for line := range strings.Lines(shown(f)) {
		lines = append(lines, strings.TrimRight(strings.TrimPrefix(line, "┃ "), " \n"))
	}
	return lines[1 : len(lines)-1], lines[len(lines)-1]
}

func TestAKeyMovesTheCursorOfPairs(t *testing.T) {
	for _, tt := range []struct{ from, keys, want string }{
		{"k0", "down", "k1"},
		{"k0", "down down", "k2"}, // the empty row
		{"k0", "down down up", "k1"},
		{"k0", "tab", "v0"},
		{"k0", "tab tab", "k1"},
		{"k0", "tab tab tab tab", "k2"},
		{"k0", "tab down", "v1"},
		{"k0", "tab down up", "v0"},
		{"k0", "tab tab shift+tab", "v0"},
		{"k0", "tab tab shift+tab shift+tab", "k0"},
		{"k0", "enter", "v0"},
		{"k0", "enter enter", "k1"},
		{"k0", "enter enter enter enter", "k2"},
		{"k0", "down down tab", "k2"},   // tab leaves the field
		{"k0", "down down enter", "k2"}, // so does enter
	} {
		rows := numbered(2)
		f := pairs(&rows)
		press(f, strings.Fields(tt.keys)...)
		column, row := 2, int(tt.want[1]-'0')
		if tt.want[0] == 'v' {
			column = 2 + 22 + 3 // the edge, the cell of the key and the arrow
		}
		if row < 2 {
			column += 2 // behind the text
		}
		if c := f.Cursor(); c == nil || c.X != column || c.Y != 1+row {
			t.Errorf("%s: %+v, want column %d of line %d in\n%s", tt.keys, c, column, 1+row, shown(f))
		}
	}
}

func TestPairsShowTheLastRowsUnlessTheCursorIsAboveThem(t *testing.T) {
	for _, tt := range []struct {
		height, up  int
		first, last string
		line        int // of the cursor, without the title
	}{
		{0, 0, "k7", "key", 1}, // never less than two rows
		{5, 0, "k7", "key", 1},
		{6, 0, "k6", "key", 2},
		{8, 0, "k4", "key", 4},
		{8, 4, "k4", "key", 0},
		{8, 5, "k3", "k7", 0},
		{8, 8, "k0", "k4", 0},
		{99, 0, "k0", "key", 8},
	} {
		rows := numbered(8)
		f := pairs(&rows)
		f.WithHeight(tt.height)
		for range 8 {
			press(f, "down")
		}
		for range tt.up {
			press(f, "up")
		}
		lines, _ := table(f)
		first, last := strings.Fields(lines[0])[0], strings.Fields(lines[len(lines)-1])[0]
		if first != tt.first || last != tt.last || f.Cursor().Y != 1+tt.line {
			t.Errorf("height %d, %d up: %s to %s, cursor in line %d, want %+v",
				tt.height, tt.up, first, last, f.Cursor().Y-1, tt)
		}
	}
	rows := numbered(8)
	if lines, _ := table(pairs(&rows)); len(lines) != 6 {
		t.Errorf("%d lines if no height was given", len(lines))
	}
}

func TestTheColumnOfKeysIsTheNarrowerOne(t *testing.T) {
	for width, keys := range map[int]int{0: 8, 12: 8, 25: 8, 28: 9, 60: 22, 85: 32, 200: 32} {
		rows := []field.Pair{{Key: strings.Repeat("k", 90), Value: strings.Repeat("v", 190)}}
		f := pairs(&rows)
		f.WithWidth(width)
		lines, _ := table(f)
		left, right, ok := strings.Cut(lines[0], " → ")
		if !ok || left != strings.Repeat("k", keys-1)+" " || strings.Trim(right, "v") != "" { // the cursor needs a column
			t.Errorf("width %d: %q", width, lines[0])
		}
		if at := strings.Index(lines[1], " → "); at != keys {
			t.Errorf("width %d: the arrow is in column %d, want %d:\n%s", width, at, keys, shown(f))
		}
		if values := max(width-2, 10) - 3 - keys; values >= 8 && len(right) != values-1 {
			t.Errorf("width %d: a value of %d, want %d and the cursor", width, len(right), values-1)
		}
	}
}

func TestAProblemOfARowIsShownWhenTheAgentWantsToGoOn(t *testing.T) {
	rows := []field.Pair{{Key: "a", Value: "1"}, {Key: "b"}, {Key: "c"}}
	f := pairs(&rows)
	if _, note := table(f); note != "note" {
		t.Errorf("%q before", note)
	}
	if got := f.Problem(); got != "no value for b" {
		t.Errorf("%q", got)
	}
	if _, note := table(f); !strings.HasSuffix(note, "✗ no value for b") {
		t.Errorf("%q when going on", note)
	}
	press(f, "down", "tab")
	typed(f, "2")
	if _, note := table(f); note != "note" {
		t.Errorf("%q after a change", note)
	}
	if got := f.Problem(); got != "no value for c" {
		t.Errorf("%q", got)
	}
	f = ready(field.NewPairs(field.PairsConfig{Key: "p", Value: &rows}))
	if got := f.Problem(); got != "" {
		t.Errorf("%q without a check", got)
	}
}

func TestASuggestionIsShownBehindTheKeyAndAccepted(t *testing.T) {
	for _, tt := range []struct{ keys, want string }{
		{"right", "pf_loans"},
		{"ctrl+e", "pf_loans"},
		{"end", "pf_l"},
		{"ctrl+n right", "pf_loans"}, // the first one is the only one that is ever shown
		{"ctrl+p right", "pf_loans"},
	} {
		var rows []field.Pair
		f := ready(field.NewPairs(field.PairsConfig{
			Key: "p", Value: &rows, Suggestions: []string{"pf_loans", "pf_limits", "other"},
		}))
		typed(f, "pf_l")
		if lines, _ := table(f); !strings.HasPrefix(lines[0], "pf_loans  ") {
			t.Errorf("%q", lines[0])
		}
		press(f, strings.Fields(tt.keys)...)
		if want := []field.Pair{{Key: tt.want}}; fmt.Sprint(rows) != fmt.Sprint(want) {
			t.Errorf("%s: %v, want %v", tt.keys, rows, want)
		}
	}
}

func TestRowsArePastedAboveTheCursor(t *testing.T) {
	for _, tt := range []struct {
		keys, paste, want string
		line              int // of the cursor, without the title
	}{
		{"", "a=1\nb=2", "[{a 1} {b 2} {k0 v0} {k1 v1}]", 2},
		{"down tab", "a=1\nb=2", "[{k0 v0} {a 1} {b 2} {k1 v1}]", 3},
		{"down down", "a=1", "[{k0 v0} {k1 v1} {a 1}]", 3},
		{"down down", "a", "[{k0 v0} {k1 v1} {a }]", 2},
		{"down", "a=1", "[{k0 v0} {k1a=1 v1}]", 1},
		{"", "=\n\"a\"='1'\n = ", "[{a 1} {k0 v0} {k1 v1}]", 1},
		{"", "'a b' = \" \"\r", "[{k0'a b' = \" \" v0} {k1 v1}]", 0},
	} {
		rows := numbered(2)
		f := pairs(&rows)
		press(f, strings.Fields(tt.keys)...)
		f.Update(tea.PasteMsg{Content: tt.paste})
		if c := f.Cursor(); fmt.Sprint(rows) != tt.want || c == nil || c.Y != 1+tt.line || c.X >= 2+22 {
			t.Errorf("%q after %q: %v, cursor %+v, want %s in line %d", tt.paste, tt.keys, rows, c, tt.want, tt.line)
		}
		if lines, _ := table(f); !strings.HasPrefix(lines[len(lines)-1], "key ") {
			t.Errorf("%q after %q: no empty row at the end:\n%s", tt.paste, tt.keys, shown(f))
		}
	}
}

func TestADroppedRowLeavesTheCursorAtAKey(t *testing.T) {
	for keys, want := range map[string]string{
		"ctrl+x":                "[{k1 v1} {k2 v2}] 0",
		"down tab ctrl+x":       "[{k0 v0} {k2 v2}] 1",
		"down down ctrl+x":      "[{k0 v0} {k1 v1}] 2",
		"ctrl+x ctrl+x":         "[{k2 v2}] 0",
		"down down down ctrl+x": "[{k0 v0} {k1 v1} {k2 v2}] 2", // the empty row comes back below
	} {
		rows := numbered(3)
		f := pairs(&rows)
		press(f, strings.Fields(keys)...)
		if got := fmt.Sprint(rows, f.Cursor().Y-1); got != want || f.Cursor().X > 2+2 {
			t.Errorf("%s: %s, cursor %+v, want %s", keys, got, f.Cursor(), want)
		}
	}
}

func TestOnlyTheCellUnderTheCursorTakesKeys(t *testing.T) {
	rows := numbered(2)
	f := pairs(&rows)
	f.Blur()
	press(f, "down")
	if f.Cursor() != nil {
		t.Error("a key brings a cursor to a field without the focus")
	}
	f.Focus()
	typed(f, " x ")
	if want := "[{k0 v0} {k1 x v1}]"; fmt.Sprint(rows) != want {
		t.Errorf("%v, want %s", rows, want)
	}
}
