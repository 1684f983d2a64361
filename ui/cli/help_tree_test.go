package cli

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"klavilink/ui/text"
)

// tree returns the root command in a language.
func tree(lang text.Lang) *cobra.Command {
	t := text.For(lang)
	env := Env{Clock: fixedClock(noon), Getenv: getenv()}
	return rootCommand(env, &settings{t: &t.CLI}, &printer{t: t})
}

// everyCommand returns the path of every command, also of those that the help does not
// list. The path of the program itself is empty.
func everyCommand(t *testing.T) []string {
	t.Helper()
	var list []string
	var visit func(*cobra.Command)
	visit = func(c *cobra.Command) {
		list = append(list, path(c))
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(tree("pt"))
	if len(list) < 14 || !slices.Contains(list, "completion zsh") || !slices.Contains(list, "man") {
		t.Fatalf("%q", list)
	}
	return list
}

// Put the examples of a new command into ui/text/pt_examples.go and en_examples.go.
func TestEveryCommandHasTwoToFourExamples(t *testing.T) {
	for _, lang := range []text.Lang{"pt", "en"} {
		w := &text.For(lang).CLI.Help
		left := maps.Clone(w.Lines)
		for _, command := range everyCommand(t) {
			lines := w.Lines[command]
			if len(lines) < 2 || len(lines) > 4 {
				t.Errorf("%s %q has %d examples", lang, command, len(lines))
			}
			help := helped(t, string(lang), strings.Fields(command)...)
			for _, e := range lines {
				if !strings.Contains(help, "\n  # "+e.Says+"\n  $ "+e.Line+"\n") {
					t.Errorf("%s %q does not show %q", lang, command, e.Line)
				}
				if says := []rune(e.Says); !unicode.IsUpper(says[0]) || strings.ContainsAny(e.Says, "\n.") {
					t.Errorf("%s %q: %q", lang, command, e.Says)
				}
			}
			delete(left, command)
		}
		for command := range left {
			t.Errorf("%s: there are examples of %q, which is no command", lang, command)
		}
	}
}

func TestTheCommandHelpShowsWhatTheFlagShows(t *testing.T) {
	for _, lang := range []string{"pt", "en"} {
		for _, command := range everyCommand(t) {
			args := append([]string{"help"}, strings.Fields(command)...)
			r := commanded(t.Context(), Env{Environ: []string{"TERM=xterm-256color", "TTY_FORCE=1"}}, "",
				append(args, "--lang", lang)...)
			if want := helped(t, lang, strings.Fields(command)...); r.status != ExitOK || r.err != "" || r.out != want {
				t.Errorf("%s help %s: %d %q\n%s\nwant\n%s", lang, command, r.status, r.err, r.out, want)
			}
		}
	}
}

func TestACommandThatOnlyHasOthersBelowItShowsItsHelp(t *testing.T) {
	r := commanded(t.Context(), Env{}, "", "completion")
	want := ansi.Strip(helped(t, "pt", "completion"))
	if r.status != ExitOK || r.out != want || r.err != "" {
		t.Errorf("%d %q %q", r.status, r.out, r.err)
	}
}

// shared are the words that are the same in both languages.
var shared = strings.Fields(`
	a access api as autoload byte cnpj code compinit cpf csv do e editor for http https item json key klavi klavilink link
	links linux m mail manual n no pipe powershell production proxy qr sandbox secret shell tab terminal token url
	windows
`)

// inner is a name that is written together, such as redirectURL.
var inner = regexp.MustCompile(`^[a-z]+[A-Z]`)

// vocabulary returns the words of a help. It leaves out what is typed as it stands: the
// lines of examples, flags, variables, names of files and other words that are typed.
func vocabulary(help string, typed []string) map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(ansi.Strip(help)) {
		if strings.HasPrefix(line, "  $ ") {
			continue
		}
		for token := range strings.FieldsSeq(line) {
			token = strings.TrimRight(strings.Trim(token, ",;:()[]"), ".")
			if strings.HasPrefix(token, "-") || strings.ContainsAny(token, "_/$~{}=|.") || inner.MatchString(token) ||
				slices.Contains(typed, token) {
				continue
			}
			for _, word := range strings.FieldsFunc(token, func(r rune) bool { return !unicode.IsLetter(r) }) {
				words[strings.ToLower(word)] = true
			}
		}
	}
	return words
}

