package field_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi/directory"
	"klavilink/ui/field"
	"klavilink/validate"
)

// ready gives a field a theme, a width and the focus, as a form does.
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

func keyOf(name string) tea.KeyPressMsg {
	switch name {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "tab":
		return tea.KeyPressMsg{Code: tea.KeyTab}
	case "shift+tab":
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	case "up":
		return tea.KeyPressMsg{Code: tea.KeyUp}
	case "down":
		return tea.KeyPressMsg{Code: tea.KeyDown}
	case "left":
		return tea.KeyPressMsg{Code: tea.KeyLeft}
	case "right":
		return tea.KeyPressMsg{Code: tea.KeyRight}
	case "home":
		return tea.KeyPressMsg{Code: tea.KeyHome}
	case "backspace":
		return tea.KeyPressMsg{Code: tea.KeyBackspace}
	case "delete":
		return tea.KeyPressMsg{Code: tea.KeyDelete}
	case "ctrl+x":
		return tea.KeyPressMsg{Code: 'x', Mod: tea.ModCtrl}
	default:
		return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
	}
}

func typed(f field.Field, text string) {
	for _, r := range text {
		press(f, string(r))
	}
}

func shown(f field.Field) string { return ansi.Strip(f.View()) }

func document(value *string) *field.Input {
	return ready(field.NewInput(field.InputConfig{Key: "d", Title: "Document", Value: value, Mask: validate.MaskDocument, Check: func(s string) field.Verdict {
		_, p := validate.CheckDocument(s)
		if p.OK() {
			return field.Verdict{Title: "Good", Note: "fine"}
		}
		return field.Verdict{Problem: p.Error(), Note: "so far", Early: p.Reason == validate.Check}
	}}))
}

func TestInputMasksWhileTypingAndTellsTheValue(t *testing.T) {
	var value string
	f := document(&value)
	typed(f, "52998224725")
	if value != "529.982.247-25" || !strings.Contains(shown(f), "Good") || !strings.Contains(shown(f), "fine") {
		t.Errorf("%q\n%s", value, shown(f))
	}
}

func TestInputSaysWhatIsWrongOnlyWhenItHelps(t *testing.T) {
	var value string
	f := document(&value)
	typed(f, "529")
	if s := shown(f); strings.Contains(s, "✗") || !strings.Contains(s, "so far") {
		t.Errorf("while typing:\n%s", s)
	}
	if f.Problem() == "" || !strings.Contains(shown(f), "✗ cpf: 8 missing") {
		t.Errorf("when going on:\n%s", shown(f))
	}
	typed(f, "9")
	if strings.Contains(shown(f), "✗") {
		t.Errorf("after the next key:\n%s", shown(f))
	}
	typed(f, "8224724")
	if !strings.Contains(shown(f), "✗ cpf: check digits") {
		t.Errorf("what typing cannot mend:\n%s", shown(f))
	}
}

func TestARefusalIsShownUntilTheValueChangesAndKeepsNobodyBack(t *testing.T) {
	var value string
	f := document(&value)
	typed(f, "52998224725")
	f.Refuse("the API does not know it")
	press(f, "left")
	if f.Problem() != "" || !strings.Contains(shown(f), "✗ the API") {
		t.Errorf("%s", shown(f))
	}
	press(f, "backspace")
	if strings.Contains(shown(f), "the API") {
		t.Errorf("%s", shown(f))
	}
}

func TestInputTakesPastesWithoutLosingAnythingInSilence(t *testing.T) {
	for paste, want := range map[string]string{
		"  529.982.247-25\r\n":          "529.982.247-25",
		"\u200b529\u00a0982247\u201325": "529.982.247-25",
		"529\x1b[31m":                   "529□[31m",
		"5\x00":                         "5□",
		"a\u202eb":                      "AB", // an override means nothing in a document
		strings.Repeat("1", 40):         strings.Repeat("1", 40),
	} {
		var value string
		f := document(&value)
		f.Update(tea.PasteMsg{Content: paste})
		if value != want {
			t.Errorf("%q became %q, want %q", paste, value, want)
		}
	}
	var value string
	f := ready(field.NewInput(field.InputConfig{Key: "e", Value: &value}))
	typed(f, "ab")
	press(f, "left")
	f.Update(tea.PasteMsg{Content: " x\u202ey\n"})
	if value != "ax□yb" {
		t.Errorf("%q", value)
	}
}

func TestBackspaceAndDeleteStepOverPunctuation(t *testing.T) {
	for _, tt := range []struct {
		keys []string
		want string
	}{
		{[]string{"backspace"}, "529.982.247-2"},
		{[]string{"backspace", "backspace"}, "529.982.247"},
		{[]string{"backspace", "backspace", "backspace"}, "529.982.24"},
		{[]string{"left", "left", "left", "backspace"}, "529.982.242-5"}, // behind 247, over nothing
		{[]string{"left", "left", "backspace"}, "529.982.242-5"},         // behind the dash
		{[]string{"home", "delete"}, "299.822.472-5"},
		{[]string{"home", "right", "right", "right", "delete"}, "529.822.472-5"}, // before the dot
	} {
		value := "52998224725"
		f := document(&value)
		press(f, tt.keys...)
		if value != tt.want {
			t.Errorf("%q: %q, want %q", tt.keys, value, tt.want)
		}
	}
}

