package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/text"
)

// newFile is the path of a file in a folder that is not there yet.
func newFile(t *testing.T) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "a", "klavilink", "config.toml")
}

// isEmpty checks that nothing was made beside or above a file.
func isEmpty(t *testing.T, file string) {
	t.Helper()
	above := filepath.Dir(filepath.Dir(filepath.Dir(file)))
	if list, err := os.ReadDir(above); err != nil || len(list) > 0 {
		t.Errorf("something was written: %v %v", list, err)
	}
}

func TestInitWritesWhatWasAnsweredAndExplainsTheRest(t *testing.T) {
	for _, lang := range []text.Lang{"pt", "en"} {
		file := newFile(t)
		words := &text.For(lang).CLI.Config
		r := commanded(t.Context(), Env{ConfigFile: file}, "minha-loja\nPRODUCTION\nLoja \"Exemplo\" \\ Cia\n"+
			" https://loja.example/volta \nprotocolo", "config", "init", "--lang", string(lang))
		if r.status != ExitOK || r.out != "" || !strings.Contains(r.err, file) ||
			!strings.Contains(r.err, "klavilink login") || !strings.Contains(r.err, "production: klavilink login") {
			t.Fatalf("%d %q %q", r.status, r.out, r.err)
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c, err := config.Parse(b)
		p := c.For("")
		if err != nil || c.Default != "minha-loja" || p.Name != c.Default || p.Environment != klavi.Production ||
			p.Company != `Loja "Exemplo" \ Cia` || p.RedirectURL != "https://loja.example/volta" || p.TicketKey != "protocolo" {
			t.Errorf("%+v, %v", p, err)
		}
		// With all its keys the file is right too.
		all := regexp.MustCompile(`(?m)^# ([a-z_]+ = )`).ReplaceAll(b, []byte("$1"))
		if _, err := config.Parse(all); err != nil {
			t.Errorf("%v\n%s", err, all)
		}
		for _, key := range append(config.FileKeys()[:2], config.ProfileKeys()...) {
			line := regexp.MustCompile(`(?m)^# (.+)\n(# )?` + key.Name + ` = `).FindSubmatch(b)
			if line == nil || string(line[1]) != words.Keys.Of(key.Name) {
				t.Errorf("%s: %s is not explained: %q", lang, key.Name, line)
			}
		}
		if list, err := os.ReadDir(filepath.Dir(file)); err != nil || len(list) != 1 {
			t.Errorf("%v %v", list, err)
		}
	}
}

func TestEnterKeepsWhatIsOffered(t *testing.T) {
	for _, tt := range []struct {
		args      []string
		variables []string
		name, env string
	}{
		{nil, nil, "loja", "sandbox"},
		{[]string{"--lang", "en"}, nil, "store", "sandbox"},
		{[]string{"--profile", "filial", "--env", "production"}, nil, "filial", "production"},
		{nil, []string{"KLAVILINK_PROFILE", "filial", "KLAVI_ENV", "production"}, "filial", "production"},
		{[]string{"--profile", "não serve", "--env", "mars"}, nil, "loja", "sandbox"},
	} {
		file := newFile(t)
		r := commanded(t.Context(), Env{ConfigFile: file, Getenv: getenv(tt.variables...)}, "\n\n\n\n\n",
			append(tt.args, "config", "init")...)
		c, wrong := readConfig(file, &text.For("pt").CLI)
		p := c.For("")
		if r.status != ExitOK || wrong != nil || p.Name != tt.name || string(p.Environment) != tt.env ||
			p.Company != "" || p.RedirectURL != "" || p.TicketKey != "" {
			t.Errorf("%q: %d %+v %v %q", tt.args, r.status, p, wrong, r.err)
		}
		if !strings.Contains(r.err, "["+tt.name+"]: ") || !strings.Contains(r.err, "["+tt.env+"]: ") {
			t.Errorf("%q", r.err)
		}
	}
}

func TestAWrongAnswerIsExplainedAndAskedAgain(t *testing.T) {
	for _, lang := range []text.Lang{"pt", "en"} {
		words := text.For(lang)
		said := &words.CLI.Config
		for _, tt := range []struct{ before, wrong, said string }{
			{"", "minha loja", said.BadName},
			{"", "ação", said.BadName},
			{"", "-x", said.BadName},
			{"", strings.Repeat("a", 41), said.BadName},
			{"\n", "prod", "prod"},
			{"\n", "pro\x1b[2Jd", "pro\ufffd[2Jd"},
			{"\n\n", "Lo\x1b[2Jja", said.BadLine},
			{"\n\n", "Lo\u202eja", said.BadLine},
			{"\n\n\n", "loja", "https://"},
			{"\n\n\n", "javascript:x", ""},
			{"\n\n\n\n", strings.Repeat("a", 41), "40"},
			{"\n\n\n\n", "a\tb", "40"},
		} {
			file := newFile(t)
			r := commanded(t.Context(), Env{ConfigFile: file}, tt.before+tt.wrong+"\n\n\n\n\n\n", "config", "init",
				"--lang", string(lang))
			asked := strings.Count(r.err, ": \n")
			if r.status != ExitOK || asked != 6 || !strings.Contains(r.err, tt.said) || strings.Count(r.err, "\n  ") != 1 {
				t.Errorf("%q: %d, asked %d times: %q", tt.wrong, r.status, asked, r.err)
			}
			if strings.ContainsAny(r.err, "\x1b\u202e") {
				t.Errorf("%q", r.err)
			}
			if c, wrong := readConfig(file, &words.CLI); wrong != nil || c.For("").Company != "" {
				t.Errorf("%q: %v", tt.wrong, wrong)
			}
		}
	}
}

// The input of init has five answers.
func TestAnEndOfTheInputAbandonsAndNothingIsWritten(t *testing.T) {
	for lines := range 5 {
		for _, rest := range []string{"", "https"} {
			if rest != "" && lines != 3 {
				continue // the address is the only answer that cannot be this one
			}
			file := newFile(t)
			r := commanded(t.Context(), Env{ConfigFile: file}, strings.Repeat("\n", lines)+rest, "config", "init")
			if r.status != ExitAbandoned || r.out != "" || !strings.HasSuffix(r.err, "Cancelado. Nada foi escrito.\n") {
				t.Errorf("after %d answers: %d %q", lines, r.status, r.err)
			}
			isEmpty(t, file)
		}
	}
}

func TestASignalAbandonsInitAtEachQuestionAndNothingIsWritten(t *testing.T) {
	for lines := range 5 {
		file := newFile(t)
		ctx, end := context.WithCancel(t.Context())
		in, answers := io.Pipe()
		var out, errs bytes.Buffer
		status := make(chan int, 1)
		go func() {
			status <- Run(ctx, Env{In: in, Out: &out, Err: &errs, Getenv: getenv(), ConfigFile: file},
				[]string{"config", "init"})
		}()
		for range lines {
			_, _ = io.WriteString(answers, "\n") // returns when it was read
		}
		end()
		if got := <-status; got != ExitAbandoned || !strings.HasSuffix(errs.String(), "Cancelado. Nada foi escrito.\n") {
			t.Errorf("after %d answers: %d %q", lines, got, errs.String())
		}
		isEmpty(t, file)
	}
}

func TestInitNeverTouchesWhatIsThere(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := commanded(t.Context(), Env{ConfigFile: file}, "\n\n\n\n\n", "config", "init")
	b, err := os.ReadFile(file)
	if r.status != ExitUsage || err != nil || string(b) != "mine" || !strings.Contains(r.err, "klavilink config edit") ||
		strings.Contains(r.err, "Nome do perfil") {
		t.Errorf("%d %q %q %v", r.status, r.err, b, err)
	}
	// Also if it comes while the questions are asked.
	file = newFile(t)
	comes := strings.NewReader("\n\n\n\n\n")
	late := readerFunc(func(p []byte) (int, error) {
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			return 0, err
		}
		if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
			return 0, err
		}
		return comes.Read(p)
	})
	var out, errs bytes.Buffer
	status := Run(t.Context(), Env{In: late, Out: &out, Err: &errs, Getenv: getenv(), ConfigFile: file},
		[]string{"config", "init"})
	b, err = os.ReadFile(file)
	if status != ExitUsage || err != nil || string(b) != "mine" || !strings.Contains(errs.String(), "já existe") {
		t.Errorf("%d %q %q %v", status, errs.String(), b, err)
	}
	if list, err := os.ReadDir(filepath.Dir(file)); err != nil || len(list) != 1 {
		t.Errorf("%v %v", list, err)
	}
}