// What cobra says itself is English in both languages, and so is what nobody translated.
func TestThePortugueseHelpHasNoEnglishWord(t *testing.T) {
	commands := everyCommand(t)
	typed := append(strings.Fields(strings.Join(commands, " ")), "environment", "exit-codes", "list", "dumb", "pt", "en",
		"bash-completion", "LINKID", "TERM", "LANG", "ACCESSIBLE", "REJECTED",
		"VISUAL", "EDITOR")
	needed := map[string]bool{}
	check := func(about, portuguese, english string) {
		t.Helper()
		in := vocabulary(english, typed)
		for word := range vocabulary(portuguese, typed) {
			if needed[word] = needed[word] || in[word]; in[word] && !slices.Contains(shared, word) {
				t.Errorf("%q: %q is in the English help too", about, word)
			}
		}
	}
	for _, command := range commands {
		args := strings.Fields(command)
		check(command, helped(t, "pt", args...), helped(t, "en", args...))
	}
	for _, topic := range []string{"environment", "exit-codes"} {
		says := func(lang string) string {
			return commanded(t.Context(), Env{}, "", "help", topic, "--lang", lang).out
		}
		check(topic, says("pt"), says("en"))
	}
	for _, word := range shared {
		if !needed[word] {
			t.Errorf("%q need not be allowed", word)
		}
	}
}

func TestNoAbbreviationIsWrittenLikeAWord(t *testing.T) {
	abbreviation := regexp.MustCompile(`\b(Json|Csv|Cpf|Cnpj|Url|Api|Qr|Toml|Pdf|Png)\b`)
	for _, lang := range []string{"pt", "en"} {
		for _, command := range everyCommand(t) {
			if at := abbreviation.FindString(helped(t, lang, strings.Fields(command)...)); at != "" {
				t.Errorf("%s %q: %s", lang, command, at)
			}
		}
	}
}

// The library has an English sentence for a flag that it requires itself.
func TestNoFlagIsRequiredByTheLibrary(t *testing.T) {
	var visit func(*cobra.Command)
	visit = func(c *cobra.Command) {
		if err := c.ValidateRequiredFlags(); err != nil {
			t.Errorf("%q: %v", path(c), err)
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(tree("pt"))
}

func TestTheTopicOfExitCodesHasAllOfThem(t *testing.T) {
	var want []string
	for _, code := range []int{ExitOK, ExitFailed, ExitUsage, ExitNotAuthorised, ExitCredentials, ExitAbandoned} {
		want = append(want, strconv.Itoa(code))
	}
	for _, lang := range []text.Lang{"pt", "en"} {
		var got []string
		for _, r := range text.For(lang).CLI.Help.ExitCodes.Rows {
			got = append(got, r.Name)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

// terminals are variables that say which terminal and desktop there is. Nobody sets them
// for klavilink.
var terminals = []string{
	"TMUX", "STY", "COLORTERM", "COLORFGBG", "TERM_PROGRAM", "ALACRITTY_WINDOW_ID", "SSH_CONNECTION", "DISPLAY",
	"WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "DBUS_SESSION_BUS_ADDRESS",
}

func TestTheTopicOfTheEnvironmentHasEveryVariableThatIsRead(t *testing.T) {
	read := regexp.MustCompile(`(?:[gG]etenv\(|variable\(|range \[\]string\{)"([A-Z][A-Z_]+)"`)
	found := map[string]bool{}
	for _, folder := range []string{".", "../text", "../terminal"} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range read.FindAllSubmatch(content, -1) {
				found[string(m[1])] = true
			}
		}
	}
	if len(found) < 12 {
		t.Fatalf("%v", found)
	}
	for _, lang := range []text.Lang{"pt", "en"} {
		var listed []string
		for _, r := range text.For(lang).CLI.Help.Environment.Rows {
			listed = append(listed, strings.Split(r.Name, ", ")...)
		}
		for name := range found {
			if !slices.Contains(listed, name) && !slices.Contains(terminals, name) {
				t.Errorf("%s: no %s", lang, name)
			}
		}
	}
}
