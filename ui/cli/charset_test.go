package cli_test

import (
	"strings"
	"testing"

	"klavilink/ui/cli"
)

func TestTheWizardWritesOnlyWhatTheTerminalShows(t *testing.T) {
	for name, tt := range map[string]struct {
		env      map[string]string
		codePage uint32
		shows    []string
		not      string // characters
	}{
		"UTF-8":          {map[string]string{"LC_ALL": "pt_BR.UTF-8"}, 0, []string{"✓ CPF: os dígitos conferem"}, ""},
		"C":              {map[string]string{"LC_ALL": "C"}, 0, []string{"+ CPF: os digitos conferem"}, "✓íçã─│▄•"},
		"an old console": {nil, 850, []string{"+ CPF: os dígitos conferem"}, "✓─│•"},
	} {
		t.Run(name, func(t *testing.T) {
			getenv := func(name string) string { return tt.env[name] }
			c := sit(t, cli.Env{Getenv: getenv, CodePage: tt.codePage}, "--demo", "--lang", "pt")
			c.sees("CPF ou CNPJ")
			c.screen.Type("52998224725")
			c.sees(tt.shows...)
			c.screen.Type("\x13")
			c.sees("Confira o que ser")
			c.screen.Type("\r")
			c.sees("restam")
			c.screen.Type("\x03")
			c.sees("ctrl+c de novo")
			c.screen.Type("\x03")
			if got := c.ends(); got != cli.ExitOK {
				t.Errorf("exit status %d", got)
			}
			if i := strings.IndexAny(c.screen.Raw(), tt.not); i >= 0 && tt.not != "" {
				t.Errorf("%q is written", c.screen.Raw()[max(i-20, 0):i+4])
			}
		})
	}
}

func TestSentencesOfACommandKeepToTheTerminalAndAFileGetsThemWhole(t *testing.T) {
	for _, tt := range []struct {
		terminal bool
		want     string
	}{{true, "Sao"}, {false, "São"}} {
		var errs strings.Builder
		cli.Run(t.Context(), cli.Env{
			In: strings.NewReader(""), Out: &strings.Builder{}, Err: &errs, ErrTerminal: tt.terminal,
			Getenv: func(name string) string { return map[string]string{"LC_ALL": "C"}[name] },
		}, []string{"create", "São", "--lang", "pt"})
		if !strings.Contains(errs.String(), tt.want) {
			t.Errorf("%t: no %q in %q", tt.terminal, tt.want, errs.String())
		}
	}
}
