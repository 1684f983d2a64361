package field_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi/directory"
	"klavilink/ui/field"
)

// picker returns a picker of the institutions in the directory.
func picker(value *string) *field.Picker {
	var options []field.Option
	names := directory.OtherNames()
	for _, i := range directory.Institutions() {
		options = append(options, field.Option{
			Value: i.Code, Label: i.Name, Detail: i.Code, Keywords: i.ISPB, OtherNames: names[i.Code],
		})
	}
	return ready(field.NewPicker(field.PickerConfig{
		Key: "i", Title: "Bank", Value: value, Options: options, None: "None", Nothing: "nothing found",
		UseCode: func(c string) string { return "use " + c },
		Count:   func(n, of int) string { return fmt.Sprintf("%d of %d", n, of) },
	}))
}

func TestPickerFindsAnInstitutionByAnyOfItsNames(t *testing.T) {
	for query, want := range map[string]string{
		"itau":         "341",
		"Itaú":         "341",
		"ITAU":         "341",
		"341":          "341",
		"60701190":     "341",
		"33":           "033",
		"033":          "033",
		"1":            "001",
		"banco brasil": "001",
		"brasil":       "001",
		"nu":           "260",
		"xp":           "348",
		"bmg":          "318",
		"99pay":        "769",
		"999":          "999",
		"sicr":         "748",
		"":             "",
	} {
		var value string
		f := picker(&value)
		typed(f, query)
		if value != want {
			t.Errorf("%q picks %q, want %q:\n%s", query, value, want, shown(f))
		}
	}
}

func TestPickerIgnoresAccentsInTheNameAndInTheQuery(t *testing.T) {
	for _, query := range []string{"sao joao", "SÃO JOÃO", "joao", "Sa\u0303o"} {
		var value string
		f := ready(field.NewPicker(field.PickerConfig{
			Key: "i", Title: "Bank", Value: &value, None: "None", Nothing: "nothing",
			Options: []field.Option{
				{Value: "1", Label: "Santos"},
				{Value: "2", Label: "Crédito São João"},
			},
			UseCode: func(c string) string { return c },
			Count:   func(int, int) string { return "" },
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

func TestPickerShowsAValueThatIsNotAnOption(t *testing.T) {
	value := "X-1"
	f := picker(&value)
	if !strings.Contains(shown(f), "> use X-1") || value != "X-1" {
		t.Errorf("%q\n%s", value, shown(f))
	}
}

func TestPickerSearchesForAPastedText(t *testing.T) {
	var value string
	f := picker(&value)
	f.Update(tea.PasteMsg{Content: " 60701190\r\n"})
	if value != "341" {
		t.Errorf("%q", value)
	}
}
