package cli

import (
	"fmt"
	"strings"
	"testing"

	"klavilink/ui/text"
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

func TestAWrongCommandLineIsNamedInTheLanguage(t *testing.T) {
	for _, lang := range []string{"pt", "en"} {
		words := &text.For(text.Lang(lang)).CLI
		long := strings.Repeat("x", 70)
		for line, want := range map[string]string{
			"--nonsense":           fmt.Sprintf(words.BadFlagF, "nonsense"),
			"-x":                   fmt.Sprintf(words.BadFlagF, "x"),
			"--" + long:            fmt.Sprintf(words.BadFlagF, long[:59]+"…"),
			"--env":                fmt.Sprintf(words.BareFlagF, "env"),
			"nonsense":             fmt.Sprintf(words.BadArgF, "nonsense"),
			"create x":             fmt.Sprintf(words.BadArgF, "x"),
			"create " + long:       fmt.Sprintf(words.BadArgF, long[:59]+"…"),
			"create --env x":       fmt.Sprintf(words.BadEnvF, "x"),
			"doctor x":             fmt.Sprintf(words.BadArgF, "x"),
			"login x":              fmt.Sprintf(words.BadArgF, "x"),
			"logout x":             fmt.Sprintf(words.BadArgF, "x"),
			"validate rg":          fmt.Sprintf(words.BadKindF, "rg"),
			"validate":             words.NoKind,
			"--demo-listen nobody": fmt.Sprintf(words.BadListenF, "nobody"),
		} {
			env := Env{InTerminal: true, OutTerminal: true}
			args := append([]string{"--lang", lang}, strings.Fields(line)...)
			in := `{"personalTaxId":"52998224725"}`
			if strings.HasPrefix(line, "create") {
				env.InTerminal = false
			}
			r := commanded(t.Context(), env, in, args...)
			if r.status != ExitUsage || r.out != "" || r.err != want+"\n" {
				t.Errorf("%s %q: %d %q %q, want %q", lang, line, r.status, r.out, r.err, want)
			}
		}
	}
	if r := commanded(t.Context(), Env{}, "", "--lang", "fr", "validate", "cpf", "1"); r.status != ExitUsage ||
		r.err != fmt.Sprintf(text.For("pt").CLI.BadLangF, "fr")+"\n" {
		t.Errorf("%d %q", r.status, r.err)
	}
}
