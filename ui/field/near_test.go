package field_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi/directory"
)

func TestPickerKnowsOtherNamesAndForgivesWrongLetters(t *testing.T) {
	for query, want := range map[string]string{
		"bb":             "001",
		"BB":             "001",
		"cef":            "104",
		"unibanco":       "341",
		"roxinho":        "260",
		"bradeso":        "237", // a letter is missing
		"santnder":       "033",
		"itua":           "341", // two are swapped
		"caxia":          "104",
		"nubannk":        "260", // one is doubled
		"banco do brazi": "001", // one is another, in the middle of the name
		"brazil":         "001", // in the last word
		"mercdo pgo":     "323", // two letters of a long name
		"roxino":         "260", // in another name
		"uni":            "136", // the beginning of a name goes before that of another name
	} {
		var value string
		f := picker(&value)
		typed(f, query)
		if value != want || f.Problem() != "" {
			t.Errorf("%q picks %q, want %q:\n%s", query, value, want, shown(f))
		}
	}
}

func TestAShortQueryForgivesLess(t *testing.T) {
	options := []string{"1|Asa", "2|Neon", "3|Santander"}
	for query, want := range map[string]string{
		"xsa":      "[use xsa]", // of three letters none may be wrong
		"nexn":     "[Neon use nexn]",
		"nxxn":     "[use nxxn]", // of four letters one
		"sanxxnd":  "[use sanxxnd]",
		"sanxxnde": "[Santander use sanxxnde]", // of eight letters two
		"sxnxxnde": "[use sxnxxnde]",
	} {
		var value string
		f := search(&value, options...)
		typed(f, query)
		if got := fmt.Sprint(labels(f)); got != want {
			t.Errorf("%q offers %s, want %s", query, got, want)
		}
	}
}

func TestFewerWrongLettersGoBeforeMore(t *testing.T) {
	options := []string{
		"1|Bradascarx", "2|Bradexcard", "3|A Bradescard B", "4|Bradescard", "5|Bradescard Two", "6|Other", "7|Seven",
	}
	var value string
	f := search(&value, options...)
	typed(f, "bradescard")
	want := []string{"Bradescard", "Bradescard Two", "A Bradescard B", "Bradexcard", "Bradascarx"}
	if got := labels(f); !slices.Equal(got, want) || value != "4" {
		t.Errorf("%q, want %q", got, want)
	}
	if _, note := rows(f); note != "5 of 7" {
		t.Errorf("%q", note)
	}
}

func TestANumberForgivesNoDigit(t *testing.T) {
	var value string
	f := search(&value, "1|Bank 60701190")
	typed(f, "60701191")
	if got := labels(f); !slices.Equal(got, []string{"use 60701191"}) {
		t.Errorf("%q", got)
	}
}

func TestLettersNeverPickACodeThatIsNoOptionByThemselves(t *testing.T) {
	value := "341"
	f := picker(&value)
	typed(f, "abacaxi")
	if value != "341" || f.Problem() != "nothing found" || strings.Contains(shown(f), ">") {
		t.Errorf("%q is picked:\n%s", value, shown(f))
	}
	f.WithHeight(12)
	if value != "341" {
		t.Errorf("%q is picked by a new size", value)
	}
	press(f, "down")
	if value != "abacaxi" || f.Problem() != "" || !strings.Contains(shown(f), "> use abacaxi") {
		t.Errorf("%q cannot be picked:\n%s", value, shown(f))
	}
	typed(f, "1")
	if value != "341" {
		t.Errorf("%q is picked once a letter is added", value)
	}
	f.Escape()
	typed(f, "9999")
	if value != "9999" {
		t.Errorf("%q is picked for a code", value)
	}
}

// found returns the values of the rows for a query.
func found(query string) []string {
	value := ""
	f := picker(&value)
	f.WithHeight(60)
	f.Update(tea.PasteMsg{Content: query})
	var list []string
	for range labels(f) {
		list = append(list, value)
		press(f, "down")
	}
	return list
}

func FuzzAnExactNameIsFirstAndAWrongLetterIsForgiven(f *testing.F) {
	for i := range directory.Institutions() {
		f.Add(uint(i), uint(i), "x")
	}
	f.Add(uint(3), uint(2), "ã")
	f.Fuzz(func(t *testing.T, which, where uint, letter string) {
		all := directory.Institutions()
		in := all[which%uint(len(all))]
		if got := found(in.Name); len(got) == 0 || got[0] != in.Code {
			t.Errorf("%s finds %q", in.Name, got)
		}
		name, wrong := []rune(in.Name), []rune(letter)
		if len(name) < 4 || len(wrong) != 1 || !plain(wrong[0]) {
			return // Short names forgive nothing, and other characters are no letters.
		}
		name[where%uint(len(name))] = wrong[0]
		if got := found(string(name)); !slices.Contains(got, in.Code) {
			t.Errorf("%s finds %q, not %s", string(name), got, in.Name)
		}
	})
}

// plain reports whether a rune is a letter that a Brazilian keyboard has.
func plain(r rune) bool {
	return r >= 'a' && r <= 'z' || strings.ContainsRune("áéíóúâêôãõç", r)
}

func TestANewHeightKeepsARefusal(t *testing.T) {
	value := "341"
	f := picker(&value)
	f.Refuse("refused by the API")
	f.WithHeight(12)
	if !strings.Contains(shown(f), "✗ refused by the API") {
		t.Error(shown(f))
	}
}
