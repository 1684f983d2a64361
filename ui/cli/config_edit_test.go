package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// edited runs config edit on a file. The editor writes new content, unless that is "-", and
// ends with an error.
func edited(
	t *testing.T, env Env, content string, err error, variables ...string,
) (r ended, file string, ran [][]string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte("[profiles.loja]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	env.ConfigFile, env.Getenv = file, getenv(variables...)
	env.Edit = func(_ context.Context, argv []string) error {
		ran = append(ran, argv)
		if content != "-" {
			return errors.Join(err, os.WriteFile(file, []byte(content), 0o600))
		}
		return err
	}
	return commanded(t.Context(), env, "", "config", "edit"), file, ran
}

func TestEditChecksTheFileAfterwards(t *testing.T) {
	for content, want := range map[string]struct {
		status int
		said   string
	}{
		"-":                               {ExitOK, "O arquivo está certo.\n"},
		"[profiles.a]\nlanguage = \"pt\"": {ExitOK, "O arquivo está certo.\n"},
		"[profiles.a]\nlanguage = \"fr\"": {ExitUsage, ":2:12: a chave “profiles.a.language” não pode ter este valor. " +
			"O valor certo é \"pt\" ou \"en\".\n  language = \"fr\"\n             ^^^^\nPara corrigir: klavilink config edit\n"},
	} {
		r, file, ran := edited(t, Env{}, content, nil, "EDITOR", "ed")
		if r.status != want.status || !strings.HasSuffix(r.err, want.said) || r.out != "" {
			t.Errorf("%q: %d %q", content, r.status, r.err)
		}
		if b, err := os.ReadFile(file); content != "-" && (err != nil || string(b) != content) {
			t.Errorf("the file does not stay as it was left: %q %v", b, err)
		}
		if len(ran) != 1 || !slices.Equal(ran[0], []string{"ed", file}) {
			t.Errorf("%q", ran)
		}
	}
}

// A file that is wrong is what the command is for.
func TestEditOpensAFileThatIsWrong(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte("nonsense"), 0o600); err != nil {
		t.Fatal(err)
	}
	env := Env{ConfigFile: file, Getenv: getenv("EDITOR", "ed")}
	env.Edit = func(context.Context, []string) error { return os.WriteFile(file, nil, 0o600) }
	if r := commanded(t.Context(), env, "", "config", "edit"); r.status != ExitOK {
		t.Errorf("%d %q", r.status, r.err)
	}
	env.Edit = func(context.Context, []string) error { return os.Remove(file) }
	for range 2 { // it goes away, and then it is not there
		if r := commanded(t.Context(), env, "", "config", "edit"); r.status != ExitUsage ||
			!strings.Contains(r.err, "ainda não existe. Para criar: klavilink config init") {
			t.Errorf("%d %q", r.status, r.err)
		}
	}
}

