package cli

import (
	"strings"
	"testing"
)

func TestTheLastValueOfAFlagCountsUpToTheDashes(t *testing.T) {
	for line, want := range map[string]string{
		"":                              "",
		"--lang en":                     "en",
		"--lang=en":                     "en",
		"--lang=":                       "",
		"--lang":                        "",
		"--lang pt --lang en":           "en",
		"--lang=pt create --lang=en":    "en",
		"--language en":                 "",
		"create --lang en x":            "en",
		"validate -- --lang en":         "",
		"--lang pt validate -- --lang=": "pt",
		"validate --lang -- en":         "",
	} {
		if got := arguments(strings.Fields(line)).value("--lang"); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

func TestErrorsAreJSONIfAFlagAsksForIt(t *testing.T) {
	for line, want := range map[string]bool{
		"": false, "--json": true, "create --json": true, "--json=true": true, "--json=false": false,
		"--jsonx": false, "validate -- --json": false,
	} {
		if got := arguments(strings.Fields(line)).asksForJSON(); got != want {
			t.Errorf("%q: %t", line, got)
		}
	}
}
