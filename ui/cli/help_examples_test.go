package cli_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"klavilink/ui/cli"
	"klavilink/ui/text"
)

// inputs are the files that the examples of the help read.
var inputs = map[string]string{
	"cliente.json":  `{"personalTaxId":"52998224725"}`,
	"customer.json": `{"personalTaxId":"52998224725"}`,
	"lote.csv":      "personalTaxId\n52998224725\n529.982.247-25\n",
	"list.csv":      "personalTaxId\n52998224725\n529.982.247-25\n",
	"respostas.txt": "loja\nsandbox\n\n\n\n",
	"answers.txt":   "store\nsandbox\n\n\n\n",
	"cnpjs.txt":     "11.222.333/0001-81\n11222333000181\n",
}

func TestEveryExampleOfTheHelpWorks(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		examples := text.For(lang).CLI.Help.Lines
		for _, command := range slices.Sorted(maps.Keys(examples)) {
			t.Run(string(lang)+" "+command, func(t *testing.T) {
				t.Chdir(t.TempDir())
				for name, content := range inputs {
					if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				s := newShell(t)
				for _, e := range examples[command] {
					typed(t, e.Line).in(s)
				}
			})
		}
	}
}

// typedLine is an example of the help, taken apart as a shell does.
type typedLine struct {
	t        *testing.T
	args     []string
	from, to string // the files that its input comes from and its output goes to, or empty
}

// typed takes a line apart. It leaves out what a shell does with a script of completions.
func typed(t *testing.T, line string) typedLine {
	t.Helper()
	l := typedLine{t: t}
	for _, after := range []string{" | source", " | Out-String | Invoke-Expression"} {
		line = strings.TrimSuffix(line, after)
	}
	if script, ok := strings.CutPrefix(line, "source <("); ok {
		line = strings.TrimSuffix(script, ")")
	}
	list := words(t, line)
	for i := 1; i < len(list); i++ {
		switch list[i] {
		case "<":
			i++
			l.from = list[i]
		case ">", ">>":
			i++
			l.to = list[i]
		default:
			l.args = append(l.args, list[i])
		}
	}
	if list[0] != "klavilink" || strings.ContainsAny(strings.Join(l.args, " "), "|<>$`;&") {
		t.Fatalf("this test does not know %q", line)
	}
	return l
}

// in runs the line in a shell, against its sandbox.
func (l typedLine) in(s *shell) {
	l.t.Helper()
	command := ""
	if len(l.args) > 0 && !strings.HasPrefix(l.args[0], "-") {
		command = l.args[0]
	}
	switch command {
	case "":
		l.opens(s)
	case "listen":
		e := listening(l.t, s.env, l.args[1:]...)
		e.end()
		<-e.status
	case "trigger":
		receiver := listening(l.t, s.env)
		l.args = append(l.args, "--to", receiver.address)
		if r := (&run{env: s.env}).do(l.args...); r.status != cli.ExitOK {
			l.t.Errorf("%q exits with %d: %s%s", l.args, r.status, r.out, r.err)
		}
	case "status", "open":
		l.args = s.withLink(l.args)
		if l.from != "" {
			l.from = filepath.Join(s.home, l.from)
		}
		l.runs(s, s.in)
	case "config":
		l.configures(s)
	case "login":
		l.runs(s, s.env["KLAVI_ACCESS_KEY"]+"\n"+s.env["KLAVI_SECRET_KEY"]+"\n")
	default:
		l.runs(s, "")
	}
}

// configures makes a new file, or works with an empty one.
func (l typedLine) configures(s *shell) {
	l.t.Helper()
	file := filepath.Join(s.home, "config.toml")
	if slices.Contains(l.args, "init") {
		_ = os.Remove(file)
	} else if err := os.WriteFile(file, nil, 0o600); err != nil {
		l.t.Fatal(err)
	}
	s.env["EDITOR"] = "ed"
	l.runs(s, "\n\n\n\n\n")
}

// opens opens the wizard, or answers the plain questions. The port of the demo may belong
// to another program, so the system chooses one.
func (l typedLine) opens(s *shell) {
	l.t.Helper()
	switch {
	case slices.Contains(l.args, "--plain"):
		l.runs(s, "52998224725\n\n\n\n\n\n")
	case slices.Contains(l.args, "--demo-listen"):
		c := sit(l.t, cli.Env{}, append(slices.Clone(l.args), "--demo-listen", "127.0.0.1:0")...)
		c.sees("CPF ou CNPJ", "DEMONSTRAÇÃO")
	default:
		s.wizard(l.args)
	}
}

// runs runs a command that ends by itself. Its output has to go where the line says.
func (l typedLine) runs(s *shell, in string) {
	l.t.Helper()
	if l.from != "" {
		content, err := os.ReadFile(l.from)
		if err != nil {
			l.t.Fatal(err)
		}
		in = string(content)
	}
	r := &run{
		env: s.env, in: in, home: s.home, configFile: filepath.Join(s.home, "config.toml"),
		keyring: s.ring, transport: to(s.base), open: func(string) error { return nil },
		editor: func(context.Context, []string) error { return nil },
	}
	if r.do(l.args...); r.status != cli.ExitOK {
		l.t.Errorf("%q exits with %d: %s%s", l.args, r.status, r.out, r.err)
	}
	if l.to == "" {
		return
	}
	name := filepath.Base(l.to)
	before, _ := os.ReadFile(name)
	if r.out == "" && len(before) == 0 {
		l.t.Errorf("%q writes nothing", l.args)
	}
	if err := os.WriteFile(name, append(before, r.out...), 0o600); err != nil {
		l.t.Fatal(err)
	}
}