func TestTheEditorIsTheOneOfVISUALThenEDITORThenOneOfTheSystem(t *testing.T) {
	terminal := Env{InTerminal: true, OutTerminal: true}
	none := fmt.Errorf("start: %w", &exec.Error{Name: "x", Err: exec.ErrNotFound})
	for _, tt := range []struct {
		env       Env
		variables []string
		err       error
		ran       []string // without the file
		status    int
	}{
		{Env{}, []string{"VISUAL", "code --wait", "EDITOR", "ed"}, nil, []string{"code --wait"}, ExitOK},
		{Env{}, []string{"VISUAL", " ", "EDITOR", "ed -s"}, nil, []string{"ed -s"}, ExitOK},
		{Env{}, []string{"EDITOR", "'my editor' \"a b\"c"}, nil, []string{"my editor a bc"}, ExitOK},
		{Env{}, []string{"EDITOR", `C:\bin\edit.exe /x`}, nil, []string{`C:\bin\edit.exe /x`}, ExitOK},
		{Env{}, []string{"EDITOR", "'ed"}, nil, nil, ExitUsage},
		{Env{}, []string{"EDITOR", "'' ed"}, nil, nil, ExitUsage},
		{terminal, nil, nil, editors()[:1], ExitOK},
		{terminal, nil, none, editors(), ExitUsage},
		{terminal, nil, errors.New("exit status 1"), editors()[:1], ExitFailed},
		{Env{}, nil, nil, nil, ExitUsage},
		{Env{InTerminal: true}, nil, nil, nil, ExitUsage},
		{Env{OutTerminal: true}, nil, nil, nil, ExitUsage},
		{Env{}, []string{"EDITOR", "ed"}, none, []string{"ed"}, ExitFailed},
	} {
		r, file, ran := edited(t, tt.env, "-", tt.err, tt.variables...)
		var words []string
		for _, argv := range ran {
			if last := len(argv) - 1; argv[last] != file {
				t.Errorf("%q does not open the file", argv)
			} else {
				words = append(words, strings.Join(argv[:last], " "))
			}
		}
		if r.status != tt.status || !slices.Equal(words, tt.ran) {
			t.Errorf("%q: %d %q %q, want %d %q", tt.variables, r.status, words, r.err, tt.status, tt.ran)
		}
	}
}

func TestWhatIsWrongWithTheEditorIsSaid(t *testing.T) {
	failed := errors.New("exit status 1")
	for _, tt := range []struct {
		err       error
		variables []string
		want      string
	}{
		{nil, nil, "Nenhum editor foi encontrado. Diga qual é em EDITOR, como em: EDITOR=nano klavilink config edit\n"},
		{nil, []string{"EDITOR", "\"ed"}, "VISUAL ou EDITOR tem aspas que não fecham.\n"},
		{failed, []string{"EDITOR", filepath.Join("bin", "e\x1bd")}, "O editor e\ufffdd não terminou bem. " +
			"Diga outro em EDITOR, ou tente de novo.\n"},
	} {
		if r, _, _ := edited(t, Env{}, "-", tt.err, tt.variables...); r.err != tt.want {
			t.Errorf("%q, want %q", r.err, tt.want)
		}
	}
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	env := Env{ConfigFile: file, Getenv: getenv("EDITOR", "ed")}
	if r := commanded(t.Context(), env, "", "config", "edit"); !strings.HasPrefix(r.err, "Nenhum editor") {
		t.Errorf("no program may be run: %q", r.err)
	}
	// A signal ends the editor and then the command.
	ctx, cancel := context.WithCancel(t.Context())
	env.Edit = func(context.Context, []string) error { cancel(); return failed }
	if r := commanded(ctx, env, "", "config", "edit"); r.status != ExitAbandoned || r.err != "Interrompido.\n" {
		t.Errorf("%d %q", r.status, r.err)
	}
}

func TestACommandLineIsSplitAtItsBlanksButNotInQuotationMarks(t *testing.T) {
	for line, want := range map[string][]string{
		"":              nil,
		"  ":            nil,
		"vi":            {"vi"},
		" vi\t-n  x ":   {"vi", "-n", "x"},
		"'a b' \"c'd\"": {"a b", "c'd"},
		"a'b c'd":       {"ab cd"},
		"a ''":          {"a", ""},
		"'a":            nil,
		"a \"b":         nil,
		"''":            nil,
	} {
		got, ok := commandWords(line)
		if ok != (want != nil) || ok && !slices.Equal(got, want) {
			t.Errorf("%q: %q %t", line, got, ok)
		}
	}
}

func FuzzACommandLineIsSplitIntoWords(f *testing.F) {
	f.Add("code --wait 'a b'")
	f.Fuzz(func(t *testing.T, line string) {
		words, ok := commandWords(line)
		if ok && (len(words) == 0 || words[0] == "" || len(strings.Join(words, "")) > 3*len(line)) {
			t.Errorf("%q: %q", line, words)
		}
	})
}
