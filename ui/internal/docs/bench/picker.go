package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"klavilink/klavi/directory"
	"klavilink/ui/field"
)

// institutions is how many a list of the whole country may have.
const institutions = 500

// pickerText stands above the table. It takes the number of institutions.
const pickerText = "The time to type or delete a letter in a search among %d institutions, and to draw the list\n" +
	"again at 80 columns. bubbles/list searches in a command, and the measurement waits for the\n" +
	"answer, as a user does. `go test ./ui -run xxx -bench Picker` measures klavilink's whole\n" +
	"screen with the picker."

// picker measures a key that narrows a list, and the drawing of the list after it.
func picker(_ context.Context, p plan, _ []program) (section, error) {
	s := section{
		text:     fmt.Sprintf(pickerText, institutions),
		measures: []measure{{name: "a key", unit: "µs", digits: 0}, {name: "allocations", digits: 0}},
	}
	names := names()
	contenders := []contender{
		{"klavilink's picker", ourPicker(names)},
		{"huh.Select", huhSelect(names)},
		{"bubbles/list", bubblesList(names)},
	}
	for _, c := range contenders {
		const word = "banco"
		var drawn string
		for _, letter := range word {
			drawn = c.key(tea.KeyPressMsg{Code: letter, Text: string(letter)})
		}
		if lower := strings.ToLower(drawn); !strings.Contains(lower, "banco") || strings.Contains(lower, "cooperativa") {
			return s, fmt.Errorf("%s does not narrow to %q:\n%s", c.name, word, drawn)
		}
		for range word {
			c.key(tea.KeyPressMsg{Code: tea.KeyBackspace})
		}
	}
	keys := []tea.KeyPressMsg{
		{Code: 'b', Text: "b"},
		{Code: 'a', Text: "a"},
		{Code: 'n', Text: "n"},
		{Code: tea.KeyBackspace},
		{Code: tea.KeyBackspace},
		{Code: tea.KeyBackspace},
	}
	var jobs []job
	for _, c := range contenders {
		jobs = append(jobs, job{c.name, func(b *testing.B) {
			for i := 0; i < b.N; i++ {
				c.key(keys[i%len(keys)])
			}
		}})
	}
	for name, r := range timed(p.rounds, jobs) {
		s.rows = append(s.rows, row{name, []float64{r.ns / 1000, r.allocs}})
	}
	return s, nil
}

// contender takes a key and returns what it draws after that.
type contender struct {
	name string
	key  func(tea.KeyPressMsg) string
}

func names() []string {
	var names []string
	for _, i := range directory.Institutions() {
		names = append(names, i.Name)
	}
	for i := len(names); i < institutions; i++ {
		names = append(names, fmt.Sprintf("Cooperativa de Crédito São João nº %d", i))
	}
	return names
}

func ourPicker(names []string) func(tea.KeyPressMsg) string {
	options := make([]field.Option, len(names))
	for i, name := range names {
		options[i] = field.Option{Value: fmt.Sprint(i), Label: name}
	}
	var value string
	f := field.NewPicker(field.PickerConfig{
		Title: "Institution", Value: &value, Options: options, None: "The customer chooses",
		UseCode: func(code string) string { return code },
		Count:   func(shown, all int) string { return fmt.Sprintf("%d of %d", shown, all) },
		Nothing: "No institution",
	})
	f.WithTheme(huh.ThemeFunc(huh.ThemeCharm)).WithWidth(80).WithHeight(20)
	f.Focus()
	return func(msg tea.KeyPressMsg) string {
		f.Update(msg)
		return f.View()
	}
}

func huhSelect(names []string) func(tea.KeyPressMsg) string {
	var value string
	f := huh.NewSelect[string]().Title("Institution").Options(huh.NewOptions(names...)...).Filtering(true).Value(&value)
	f.WithTheme(huh.ThemeFunc(huh.ThemeCharm)).WithKeyMap(huh.NewDefaultKeyMap()).WithWidth(80).WithHeight(20)
	f.Focus()
	return func(msg tea.KeyPressMsg) string {
		f.Update(msg)
		return f.View()
	}
}

// answered runs a command, if there is one.
func answered(cmd tea.Cmd) tea.Msg {
	if cmd == nil {
		return nil
	}
	return cmd()
}

// item is an entry of bubbles/list.
type item string

func (i item) FilterValue() string { return string(i) }
func (i item) Title() string       { return string(i) }
func (i item) Description() string { return "" }

func bubblesList(names []string) func(tea.KeyPressMsg) string {
	items := make([]list.Item, len(names))
	for i, name := range names {
		items[i] = item(name)
	}
	delegate := list.NewDefaultDelegate()
	delegate.ShowDescription = false
	m := list.New(items, delegate, 80, 20)
	m.Title = "Institution"
	m.FilterInput.SetVirtualCursor(false) // else each key comes with a command that waits to blink
	var take func(tea.Msg)
	take = func(msg tea.Msg) {
		var cmd tea.Cmd
		m, cmd = m.Update(msg)
		switch answer := answered(cmd).(type) {
		case list.FilterMatchesMsg:
			take(answer)
		case tea.BatchMsg:
			for _, cmd := range answer {
				if found, ok := answered(cmd).(list.FilterMatchesMsg); ok {
					take(found)
				}
			}
		}
	}
	take(tea.KeyPressMsg{Code: '/', Text: "/"})
	return func(msg tea.KeyPressMsg) string {
		take(msg)
		return m.View()
	}
}
