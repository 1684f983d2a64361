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

func TestTheHelpNamesEveryCommandAndEveryFlagOfItInGroups(t *testing.T) {
	const general = "--env sandbox|production · -h, --help · --lang pt|en · --profile NOME"
	const shared = "--demo · " + general
	const events = "--demo-events ENDEREÇO · --demo-events-older · --demo-events-regulated"
	for command, want := range map[string]struct {
		usage, commands string
		flags           map[string]string // by heading
	}{
		"": {
			"klavilink [comando] [opções]",
			"completion · config · create · doctor · help · listen · login · logout · open · status · trigger · validate · " +
				"version",
			map[string]string{
				"OPÇÕES": "--debug ARQUIVO · --input ARQUIVO · --plain · --print-link · --qr[=light]",
				"DEMONSTRAÇÃO": "--demo · " + events + " · --demo-listen ENDEREÇO · --demo-speed N · " +
					"--demo-story HISTÓRIA",
				"OPÇÕES GERAIS": general + " · -v, --version",
			},
		},
		"create": {
			"klavilink create [opções]", "",
			map[string]string{
				"ENTRADA": "--dry-run · --input ARQUIVO · --no-document · --resume ARQUIVO",
				"O QUE OS REGISTROS NÃO DIZEM": "--callback RELATÓRIO=URL · --company NOME · --institution CÓDIGO · " +
					"--redirect URL",
				"RITMO":         "--jobs N · --patience TEMPO · --rate N · --wait",
				"SAÍDA":         "--json · --qr ARQUIVO",
				"DEMONSTRAÇÃO":  "--demo · " + events + " · --demo-speed N · --demo-story HISTÓRIA",
				"OPÇÕES GERAIS": general,
			},
		},
		"listen": {"klavilink listen [opções]", "", map[string]string{
			"OPÇÕES":        "--forward ENDEREÇO · --json · --on ENDEREÇO · --print-body",
			"OPÇÕES GERAIS": shared,
		}},
		"trigger": {"klavilink trigger NOME [opções]", "", map[string]string{
			"OPÇÕES": "--json · --link LINKID · --list · --replayed · --slow · --tampered · --to ENDEREÇO · " +
				"--unsigned",
			"OPÇÕES GERAIS": shared,
		}},
		"config": {
			"klavilink config [comando] [opções]", "edit · init · path · show",
			map[string]string{"OPÇÕES GERAIS": shared},
		},
		"config init": {"klavilink config init [opções]", "", map[string]string{"OPÇÕES GERAIS": shared}},
		"config show": {"klavilink config show [opções]", "", map[string]string{
			"OPÇÕES":        "--json",
			"OPÇÕES GERAIS": shared,
		}},
		"doctor": {"klavilink doctor [LINKID] [opções]", "", map[string]string{
			"OPÇÕES":        "--input ARQUIVO · --json",
			"OPÇÕES GERAIS": shared,
		}},
		"open": {"klavilink open [LINKID] [opções]", "", map[string]string{
			"OPÇÕES":        "--input ARQUIVO",
			"OPÇÕES GERAIS": shared,
		}},
		"status": {"klavilink status [LINKID...] [opções]", "", map[string]string{
			"OPÇÕES":        "--input ARQUIVO · --json · --wait",
			"OPÇÕES GERAIS": shared,
		}},
		"version": {"klavilink version [opções]", "", map[string]string{
			"OPÇÕES":        "--json",
			"OPÇÕES GERAIS": shared,
		}},
		"login": {"klavilink login [opções]", "", map[string]string{
			"OPÇÕES":        "--insecure-storage",
			"OPÇÕES GERAIS": shared,
		}},
		"logout": {"klavilink logout [opções]", "", map[string]string{"OPÇÕES GERAIS": shared}},
		"validate": {"klavilink validate cpf|cnpj|phone|email [VALOR...] [opções]", "", map[string]string{
			"OPÇÕES":        "--json",
			"OPÇÕES GERAIS": shared,
		}},
		"completion": {
			"klavilink completion [comando] [opções]", "bash · fish · powershell · zsh",
			map[string]string{"OPÇÕES GERAIS": shared},
		},
		"completion bash": {"klavilink completion bash [opções]", "", map[string]string{
			"OPÇÕES":        "--no-descriptions",
			"OPÇÕES GERAIS": shared,
		}},
		"help": {"klavilink help [COMANDO | ASSUNTO] [opções]", "", map[string]string{"OPÇÕES GERAIS": shared}},
	} {
		words := &text.For("pt").CLI
		all := sections(helped(t, "pt", strings.Fields(command)...))
		if got := strings.TrimSpace(strings.Join(all[words.HelpUsage], "")); got != want.usage {
			t.Errorf("%q: usage %q, want %q", command, got, want.usage)
		}
		if got := names(all[words.HelpCommands]); got != want.commands {
			t.Errorf("%q: commands %q, want %q", command, got, want.commands)
		}
		for heading, rows := range all {
			switch heading {
			case "", words.HelpUsage, words.HelpCommands, words.Help.Topics, words.Help.Examples:
			default:
				if got := names(rows); got != want.flags[heading] {
					t.Errorf("%q: %s %q, want %q", command, heading, got, want.flags[heading])
				}
				delete(want.flags, heading)
			}
		}
		if len(want.flags) > 0 {
			t.Errorf("%q lacks %q", command, want.flags)
		}
	}
}

