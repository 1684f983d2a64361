package cli

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/text"
)

// helped returns the help of a command, with escape sequences.
func helped(t *testing.T, lang string, command ...string) string {
	t.Helper()
	r := commanded(t.Context(), Env{Environ: []string{"TERM=xterm-256color", "TTY_FORCE=1"}}, "",
		append(command, "--help", "--lang", lang)...)
	if r.status != ExitOK || r.err != "" {
		t.Errorf("%q: %d %q", command, r.status, r.err)
	}
	return r.out
}

// sections returns the rows of each section of a help by its heading. Before the first
// heading stands what the command does.
func sections(help string) map[string][]string {
	all, heading := map[string][]string{}, ""
	for _, line := range strings.Split(ansi.Strip(help), "\n") {
		if line != "" && strings.ToUpper(line) == line && !strings.HasPrefix(line, " ") {
			heading = line
		} else if line != "" {
			all[heading] = append(all[heading], line)
		}
	}
	return all
}

// names returns the first words of the rows that begin a name.
func names(rows []string) string {
	var list []string
	for _, row := range rows {
		if strings.HasPrefix(row, "  ") && !strings.HasPrefix(row, strings.Repeat(" ", 8)) {
			name, _, _ := strings.Cut(strings.TrimSpace(row), "  ")
			list = append(list, name)
		}
	}
	return strings.Join(list, " · ")
}

func TestTheHelpNamesEveryCommandAndEveryFlagOfIt(t *testing.T) {
	const shared = "--demo · --env · -h, --help"
	for command, want := range map[string]struct{ usage, commands, flags string }{
		"": {
			"klavilink [comando] [opções]", "completion · create · doctor · help · listen · login · logout · " +
				"trigger · validate",
			"--debug · --demo · --demo-events · --demo-events-older · --demo-events-regulated · --demo-listen · " +
				"--demo-speed · --demo-story · --env · -h, --help · --input · --lang · --plain · --print-link · -v, --version",
		},
		"create": {
			"klavilink create [opções]", "",
			"--callback · --demo · --dry-run · --env · -h, --help · --input · --institution · --jobs · " +
				"--json · --lang · --no-document · --patience · --profile · --qr · --rate · --redirect · --resume · --wait",
		},
		"listen": {
			"klavilink listen [opções]", "",
			"--demo · --env · --forward · -h, --help · --json · --lang · --on · --print-body",
		},
		"trigger": {
			"klavilink trigger NAME [opções]", "", "--demo · --env · -h, --help · --json · --lang · --link · --list · " +
				"--replayed · --slow · --tampered · --to · --unsigned",
		},
		"doctor":   {"klavilink doctor [opções]", "", shared + " · --lang"},
		"login":    {"klavilink login [opções]", "", shared + " · --insecure-storage · --lang"},
		"logout":   {"klavilink logout [opções]", "", shared + " · --lang"},
		"validate": {"klavilink validate cpf|cnpj|phone|email [VALUE...] [opções]", "", shared + " · --json · --lang"},
	} {
		words := &text.For("pt").CLI
		all := sections(helped(t, "pt", strings.Fields(command)...))
		if got := strings.TrimSpace(strings.Join(all[words.HelpUsage], "")); got != want.usage {
			t.Errorf("%q: usage %q, want %q", command, got, want.usage)
		}
		if got := names(all[words.HelpCommands]); got != want.commands {
			t.Errorf("%q: commands %q, want %q", command, got, want.commands)
		}
		if got := names(all[words.HelpFlags]); got != want.flags {
			t.Errorf("%q: flags %q, want %q", command, got, want.flags)
		}
	}
}

func TestTheHelpFitsEightyColumnsAndExplainsInOneColumn(t *testing.T) {
	for _, lang := range []string{"pt", "en"} {
		words := &text.For(text.Lang(lang)).CLI
		for _, command := range []string{"", "create", "doctor", "listen", "login", "logout", "trigger", "validate"} {
			help := helped(t, lang, strings.Fields(command)...)
			all := sections(help)
			widest := 0
			for _, rows := range all {
				for _, row := range rows {
					widest = max(widest, ansi.StringWidth(row))
				}
			}
			if widest > 80 {
				t.Errorf("%s %q: a line of %d", lang, command, widest)
			}
			for _, heading := range []string{words.HelpCommands, words.HelpFlags} {
				column := 0
				for _, row := range all[heading] {
					name, rest, named := strings.Cut(strings.TrimLeft(row, " "), "  ")
					at := ansi.StringWidth(row) - ansi.StringWidth(strings.TrimLeft(row, " "))
					if named {
						first := strings.TrimLeft(rest, " ")
						at = ansi.StringWidth(row) - ansi.StringWidth(first)
						if strings.ToUpper(first[:1]) != first[:1] {
							t.Errorf("%s %q: %s is explained in lower case", lang, command, name)
						}
					}
					if column == 0 {
						column = at
					}
					if at != column {
						t.Errorf("%s %q: %q stands in column %d, want %d", lang, command, row, at, column)
					}
				}
				if len(all[heading]) > 0 && !strings.Contains(help, "\n\n\x1b[1m"+heading+"\x1b[m\n") {
					t.Errorf("%s %q: %s is not bold under a blank line", lang, command, heading)
				}
			}
		}
	}
}

func TestEveryCommandSaysWhatItDoesInTheLanguage(t *testing.T) {
	for _, lang := range []string{"pt", "en"} {
		words := &text.For(text.Lang(lang)).CLI
		for command, want := range map[string]string{
			"": words.Long, "create": words.CreateLong, "validate": words.ValidateLong, "login": words.LoginLong,
			"logout": words.LogoutShort, "doctor": words.DoctorShort,
		} {
			got := strings.Join(sections(helped(t, lang, strings.Fields(command)...))[""], " ")
			if got != strings.Join(strings.Fields(want), " ") {
				t.Errorf("%s %q says %q, want %q", lang, command, got, want)
			}
		}
		listed := strings.Join(strings.Fields(strings.Join(sections(helped(t, lang))[words.HelpCommands], " ")), " ")
		for _, short := range []string{
			words.CreateShort, words.ValidateShort, words.LoginShort, words.LogoutShort, words.DoctorShort,
			words.HelpShort, words.CompletionShort,
		} {
			if !strings.Contains(listed, sentence(short)) {
				t.Errorf("%s: no %q in %q", lang, sentence(short), listed)
			}
		}
	}
}

func TestASentenceBeginsWithACapitalLetter(t *testing.T) {
	for s, want := range map[string]string{"a": "A", "água": "Água", "Já": "Já", "1 x": "1 x"} {
		if got := sentence(s); got != want {
			t.Errorf("%q became %q", s, got)
		}
	}
}

func TestTheManualPageIsOfThisProgramAndHidden(t *testing.T) {
	r := commanded(t.Context(), Env{}, "", "man")
	if r.status != ExitOK || !strings.Contains(r.out, ".TH KLAVILINK 1") || !strings.Contains(r.out, "demo-listen") {
		t.Errorf("%d %.200q %q", r.status, r.out, r.err)
	}
	if got := commanded(t.Context(), Env{}, "", "man", "x"); got.status != ExitUsage {
		t.Errorf("an argument: %d %q", got.status, got.err)
	}
}
