package field_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/field"
)

// ready returns the field with a theme, a width and the focus, as in a form.
func ready[F field.Field](f F) F {
	f.WithTheme(huh.ThemeFunc(huh.ThemeBase))
	f.WithWidth(60)
	f.Focus()
	return f
}

func press(f field.Field, keys ...string) {
	for _, k := range keys {
		f.Update(keyOf(k))
	}
}

// named are the keys that do not type the text that names them.
var named = map[string]tea.KeyPressMsg{
	"enter":     {Code: tea.KeyEnter},
	"tab":       {Code: tea.KeyTab},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	"up":        {Code: tea.KeyUp},
	"down":      {Code: tea.KeyDown},
	"left":      {Code: tea.KeyLeft},
	"right":     {Code: tea.KeyRight},
	"end":       {Code: tea.KeyEnd},
	"home":      {Code: tea.KeyHome},
	"pgup":      {Code: tea.KeyPgUp},
	"pgdown":    {Code: tea.KeyPgDown},
	"space":     {Code: tea.KeySpace, Text: " "},
	"backspace": {Code: tea.KeyBackspace},
	"delete":    {Code: tea.KeyDelete},
}

func keyOf(name string) tea.KeyPressMsg {
	if k, ok := named[name]; ok {
		return k
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: []rune(letter)[0], Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

func typed(f field.Field, text string) {
	for _, r := range text {
		press(f, string(r))
	}
}

func shown(f field.Field) string { return ansi.Strip(f.View()) }

func TestAKeyThatLeavesTheFieldSetsAMoveAndSendsNoCommand(t *testing.T) {
	for key, want := range map[string]field.Move{
		"enter":     field.Accept,
		"tab":       field.Next,
		"down":      field.Next,
		"shift+tab": field.Prev,
		"up":        field.Prev,
		"x":         field.Stay,
	} {
		var value string
		f := document(&value)
		_, cmd := f.Update(keyOf(key))
		if got := f.TakeMove(); got != want || cmd != nil {
			t.Errorf("%s: %v, command %v", key, got, cmd)
		}
		if f.TakeMove() != field.Stay {
			t.Errorf("%s: the move is given twice", key)
		}
	}
}

func TestTheCursorIsWhereTheNextCharacterGoes(t *testing.T) {
	var value string
	f := document(&value)
	typed(f, "5299")
	if c := f.Cursor(); c == nil || c.X != 2+len("529.9") || c.Y != 1 {
		t.Errorf("%+v", c)
	}
	f.Blur()
	if f.Cursor() != nil {
		t.Error("a cursor without the focus")
	}
}

// No typed or pasted text makes a field panic, and no control character reaches the
// screen.
func FuzzFields(f *testing.F) {
	f.Add("52998224725", "\x1b[31m\x00", uint8(3))
	f.Add("12.abc", "a=b\nc=d", uint8(40))
	f.Add("é\u0301", "\u202e\ufeff", uint8(200))
	f.Fuzz(func(t *testing.T, text, paste string, width uint8) {
		var value, code string
		var rows []field.Pair
		for _, fl := range []field.Field{document(&value), picker(&code), pairs(&rows)} {
			fl.WithWidth(int(width))
			typed(fl, text)
			fl.Update(tea.PasteMsg{Content: paste})
			press(fl, "left", "backspace", "delete", "enter", "tab", "shift+tab", "up", "down")
			fl.Problem()
			if s := shown(fl); strings.ContainsAny(s, "\x00\x07\x1b\u202e\u009b") {
				t.Errorf("%T shows %q", fl, s)
			}
			fl.Cursor()
		}
	})
}
