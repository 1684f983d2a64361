package field_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/field"
)

// doubting returns an input that doubts every text that has no capital letter.
func doubting(value *string, problem string) *field.Input {
	return ready(field.NewInput(field.InputConfig{
		Key: "n", Title: "Name", Value: value,
		Check: func(s string) field.Verdict {
			if s == strings.ToUpper(s) {
				return field.Verdict{Note: "fine"}
			}
			return field.Verdict{Note: "really?", Problem: problem, Suggestion: strings.ToUpper(s)}
		},
		SuggestionNote: func(s string) string { return s + " ctrl+y" },
	}))
}

func TestAKeyTakesTheSuggestionAndTheNoteNamesIt(t *testing.T) {
	value := "ana"
	f := doubting(&value, "")
	if !strings.Contains(shown(f), "really? ctrl+y") {
		t.Error(shown(f))
	}
	f.Blur()
	if s := shown(f); strings.Contains(s, "ctrl+y") || !strings.Contains(s, "really?") {
		t.Errorf("the key does not work without the focus:\n%s", s)
	}
	f.Focus()
	press(f, "home", "ctrl+y")
	typed(f, "!")
	if value != "ANA!" || strings.Contains(shown(f), "ctrl+y") {
		t.Errorf("%q\n%s", value, shown(f))
	}
	press(f, "ctrl+y")
	if value != "ANA!" {
		t.Errorf("%q without a suggestion", value)
	}
}

func TestAProblemNamesTheKeyThatSolvesIt(t *testing.T) {
	value := "ana"
	f := doubting(&value, "wrong")
	f.Problem()
	if !strings.Contains(shown(f), "✗ wrong ctrl+y") {
		t.Error(shown(f))
	}
	f.Refuse("refused by the API")
	if s := shown(f); strings.Contains(s, "ctrl+y") {
		t.Errorf("the suggestion does not answer a refusal:\n%s", s)
	}
	press(f, "ctrl+y")
	if value != "ANA" || f.Problem() != "" {
		t.Errorf("%q", value)
	}
}

func TestAKeyMendsTheFirstRowThatIsWrong(t *testing.T) {
	rows := []field.Pair{{Key: "a", Value: "X"}, {Key: "b", Value: "y"}, {Key: "c", Value: "z"}}
	f := ready(field.NewPairs(field.PairsConfig{
		Key: "n", Title: "Names", Value: &rows,
		Check: func(rows []field.Pair, i int) (problem, meant string) {
			value := rows[i].Value
			switch {
			case value == strings.ToUpper(value):
				return "", ""
			case value == "z":
				return "c is small", "" // nobody knows better
			default:
				return rows[i].Key + " is small", strings.ToUpper(value)
			}
		},
		SuggestionNote: func(s string) string { return s + " ctrl+y" },
	}))
	press(f, "ctrl+x") // An empty row above does not count.
	f.Update(tea.PasteMsg{Content: "a=X\nb=y\nc=z"})
	f.Problem()
	if s := shown(f); !strings.Contains(s, "b is small ctrl+y") {
		t.Error(s)
	}
	f.Blur()
	if s := shown(f); strings.Contains(s, "ctrl+y") || !strings.Contains(s, "b is small") {
		t.Errorf("the key does not work without the focus:\n%s", s)
	}
	f.Focus()
	press(f, "ctrl+y")
	if got := fmt.Sprint(rows[:2]); got != "[{a X} {b Y}]" {
		t.Error(got)
	}
	f.Problem()
	if s := shown(f); strings.Contains(s, "ctrl+y") {
		t.Errorf("the key is named where nobody knows better:\n%s", s)
	}
	press(f, "ctrl+y")
	if got := fmt.Sprint(rows[2]); got != "{c z}" {
		t.Error(got)
	}
}
