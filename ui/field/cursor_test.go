package field_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/field"
)

// The mask moves the text, but not the place where the agent types.
func TestTheCursorStaysBehindTheCharacterThatWasTyped(t *testing.T) {
	for _, tt := range []struct {
		keys string // h is home, l is left, r is right, b is backspace, d is delete
		want string // with a bar at the cursor
	}{
		{"", "529.982.247-25|"},
		{"l", "529.982.247-2|5"},
		{"h1", "1|5.299.822/4725"},
		{"h12", "12|.529.982/2472-5"},
		{"h123", "12.3|52.998/2247-25"},
		{"h1234", "12.34|5.299/8224-725"},
		{"h12345", "12.345|.529/9822-4725"},
		{"hd", "|299.822.472-5"},
		{"hrrrd", "529|.822.472-5"},
		{"hrrd", "52|9.822.472-5"},
		{"lllb", "529.982.24|2-5"},
		{"llb", "529.982.24|2-5"},
		{"b", "529.982.247-2|"},
		{"bb", "529.982.247|"},
	} {
		value := "52998224725"
		f := document(&value)
		names := map[rune]string{'h': "home", 'l': "left", 'r': "right", 'b': "backspace", 'd': "delete"}
		for _, k := range tt.keys {
			if name, ok := names[k]; ok {
				press(f, name)
			} else {
				press(f, string(k))
			}
		}
		at := f.Cursor().X - 2
		if got := value[:at] + "|" + value[at:]; got != tt.want {
			t.Errorf("%q: %s, want %s", tt.keys, got, tt.want)
		}
	}
}

func TestTextIsPastedAtTheCursor(t *testing.T) {
	var plain, code string
	var rows []field.Pair
	for _, f := range []field.Field{
		ready(field.NewInput(field.InputConfig{Key: "t", Title: "Text", Value: &plain})), pairs(&rows),
	} {
		typed(f, "açd")
		press(f, "left")
		f.Update(tea.PasteMsg{Content: " éé\n"})
		if c := f.Cursor(); !strings.Contains(shown(f), "açééd") || c.X != 2+len([]rune("açéé")) {
			t.Errorf("%T: cursor %+v in\n%s", f, c, shown(f))
		}
	}
	f := picker(&code)
	typed(f, "ba")
	press(f, "home")
	f.Update(tea.PasteMsg{Content: " nco\n"}) // a search box takes it at its end
	if c := f.Cursor(); !strings.Contains(shown(f), "banco") || c.X != 2+len("banco") {
		t.Errorf("%+v in\n%s", c, shown(f))
	}
}

func TestAControlKeyErasesLikeTheKeyWithAName(t *testing.T) {
	for control, name := range map[string]string{"ctrl+h": "backspace", "ctrl+d": "delete"} {
		for steps := range 14 {
			one, other := "52998224725", "52998224725"
			f, g := document(&one), document(&other)
			for range steps {
				press(f, "left")
				press(g, "left")
			}
			press(f, control)
			press(g, name)
			if one != other {
				t.Errorf("%s, %d from the end: %q, want %q", control, steps, one, other)
			}
		}
	}
}
