package field_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"klavilink/ui/field"
)

// search returns a picker of the options, each written as "value|label|detail|keywords".
func search(value *string, options ...string) *field.Picker {
	cfg := field.PickerConfig{
		Key: "i", Title: "Bank", Placeholder: "Search", Value: value, None: "None", Nothing: "nothing found",
		UseCode: func(c string) string { return "use " + c },
		Count:   func(n, of int) string { return fmt.Sprintf("%d of %d", n, of) },
	}
	for _, o := range options {
		p := append(strings.Split(o, "|"), "", "", "")
		cfg.Options = append(cfg.Options, field.Option{Value: p[0], Label: p[1], Detail: p[2], Keywords: p[3]})
	}
	return ready(field.NewPicker(cfg))
}

// rows returns the lines of the list without the edge, and the line below them.
func rows(f *field.Picker) (list []string, note string) {
	lines := strings.Split(shown(f), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(strings.TrimPrefix(line, "┃ "), " ")
	}
	return lines[2 : len(lines)-1], lines[len(lines)-1]
}

// labels returns the lines of the list that are not empty, without their margin.
func labels(f *field.Picker) []string {
	list, _ := rows(f)
	list = slices.DeleteFunc(list, func(s string) bool { return s == "" })
	for i := range list {
		list[i] = list[i][2:]
	}
	return list
}

func TestTheBestMatchStandsFirst(t *testing.T) {
	options := []string{
		"900|Old three three",     // matches inside only
		"901|Casa 033bank",        // a word begins with the query
		"902|033 Cooperative",     // the name begins with the query
		"0331|Something",          // the code begins with the query
		"033|Santander",           // the code
		"903|Banco 033",           // the name begins with "banco" and the query
		"904|x033x",               // inside
		"905|Other||keyword 033k", // a keyword begins with the query
	}
	var value string
	f := search(&value, options...)
	typed(f, "033")
	want := []string{"Santander", "033 Cooperative", "Something", "Banco 033", "Casa 033bank", "Other", "x033x"}
	if got := labels(f); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if _, note := rows(f); note != "7 of 8" || value != "033" {
		t.Errorf("%q, picked %q", note, value)
	}
}

func TestAllWordsOfAQueryHaveToOccur(t *testing.T) {
	options := []string{"1|Banco do Brasil", "2|Banco Safra", "3|Brasil Plural Banco", "4|Caixa|brasil", "5|Caixa||azul"}
	for query, want := range map[string]string{
		"banco brasil":  "[Banco do Brasil Brasil Plural Banco]",
		"brasil banco":  "[Banco do Brasil Brasil Plural Banco]",
		"  safra  ":     "[Banco Safra]",
		"do-brasil":     "[Banco do Brasil]",
		"caixa brasil":  "[]",      // a detail is not searched
		"caixa azul":    "[Caixa]", // a keyword is
		"brasil plural": "[Brasil Plural Banco]",
	} {
		var value string
		f := search(&value, options...)
		typed(f, query)
		if got := fmt.Sprint(labels(f)); got != want {
			t.Errorf("%q finds %s, want %s", query, got, want)
		}
	}
}

func TestACodeThatIsNoOptionIsOfferedLast(t *testing.T) {
	options := []string{"033|Santander", "341|Itau"}
	for query, want := range map[string]string{
		"san":                   "[Santander]",        // a name
		"sa7":                   "[use sa7]",          // a digit makes it a code
		"san-x_y":               "[use san-x_y]",      // no option matches
		"33":                    "[Santander use 33]", // a match, but not the code itself
		"santnder":              "[Santander use santnder]",
		"033":                   "[Santander]",
		" 77 ":                  "[use 77]",
		"a b":                   "[]",
		"a.b":                   "[]",
		"são":                   "[]", // codes are ASCII
		"9²":                    "[]",
		strings.Repeat("7", 36): "[use " + strings.Repeat("7", 36) + "]",
		strings.Repeat("7", 37): "[]",
	} {
		var value string
		f := search(&value, options...)
		typed(f, query)
		if got := fmt.Sprint(labels(f)); got != want {
			t.Errorf("%q offers %s, want %s", query, got, want)
		}
	}
}

