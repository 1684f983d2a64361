package field_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/field"
)

// fields returns a field of each kind, by its key.
func fields() map[string]field.Field {
	var number int
	var text, code string
	var rows []field.Pair
	all := map[string]field.Field{}
	for _, f := range []field.Field{document(&text), picker(&code), pairs(&rows), choice(&number)} {
		all[f.GetKey()] = f
	}
	return all
}

func TestEveryFieldHasItsKeyAndItsTitle(t *testing.T) {
	all := fields()
	for key, title := range map[string]string{"d": "Document", "i": "Bank", "p": "Rows", "c": "Choice"} {
		f := all[key]
		if f == nil {
			t.Errorf("no field has the key %s", key)
			continue
		}
		first, _, _ := strings.Cut(shown(f), "\n")
		if first != "┃ "+title {
			t.Errorf("%s begins with %q", key, first)
		}
		if f.Drawn() != f.View() {
			t.Errorf("%s does not keep what it has drawn", key)
		}
	}
}

func TestOnlyTheFieldWithTheFocusHasAnEdge(t *testing.T) {
	for key, f := range fields() {
		for _, line := range strings.Split(shown(f), "\n") {
			if !strings.HasPrefix(line, "┃ ") {
				t.Errorf("%s with the focus: %q", key, line)
			}
		}
		f.Blur()
		for _, line := range strings.Split(shown(f), "\n") {
			if !strings.HasPrefix(line, "  ") {
				t.Errorf("%s without the focus: %q", key, line)
			}
		}
	}
}

// The fields read no clipboard. The terminal pastes.
func TestAKeyStartsNothingThatReadsTheClipboard(t *testing.T) {
	for key, f := range fields() {
		if _, cmd := f.Update(keyOf("ctrl+v")); cmd != nil {
			t.Errorf("%s returns a command", key)
		}
	}
}

func TestTheTextBelowAFieldIsWrappedAtItsWidth(t *testing.T) {
	words := strings.TrimSpace(strings.Repeat("reason ", 20))
	for _, width := range []int{12, 20, 60, 100} {
		for key, f := range fields() {
			f.WithTheme(huh.ThemeFunc(inked)) // the basic theme writes a star before a problem
			f.WithWidth(width)
			f.Refuse(words)
			widest := 0
			for line := range strings.Lines(shown(f)) {
				if strings.Contains(line, "reason") {
					widest = max(widest, ansi.StringWidth(strings.TrimRight(line, "\n")))
				}
			}
			if widest > width || widest <= width-len(" reason") {
				t.Errorf("%s: the widest line has %d of %d:\n%s", key, widest, width, shown(f))
			}
		}
	}
}

// A refusal does not keep the agent from going on, and a key that changes nothing
// keeps it on the screen.
func TestEveryFieldShowsARefusalUntilItsValueChanges(t *testing.T) {
	for key, change := range map[string]string{"d": "5", "i": "down", "p": "a", "c": "right"} {
		f := fields()[key]
		before := shown(f)
		f.Refuse("refused by the API")
		press(f, "home")
		if s := shown(f); !strings.Contains(s, "✗ refused by the API") || s == before {
			t.Errorf("%s: not shown:\n%s", key, s)
		}
		press(f, change)
		if s := shown(f); strings.Contains(s, "refused") {
			t.Errorf("%s: still shown:\n%s", key, s)
		}
	}
}

func TestTheCursorIsABlinkingBarInTheColumnOfTheNextCharacter(t *testing.T) {
	for key, text := range map[string]string{"d": "529", "i": "ita", "p": "abc"} {
		f := fields()[key]
		typed(f, text)
		c := f.Cursor()
		if c == nil || c.Position != (tea.Position{X: 5, Y: 1}) || c.Shape != tea.CursorBar || !c.Blink {
			t.Errorf("%s: %+v", key, c)
		}
		f.Blur()
		if f.Cursor() != nil {
			t.Errorf("%s: a cursor without the focus", key)
		}
	}
	if c := fields()["c"].Cursor(); c != nil {
		t.Errorf("a choice has a cursor: %+v", c)
	}
}

// inked is a theme in which every part of a focused field has a colour of its own.
func inked(bool) *huh.Styles {
	st := huh.ThemeBase(true)
	colour := func(n int) lipgloss.Style { return lipgloss.NewStyle().Foreground(lipgloss.Color(fmt.Sprint(n))) }
	st.Focused.Title, st.Focused.Description, st.Focused.ErrorMessage = colour(101), colour(102), colour(103)
	st.Focused.Option, st.Focused.SelectedOption = colour(104), colour(105)
	st.Focused.TextInput.Text, st.Focused.TextInput.Placeholder = colour(106), colour(107)
	return st
}

func TestEveryPartOfAFieldHasItsStyleOfTheTheme(t *testing.T) {
	number, text, code, rows := 0, "", "", []field.Pair(nil)
	input := field.NewInput(field.InputConfig{
		Key: "d", Title: "Title", Placeholder: "Empty", Value: &text,
		Check: func(s string) field.Verdict { return field.Verdict{Note: "Note", ReadAloud: s == "aloud"} },
	})
	search := field.NewPicker(field.PickerConfig{
		Key: "i", Title: "Title", Placeholder: "Empty", Value: &code, None: "Picked",
		Options: []field.Option{{Value: "1", Label: "Option"}},
		Count:   func(int, int) string { return "Note" }, UseCode: func(s string) string { return s },
	})
	table := field.NewPairs(field.PairsConfig{
		Key: "p", Title: "Title", KeyName: "Empty", Column: "Empty", Note: "Note", Value: &rows,
		Suggestions: []string{"words"},
	})
	for _, tt := range []struct {
		f     field.Field
		types string
		want  map[int]string
	}{
		{input, "", map[int]string{101: "Title", 107: "Empty", 102: "Note"}},
		{input, "aloud", map[int]string{106: "aloud", 104: "Note"}},
		{search, "", map[int]string{101: "Title", 107: "Empty", 105: "Picked", 104: "Option", 102: "Note"}},
		{table, "", map[int]string{101: "Title", 107: "Empty", 102: "Note"}},
		{table, "wor", map[int]string{106: "wor", 107: "ds"}},
		{
			ready(field.NewChoice("c", "Title", &number, "Picked", "Option")), "",
			map[int]string{101: "Title", 105: "Picked", 104: "Option"},
		},
	} {
		tt.f.Focus()
		tt.f.WithTheme(huh.ThemeFunc(inked))
		tt.f.WithWidth(60)
		typed(tt.f, tt.types)
		for colour, words := range tt.want {
			if got := inColour(tt.f.View(), colour); !strings.Contains(got, words) {
				t.Errorf("%T shows %q in colour %d, want %q", tt.f, got, colour, words)
			}
		}
		tt.f.Refuse("Problem")
		if got := inColour(tt.f.View(), 103); got != "✗ Problem" {
			t.Errorf("%T shows %q in the colour of problems", tt.f, got)
		}
	}
}

// inColour returns what a drawing shows in one of the 256 foreground colours.
func inColour(drawing string, colour int) string {
	var b strings.Builder
	for _, part := range strings.Split(drawing, fmt.Sprintf("\x1b[38;5;%dm", colour))[1:] {
		part, _, _ = strings.Cut(part, "\x1b[")
		b.WriteString(part)
	}
	return b.String()
}
