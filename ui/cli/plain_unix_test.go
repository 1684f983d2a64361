//go:build unix

package cli_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/creack/pty"

	"klavilink/ui/cli"
)

// The tests in this file ask the plain questions on a pseudo-terminal, which Windows lacks.

// ended waits until the program has ended, and checks its exit status and that the
// terminal is as it was.
func (s *session) ended(status int) string {
	s.t.Helper()
	_ = s.cmd.Wait()
	<-s.done // the terminal has shown all that was written
	if got := s.cmd.ProcessState.ExitCode(); got != status {
		s.t.Errorf("exit status %d, want %d", got, status)
	}
	if !s.asBefore() {
		s.t.Error("the terminal is not as it was")
	}
	return s.written()
}

// answers types each answer when its question is there.
func (s *session) answers(pairs ...string) {
	s.t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		s.sees(pairs[i])
		s.types(pairs[i+1] + "\n")
	}
}

func TestThePlainQuestionsOnATerminalLeadToAnAuthorisation(t *testing.T) {
	window := pty.Winsize{Rows: 80, Cols: 120}
	story := []string{"--lang", "pt", "--demo-story", "authorised", "--demo-speed", "120"}
	for name, tt := range map[string]struct {
		args []string
		env  string
	}{
		"asked for":     {[]string{"--plain"}, "TERM=xterm-256color"},
		"dumb terminal": {nil, "TERM=dumb"},
		"accessible":    {nil, "ACCESSIBLE=1"},
		"with the code": {[]string{"--plain", "--qr"}, "TERM=dumb"},
	} {
		t.Run(name, func(t *testing.T) {
			s := startChanged(t, window, func(c *exec.Cmd) { c.Env = append(c.Env, tt.env) }, append(tt.args, story...)...)
			s.answers("CPF ou CNPJ: ", "529.982.247-25", "E-mail (opcional): ", "", "WhatsApp (opcional): ", "",
				"(opcional): ", "itau", "Criar o link para •••.982.247-••, Itaú?", "")
			s.sees("Itaú: autorizado em ")
			out := s.ended(cli.ExitOK)
			if strings.Contains(out, "\x1b") {
				t.Errorf("escape sequences in %q", out)
			}
			if code := strings.Contains(out, "█"); code != (len(tt.args) == 2) {
				t.Errorf("a code: %t\n%s", code, out)
			}
		})
	}
}

func TestThePlainQuestionsInASCIIHaveNothingElse(t *testing.T) {
	s := startChanged(t, pty.Winsize{Rows: 24, Cols: 80}, func(c *exec.Cmd) { c.Env = append(c.Env, "LC_ALL=C") },
		"--plain", "--qr", "--lang", "pt", "--demo-story", "refused", "--demo-speed", "120")
	s.answers("CPF ou CNPJ: ", "52998224725", "E-mail", "", "WhatsApp", "", "digo do banco", "", "***.982.247-**", "",
		"Acompanhar outra tentativa?", "n")
	out := s.ended(cli.ExitNotAuthorised)
	if i := strings.IndexFunc(out, func(r rune) bool { return r > 0x7e || r == 0x1b }); i >= 0 {
		t.Errorf("%q in\n%s", out[i:min(i+10, len(out))], out)
	}
	if !strings.Contains(out, "O QR Code em texto precisa de um terminal com UTF-8.") {
		t.Error(out)
	}
}

func TestThePlainQuestionsGiveAFileTheURLAlone(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	s := startChanged(t, pty.Winsize{Rows: 80, Cols: 120}, func(c *exec.Cmd) { c.Stdout = file },
		"--plain", "--qr", "--lang", "pt", "--demo-story", "authorised", "--demo-speed", "120")
	s.answers("CPF ou CNPJ: ", "52998224725", "E-mail", "", "WhatsApp", "", "código", "", "Criar o link", "")
	out := s.ended(cli.ExitOK)
	got, err := os.ReadFile(name)
	if err != nil || !regexp.MustCompile(`^http://127\.0\.0\.1:\d+/\S+\n$`).Match(got) {
		t.Errorf("%q %v", got, err)
	}
	if strings.Contains(out, strings.TrimSpace(string(got))) || !strings.Contains(out, "autorizado em") {
		t.Errorf("on the terminal is\n%s", out)
	}
}

// Scripts, services and editors start programs without an input.
func TestThePlainQuestionsEndAtOnceWithoutAnInput(t *testing.T) {
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	for name, input := range map[string]string{"closed": "<&-", "empty": "</dev/null"} {
		s := startChanged(t, pty.Winsize{Rows: 24, Cols: 80}, func(c *exec.Cmd) {
			c.Path = "/bin/sh"
			c.Args = []string{"sh", "-c", fmt.Sprintf("exec '%s' --plain --demo --lang pt %s", path, input)}
		})
		s.sees("Cancelado. Nenhum link foi criado.")
		if out := s.ended(cli.ExitAbandoned); strings.Contains(out, "goroutine") || strings.Contains(out, "http") {
			t.Errorf("%s: %s", name, out)
		}
	}
}
