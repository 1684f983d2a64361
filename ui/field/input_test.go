package field_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/field"
	"klavilink/validate"
)

// document returns an input for a CPF or CNPJ.
func document(value *string) *field.Input {
	return ready(field.NewInput(field.InputConfig{
		Key: "d", Title: "Document", Value: value, Mask: validate.MaskDocument,
		Check: func(s string) field.Verdict {
			_, p := validate.CheckDocument(s)
			if p.OK() {
				return field.Verdict{Title: "Good", Note: "fine"}
			}
			return field.Verdict{Problem: p.Error(), Note: "so far", Early: p.Reason == validate.Check}
		},
	}))
}

func TestInputMasksTheTextAndStoresItInTheValue(t *testing.T) {
	var value string
	f := document(&value)
	typed(f, "52998224725")
	if value != "529.982.247-25" || !strings.Contains(shown(f), "Good") || !strings.Contains(shown(f), "fine") {
		t.Errorf("%q\n%s", value, shown(f))
	}
}

func TestInputShowsAProblemOnlyWhenThatHelps(t *testing.T) {
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

func TestARefusalIsShownUntilTheValueChangesAndIsNoProblem(t *testing.T) {
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

func TestInputShowsABoxForWhatAPasteCannotShow(t *testing.T) {
	for paste, want := range map[string]string{
		"  529.982.247-25\r\n":          "529.982.247-25",
		"\u200b529\u00a0982247\u201325": "529.982.247-25",
		"529\x1b[31m":                   "529□[31m",
		"5\x00":                         "5□",
		"a\u202eb":                      "AB", // a document ignores the override of the direction
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
		{[]string{"left", "left", "left", "backspace"}, "529.982.242-5"}, // the cursor is behind 247: no punctuation to skip
		{[]string{"left", "left", "backspace"}, "529.982.242-5"},         // the cursor is behind the dash
		{[]string{"home", "delete"}, "299.822.472-5"},
		{[]string{"home", "right", "right", "right", "delete"}, "529.822.472-5"}, // the cursor is before the dot
	} {
		value := "52998224725"
		f := document(&value)
		press(f, tt.keys...)
		if value != tt.want {
			t.Errorf("%q: %q, want %q", tt.keys, value, tt.want)
		}
	}
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

func TestALongTextFitsANarrowerFieldAtAnyCursorPosition(t *testing.T) {
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