func TestKeysMoveTheHighlightInsideTheWindow(t *testing.T) {
	var options []string
	for i := range 20 {
		options = append(options, fmt.Sprintf("%c|Bank %c", 'a'+i, 'a'+i))
	}
	for keys, want := range map[string]string{ // the highlighted value, and the first and the last line
		"":                                 " None…Bank d",
		"up":                               " None…Bank d",
		"down":                             "a None…Bank d",
		"down down down down":              "d None…Bank d",
		"down down down down down":         "e Bank a…Bank e",
		"down down down down down up":      "d Bank a…Bank e",
		"pgdown":                           "e Bank a…Bank e",
		"pgdown pgdown":                    "j Bank f…Bank j",
		"pgdown pgdown pgup":               "e Bank e…Bank i",
		"pgdown pgdown pgdown pgdown":      "t Bank p…Bank t",
		"pgdown pgdown pgdown pgdown down": "t Bank p…Bank t",
		"pgdown pgup":                      " None…Bank d",
		"down down pgup":                   " None…Bank d",
	} {
		var value string
		f := search(&value, options...)
		f.WithHeight(8) // a title, the box, five lines and a note
		press(f, strings.Fields(keys)...)
		list, _ := rows(f)
		got := value + " " + list[0][2:] + "…" + list[len(list)-1][2:]
		if got != want || len(list) != 5 {
			t.Errorf("%s: %s in %d lines, want %s", keys, got, len(list), want)
		}
		marked := slices.DeleteFunc(list, func(s string) bool { return !strings.HasPrefix(s, "> ") })
		if len(marked) != 1 || value != "" && marked[0] != "> Bank "+value {
			t.Errorf("%s highlights %q for %q", keys, marked, value)
		}
		if f.TakeMove() != field.Stay {
			t.Errorf("%s leaves the field", keys)
		}
	}
}

func TestKeysLeaveThePicker(t *testing.T) {
	for key, want := range map[string]field.Move{"enter": field.Accept, "tab": field.Next, "shift+tab": field.Prev} {
		var value string
		f := search(&value, "1|One")
		press(f, key)
		if got := f.TakeMove(); got != want {
			t.Errorf("%s: %d, want %d", key, got, want)
		}
	}
}

func TestAPickerHasTheHeightItIsGivenAndNeverLessThanThreeLines(t *testing.T) {
	for height, want := range map[int]int{20: 20, 8: 8, 7: 7, 6: 6, 5: 6, 0: 6} {
		for _, query := range []string{"", "one", "no such bank"} {
			var value string
			f := search(&value, "1|One", "2|Two")
			f.WithHeight(height)
			typed(f, query)
			if got := strings.Count(shown(f), "\n") + 1; got != want {
				t.Errorf("%d lines for a height of %d and %q, want %d", got, height, query, want)
			}
		}
	}
	var value string
	if got := strings.Count(shown(search(&value)), "\n") + 1; got != 11 {
		t.Errorf("%d lines if no height was given", got)
	}
}

func TestARowIsCutToItsColumn(t *testing.T) {
	long := strings.Repeat("0123456789", 8)
	for _, tt := range []struct{ label, detail, want string }{
		{"One", "341", "  One" + strings.Repeat(" ", 27) + " 341"},
		{long[:30], "341", "  " + long[:30] + " 341"},
		{long[:31], "341", "  " + long[:29] + "… 341"},
		{"Açaí", "341", "  Açaí" + strings.Repeat(" ", 26) + " 341"},
		{long[:56], "", "  " + long[:56]}, // the margin and the edge take two columns each
		{long, "", "  " + long[:56]},
	} {
		var value string
		f := search(&value, "1|"+tt.label+"|"+tt.detail)
		list, _ := rows(f)
		if list[1] != tt.want {
			t.Errorf("%q, want %q", list[1], tt.want)
		}
		press(f, "down")
		if list, _ = rows(f); list[1] != "> "+tt.want[2:] {
			t.Errorf("highlighted %q, want %q", list[1], "> "+tt.want[2:])
		}
	}
}

func TestAnErasedQueryBringsBackTheValueOfTheStart(t *testing.T) {
	value := "2"
	f := search(&value, "1|One", "2|Two", "3|Three")
	if list, note := rows(f); list[2] != "> Two" || note != "3 of 3" {
		t.Errorf("%q %q", list, note)
	}
	typed(f, "o")
	if value != "1" {
		t.Errorf("%q for a query", value)
	}
	press(f, "home") // moves in the box and searches nothing
	press(f, "down")
	press(f, "end")
	if value != "2" {
		t.Errorf("the highlight moved with the cursor of the box: %q", value)
	}
	press(f, "backspace")
	if list, _ := rows(f); value != "2" || list[2] != "> Two" {
		t.Errorf("%q\n%s", value, shown(f))
	}
	if f.Escape() || strings.TrimSpace(strings.Split(shown(f), "\n")[1][len("┃"):]) != "Search" {
		t.Errorf("the box is not empty:\n%s", shown(f))
	}
}
