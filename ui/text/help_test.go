package text_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"klavilink/ui/text"
)

var optionName = regexp.MustCompile(`--[a-z-]+`)

// The examples of a command are the same in both languages but for the names of files.
func TestTheExamplesAreTheSameInBothLanguages(t *testing.T) {
	pt, en := text.For(text.Portuguese).CLI.Help.Lines, text.For(text.English).CLI.Help.Lines
	if got, want := slices.Sorted(maps.Keys(pt)), slices.Sorted(maps.Keys(en)); !slices.Equal(got, want) {
		t.Fatalf("%q and %q", got, want)
	}
	for command, lines := range pt {
		if len(lines) != len(en[command]) {
			t.Errorf("%q: %d and %d", command, len(lines), len(en[command]))
			continue
		}
		for i, p := range lines {
			e := en[command][i]
			if !slices.Equal(optionName.FindAllString(p.Line, -1), optionName.FindAllString(e.Line, -1)) || p.Says == e.Says {
				t.Errorf("%q: %+v and %+v", command, p, e)
			}
			for _, line := range []string{p.Line, e.Line} {
				if !strings.Contains(line, strings.TrimSpace("klavilink "+command)) {
					t.Errorf("%q is no example of %q", line, command)
				}
			}
		}
	}
}

func TestATopicHasTheSameRowsInBothLanguages(t *testing.T) {
	p, e := text.For(text.Portuguese).CLI.Help, text.For(text.English).CLI.Help
	for _, pair := range [][2]text.Topic{{p.Environment, e.Environment}, {p.ExitCodes, e.ExitCodes}} {
		if pair[0].Name != pair[1].Name || len(pair[0].Rows) != len(pair[1].Rows) {
			t.Fatalf("%+v and %+v", pair[0], pair[1])
		}
		for i, row := range pair[0].Rows {
			if other := pair[1].Rows[i]; row.Name != other.Name || row.Says == other.Says {
				t.Errorf("%+v and %+v", row, other)
			}
		}
	}
}