// readerFunc is a reader.
type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func TestInitSaysThatTheFileCannotBeWritten(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := commanded(t.Context(), Env{ConfigFile: filepath.Join(blocked, "config.toml")}, "\n\n\n\n\n", "config", "init")
	if r.status != ExitFailed || !strings.Contains(r.err, "Não foi possível escrever") {
		t.Errorf("%d %q", r.status, r.err)
	}
	for _, command := range []string{"init", "show", "edit", "path"} {
		if r := commanded(t.Context(), Env{}, "", "config", command); r.status != ExitUsage ||
			!strings.Contains(r.err, "HOME") || r.out != "" {
			t.Errorf("%s without a folder: %d %q", command, r.status, r.err)
		}
	}
}

func FuzzInitWritesAFileThatHoldsTheAnswers(f *testing.F) {
	f.Add("loja", "Loja \"Exemplo\" \\", "https://loja.example/?a='b'", "protocolo")
	f.Add("x", "'''", "app://x", "# nada")
	f.Add("x\x00", "\"\"\"\\u0000", "https://loja.example/\\", "a = b")
	f.Fuzz(func(t *testing.T, name, company, redirect, ticket string) {
		file := newFile(t)
		answers := strings.Join([]string{name, "sandbox", company, redirect, ticket}, "\n")
		r := commanded(t.Context(), Env{ConfigFile: file}, answers, "config", "init")
		if r.status != ExitOK {
			isEmpty(t, file)
			return
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := config.Parse(b); err != nil {
			t.Errorf("%q: %v\n%s", answers, err, b)
		}
	})
}