func TestKeysThatLeaveSayWhereToAndNothingElse(t *testing.T) {
	for key, want := range map[string]field.Move{"enter": field.Accept, "tab": field.Next, "down": field.Next, "shift+tab": field.Prev, "up": field.Prev, "x": field.Stay} {
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

func picker(value *string) *field.Picker {
	var options []field.Option
	for _, i := range directory.Institutions() {
		options = append(options, field.Option{Value: i.Code, Label: i.Name, Detail: i.Code, Keywords: i.ISPB})
	}
	return ready(field.NewPicker(field.PickerConfig{
		Key: "i", Title: "Bank", Value: value, Options: options, None: "None", Nothing: "nothing found",
		UseCode: func(c string) string { return "use " + c }, Count: func(n, of int) string { return fmt.Sprintf("%d of %d", n, of) },
	}))
}

func TestPickerFindsByAnyOfItsNames(t *testing.T) {
	for query, want := range map[string]string{
		"itau": "341", "Itaú": "341", "ITAU": "341", "341": "341", "60701190": "341", "33": "033", "033": "033", "1": "001", "banco brasil": "001",
		"brasil": "001", "nu": "260", "xp": "348", "bmg": "318", "99pay": "769", "999": "999", "sicr": "748", "": "",
	} {
		var value string
		f := picker(&value)
		typed(f, query)
		if value != want {
			t.Errorf("%q picks %q, want %q:\n%s", query, value, want, shown(f))
		}
	}
}

func TestAccentsCountNeitherInTheNameNorInTheQuery(t *testing.T) {
	for _, query := range []string{"sao joao", "SÃO JOÃO", "joao", "Sa\u0303o"} {
		var value string
		f := ready(field.NewPicker(field.PickerConfig{
			Key: "i", Title: "Bank", Value: &value, None: "None", Nothing: "nothing", Options: []field.Option{{Value: "1", Label: "Santos"}, {Value: "2", Label: "Crédito São João"}},
			UseCode: func(c string) string { return c }, Count: func(int, int) string { return "" },
		}))
		typed(f, query)
		if value != "2" {
			t.Errorf("%q picks %q", query, value)
		}
	}
}

func TestPickerKeepsTheValueUntilAnotherIsFound(t *testing.T) {
	value := "341"
	f := picker(&value)
	if !strings.Contains(shown(f), "> Itaú") {
		t.Errorf("the value is not highlighted:\n%s", shown(f))
	}
	typed(f, "no such bank")
	if value != "341" || f.Problem() != "nothing found" || !strings.Contains(shown(f), "✗ nothing found") {
		t.Errorf("%q %q", value, f.Problem())
	}
	if !f.Escape() || f.Escape() || value != "341" || f.Problem() != "" {
		t.Errorf("%q after clearing", value)
	}
	press(f, "up", "up")
	if value != "" {
		t.Errorf("%q at the top", value)
	}
}

func TestPickerShowsAValueThatIsNoOption(t *testing.T) {
	value := "X-1"
	f := picker(&value)
	if !strings.Contains(shown(f), "> use X-1") || value != "X-1" {
		t.Errorf("%q\n%s", value, shown(f))
	}
}

func TestPickerTakesPastes(t *testing.T) {
	var value string
	f := picker(&value)
	f.Update(tea.PasteMsg{Content: " 60701190\r\n"})
	if value != "341" {
		t.Errorf("%q", value)
	}
}

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

func TestChoiceIsMadeWithTheArrows(t *testing.T) {
	value := 7 // out of range is put right
	f := ready(field.NewChoice("c", "Choice", &value, "one", "two", "three"))
	if value != 2 || !strings.Contains(shown(f), "> three") {
		t.Errorf("%d\n%s", value, shown(f))
	}
	press(f, "up", "up", "up")
	if value != 0 || f.TakeMove() != field.Prev {
		t.Errorf("%d", value)
	}
	press(f, "right", "enter")
	if value != 1 || f.TakeMove() != field.Accept {
		t.Errorf("%d", value)
	}
}

// Whatever is typed and pasted, nothing panics, no control character reaches the
// screen, and the value is what the screen shows.
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

func ExampleNewInput() {
	var value string
	f := field.NewInput(field.InputConfig{Key: "cpf", Title: "CPF", Value: &value, Mask: validate.MaskCPF})
	f.Focus()
	f.Update(tea.PasteMsg{Content: " 52998224725\r\n"})
	fmt.Println(value)
	f.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	fmt.Println(f.TakeMove() == field.Accept)
	// Output:
	// 529.982.247-25
	// true
}

func TestALongTextFitsANarrowerFieldWhereverItsCursorIs(t *testing.T) {
	for _, keys := range [][]string{{}, {"left"}, {"home"}, {"left", "left", "left", "left", "left", "left"}} {
		var value string
		f := ready(field.NewInput(field.InputConfig{Key: "u", Title: "URL", Value: &value}))
		f.Update(tea.PasteMsg{Content: strings.Repeat("https://exemplo.com/", 8)})
		press(f, keys...)
		for _, width := range []int{60, 40, 25, 50} {
			f.WithWidth(width)
			for _, line := range strings.Split(shown(f), "\n") {
				if n := ansi.StringWidth(line); n > width {
					t.Errorf("%q: a line of %d in %d: %q", keys, n, width, line)
				}
			}
		}
	}
}
