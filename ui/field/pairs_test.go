package field_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/field"
)

// pairs returns a field of rows that must have values.
func pairs(rows *[]field.Pair) *field.Pairs {
	return ready(field.NewPairs(field.PairsConfig{
		Key: "p", Title: "Rows", KeyName: "key", Column: "value", Note: "note", Value: rows,
		Suggestions: []string{"other", "pf_loans"},
		Check: func(rows []field.Pair, i int) (problem, meant string) {
			if rows[i].Value == "" {
				return "no value for " + rows[i].Key, ""
			}
			return "", ""
		},
	}))
}

func TestEnterOnTheEmptyRowLeavesPairs(t *testing.T) {
	var rows []field.Pair
	f := pairs(&rows)
	typed(f, "pf_l")
	press(f, "right", "enter") // right accepts the suggestion
	typed(f, "a")
	press(f, "enter")
	typed(f, "b")
	press(f, "tab")
	typed(f, "c")
	press(f, "enter")
	if f.TakeMove() != field.Stay {
		t.Error("left before the empty row")
	}
	press(f, "enter")
	if want := "[{pf_loans a} {b c}]"; fmt.Sprint(rows) != want || f.TakeMove() != field.Accept {
		t.Errorf("%v, want %s", rows, want)
	}
	press(f, "shift+tab", "shift+tab", "ctrl+x")
	if want := "[{pf_loans a}]"; fmt.Sprint(rows) != want {
		t.Errorf("%v, want %s", rows, want)
	}
	press(f, "up", "up")
	if f.TakeMove() != field.Prev {
		t.Error("the first row is not left upwards")
	}
}

func TestPastedLinesBecomeRows(t *testing.T) {
	var rows []field.Pair
	f := pairs(&rows)
	f.Update(tea.PasteMsg{Content: "a=1\r\n\r\nb = \"2=2\"\nc"})
	if want := "[{a 1} {b 2=2} {c }]"; fmt.Sprint(rows) != want || f.Problem() != "no value for c" {
		t.Errorf("%v, want %s, %q", rows, want, f.Problem())
	}
	var one []field.Pair
	f = pairs(&one)
	f.Update(tea.PasteMsg{Content: " k\n"})
	press(f, "enter")
	f.Update(tea.PasteMsg{Content: "https://x.com/?a=b"})
	if want := "[{k https://x.com/?a=b}]"; fmt.Sprint(one) != want {
		t.Errorf("%v, want %s", one, want)
	}
}

func TestASuggestionForTheTextBeforeAPasteIsNotAccepted(t *testing.T) {
	var rows []field.Pair
	f := pairs(&rows)
	typed(f, "pf_l") // pf_loans is suggested
	f.Update(tea.PasteMsg{Content: "_longer_than_the_suggestion"})
	press(f, "right")
	if want := "[{pf_l_longer_than_the_suggestion }]"; fmt.Sprint(rows) != want {
		t.Errorf("%v, want %s", rows, want)
	}
}

func TestPairsTakesRowsThatAnotherPackageDeclares(t *testing.T) {
	type row = struct{ Key, Value string } // as in a package that does not import field
	rows := []row{{"a", "1"}}
	f := pairs(&rows)
	press(f, "end")
	typed(f, "b")
	if want := []row{{"ab", "1"}}; !slices.Equal(rows, want) {
		t.Errorf("%v, want %v", rows, want)
	}
}

func TestAnEmptyRowIsLeftAfterTheLastRowIsDropped(t *testing.T) {
	rows := []field.Pair{{"a", "1"}}
	f := pairs(&rows)
	press(f, "ctrl+x", "ctrl+x")
	if len(rows) != 0 || !strings.Contains(shown(f), "→") {
		t.Errorf("%v in\n%s", rows, shown(f))
	}
	press(f, "enter")
	if f.TakeMove() != field.Accept {
		t.Error("enter does not leave the empty row")
	}
}

func TestMovingBeyondTheFirstOrLastRowLeavesPairs(t *testing.T) {
	for _, tt := range []struct {
		keys []string
		want field.Move
	}{
		{[]string{"up"}, field.Prev},
		{[]string{"shift+tab"}, field.Prev},
		{[]string{"down"}, field.Stay},
		{[]string{"down", "down"}, field.Next},
		{[]string{"tab", "tab"}, field.Stay},
		{[]string{"tab", "tab", "tab"}, field.Next}, // tab skips the value of the empty row
		{[]string{"enter", "enter"}, field.Stay},
		{[]string{"enter", "enter", "enter"}, field.Accept},
	} {
		rows := []field.Pair{{"a", "1"}}
		f := pairs(&rows)
		press(f, tt.keys...)
		if got := f.TakeMove(); got != tt.want {
			t.Errorf("%v: %v, want %v", tt.keys, got, tt.want)
		}
	}
}

func ExampleNewPairs() {
	var rows []field.Pair
	f := field.NewPairs(field.PairsConfig{Key: "info", Title: "externalInfo", Value: &rows})
	f.Focus()
	f.Update(tea.PasteMsg{Content: "pedido=42\ncanal=telefone"})
	fmt.Println(rows)
	// Output: [{pedido 42} {canal telefone}]
}

func TestTheCursorOfPairsIsInTheCell(t *testing.T) {
	rows := []field.Pair{{"a", "1"}, {"b", "2"}}
	f := pairs(&rows)
	press(f, "down", "tab")
	c := f.Cursor()
	lines := strings.Split(shown(f), "\n")
	if c == nil || !strings.HasPrefix(string([]rune(lines[c.Y])[c.X-1:]), "2") {
		t.Errorf("%+v in\n%s", c, shown(f))
	}
}