func TestTheHelpNamesTheValueOfAFlagThatIsLeftOut(t *testing.T) {
	for lang, omitted := range map[string]string{"pt": "se omitido", "en": "if omitted"} {
		for command, values := range map[string][]string{
			"create":  {"4", "10m", "0", "-"},
			"listen":  {"127.0.0.1:4242"},
			"trigger": {"http://127.0.0.1:4242"},
			"login":   nil,
		} {
			said := strings.Join(strings.Fields(helped(t, lang, command)), " ")
			for _, value := range values {
				if !strings.Contains(said, "("+value+" "+omitted+")") {
					t.Errorf("%s %s: no %q in %q", lang, command, value, said)
				}
			}
			if n := strings.Count(said, " "+omitted+")"); n != len(values) {
				t.Errorf("%s %s names %d values, want %d: %q", lang, command, n, len(values), said)
			}
		}
	}
}

func TestTheHelpFitsEightyColumnsAndExplainsInOneColumn(t *testing.T) {
	for _, lang := range []string{"pt", "en"} {
		words := &text.For(text.Lang(lang)).CLI
		for _, command := range everyCommand(t) {
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
			for heading, rows := range all {
				if heading == "" || heading == words.HelpUsage || heading == words.Help.Examples {
					continue
				}
				column := 0
				for _, row := range rows {
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
				if !strings.Contains(help, "\n\n\x1b[1m"+heading+"\x1b[m\n") {
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
			"logout": words.LogoutShort, "doctor": words.Tools.DoctorLong,
			"open": words.Tools.OpenLong, "status": words.Tools.StatusLong, "version": words.Tools.VersionShort,
		} {
			got := strings.Join(sections(helped(t, lang, strings.Fields(command)...))[""], " ")
			if got != strings.Join(strings.Fields(want), " ") {
				t.Errorf("%s %q says %q, want %q", lang, command, got, want)
			}
		}
		listed := strings.Join(strings.Fields(strings.Join(sections(helped(t, lang))[words.HelpCommands], " ")), " ")
		for _, short := range []string{
			words.CreateShort, words.ValidateShort, words.LoginShort, words.LogoutShort, words.DoctorShort,
			words.HelpShort, words.CompletionShort, words.Tools.OpenShort, words.Tools.StatusShort, words.Tools.VersionShort,
		} {
			if !strings.Contains(listed, sentence(short)) {
				t.Errorf("%s: no %q in %q", lang, sentence(short), listed)
			}
		}
	}
}

func TestASentenceBeginsWithACapitalLetterUnlessItIsAName(t *testing.T) {
	for s, want := range map[string]string{
		"a": "A", "água": "Água", "Já": "Já", "1 x": "1 x", "": "", "os CPF": "Os CPF",
		"redirectURL para": "redirectURL para",
	} {
		if got := sentence(s); got != want {
			t.Errorf("%q became %q", s, got)
		}
	}
}
