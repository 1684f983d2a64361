package field_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/field"
)

func pairs(rows *[]field.Pair) *field.Pairs {
	return ready(field.NewPairs(field.PairsConfig{
		Key: "p", Title: "Rows", KeyName: "key", Column: "value", Note: "note", Value: rows, Suggestions: []string{"other", "pf_loans"},
		Check: func(rows []field.Pair, i int) string {
			if rows[i].Value == "" {
				return "no value for " + rows[i].Key
			}
			return ""
		},
	}))
}

func TestPairsAreTypedKeyByKeyAndLeftOnTheEmptyRow(t *testing.T) {
	var rows []field.Pair
	f := pairs(&rows)
	typed(f, "pf_l")
	press(f, "right", "enter") // takes the suggestion
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

func TestPairsCursorFollowsTheCell(t *testing.T) {
	rows := []field.Pair{{"a", "1"}, {"b", "2"}}
	f := pairs(&rows)
	press(f, "down", "tab")
	c := f.Cursor()
	lines := strings.Split(shown(f), "\n")
	if c == nil || !strings.HasPrefix(string([]rune(lines[c.Y])[c.X-1:]), "2") {
		t.Errorf("%+v in\n%s", c, shown(f))
	}
}
