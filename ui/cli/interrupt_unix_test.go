//go:build unix

package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"klavilink/ui/cli"
)

// echoes reports whether a terminal shows what is typed.
func (s *session) echoes() bool {
	s.t.Helper()
	state, err := unix.IoctlGetTermios(int(s.tty.Fd()), getTermios)
	if err != nil {
		s.t.Fatal(err)
	}
	return state.Lflag&unix.ECHO != 0
}

// asBefore reports whether a terminal has the settings of one that nobody has used.
func (s *session) asBefore() bool {
	s.t.Helper()
	other, terminal, err := pty.Open()
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _, _ = other.Close(), terminal.Close() }()
	want, err := unix.IoctlGetTermios(int(terminal.Fd()), getTermios)
	if err != nil {
		s.t.Fatal(err)
	}
	got, err := unix.IoctlGetTermios(int(s.tty.Fd()), getTermios)
	if err != nil {
		s.t.Fatal(err)
	}
	return *got == *want
}

// hidesTyping waits until the terminal no longer shows what is typed.
func (s *session) hidesTyping() {
	s.t.Helper()
	for limit := time.After(time.Minute); s.echoes(); {
		select {
		case <-limit:
			s.t.Fatal("typing is shown")
		default:
		}
	}
}

// A prompt is a place where the program waits for a line.
func TestEverySignalEndsEveryPrompt(t *testing.T) {
	plain := []string{"--plain", "--demo", "--lang", "pt"}
	answered := func(lines, next string) func(*session) {
		return func(s *session) {
			s.sees("CPF ou CNPJ")
			s.types(lines)
			s.sees(next)
		}
	}
	for prompt, at := range map[string]struct {
		args  []string
		reach func(*session)
	}{
		"plain, document":             {plain, func(s *session) { s.sees("CPF ou CNPJ") }},
		"plain, an optional question": {plain, answered("52998224725\n", "E-mail")},
		"plain, the phone":            {plain, answered("52998224725\n\n", "Celular")},
		"plain, the institution":      {plain, answered("52998224725\n\n\n", "banco")},
		"plain, the confirmation":     {plain, answered("52998224725\n\n\n\n", "Criar o link para")},
		"config init, the name": {[]string{"config", "init", "--lang", "pt"}, func(s *session) {
			s.sees("Nome do perfil")
		}},
		"config init, the last question": {[]string{"config", "init", "--lang", "pt"}, func(s *session) {
			s.sees("Nome do perfil")
			s.types("\n\n\n\n")
			s.sees("Chave do protocolo")
		}},
		"plain, a list of banks": {plain, answered("52998224725\n\n\nbanco do\n", "Número de 1 a 9")},
		"plain, the rest":        {plain, answered("52998224725\n\n\n\nmais\n", "Página de retorno")},
		"plain, the reports":     {plain, answered("52998224725\n\n\n\nmais\n\n", "Entrega dos relatórios")},
		"plain, another bank":    {plain, answered("52998224725\n\n\n999\n\n", "4004")},
		"plain, following":       {plain, answered("52998224725\n\n\n\n\n", "Acompanhando o cliente")},
		"plain, another try after a refusal": {
			append(plain, "--demo-story", "refused", "--demo-speed", "120"),
			answered("52998224725\n\n\n\n\n", "Acompanhar outra tentativa"),
		},
		"plain, another try after an outage": {
			append(plain, "--demo-story", "maintenance"), answered("52998224725\n\n\n\n\n", "Tentar de novo?"),
		},
		"login, access key": {[]string{"login", "--lang", "pt"}, func(s *session) { s.hidesTyping() }},
		"login, secret key": {[]string{"login", "--lang", "pt"}, func(s *session) {
			s.hidesTyping()
			s.types("the-access-key\n")
			s.sees("ecret")
			s.hidesTyping()
		}},
	} {
		for name, send := range map[string]struct {
			do     func(*session)
			status int
		}{
			"ctrl+c":  {func(s *session) { s.types("\x03") }, 130},
			"SIGINT":  {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGINT) }, 130},
			"SIGTERM": {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGTERM) }, 130},
			"SIGHUP":  {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGHUP) }, 130},
			"SIGQUIT": {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGQUIT) }, 131},
		} {
			t.Run(prompt+", "+name, func(t *testing.T) {
				s := startOn(t, at.args...)
				at.reach(s)
				send.do(s)
				_ = s.cmd.Wait()
				if got := s.cmd.ProcessState.ExitCode(); got != send.status {
					t.Errorf("exit status %d", got)
				}
				if !s.asBefore() {
					t.Error("the terminal is not as it was")
				}
				if out := s.written(); strings.Contains(out, "the-access-key") || strings.Contains(out, "goroutine") {
					t.Errorf("%q", out)
				}
			})
		}
	}
}

// The first line of the output says that the program waits for the second one.
func TestASignalEndsAReadFromASlowPipeAndNothingHalfIsWritten(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		path, err := build()
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(path, "validate", "cpf")
		cmd.Env = []string{"HOME=" + t.TempDir(), "PATH=" + os.Getenv("PATH")}
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		pipe, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(in, "52998224725\n529982")
		out := bufio.NewReader(pipe)
		if line, err := out.ReadString('\n'); err != nil || line == "" {
			t.Fatalf("%q %v", line, err)
		}
		_ = cmd.Process.Signal(signal)
		rest, _ := io.ReadAll(out)
		_ = cmd.Wait()
		if status := cmd.ProcessState.ExitCode(); status != cli.ExitAbandoned || len(rest) > 0 {
			t.Errorf("%s: exit status %d, %q", signal, status, rest)
		}
	}
}

// A FIFO that nobody writes to blocks whoever opens it.
func TestASignalEndsTheWaitForAFIFO(t *testing.T) {
	fifo := filepath.Join(t.TempDir(), "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Skip(err)
	}
	for _, args := range [][]string{{"create", "--demo", "--input", fifo}, {"create", "--demo"}} {
		for _, end := range []bool{false, true} { // before and while it waits
			ctx, cancel := context.WithCancel(t.Context())
			if !end {
				cancel()
			}
			r, w := io.Pipe()
			status := make(chan int, 1)
			var out, errs bytes.Buffer
			go func() {
				status <- cli.Run(ctx, cli.Env{
					In: r, Out: &out, Err: &errs, Getenv: func(string) string { return "" },
				}, args)
			}()
			if end {
				if len(args) == 2 {
					_, _ = io.WriteString(w, `{"personalTaxId":`) // returns when it was read
				}
				cancel()
			}
			if got := <-status; got != cli.ExitAbandoned || out.Len() != 0 {
				t.Errorf("%q: exit status %d, %q, %q", args, got, out.String(), errs.String())
			}
			cancel()
		}
	}
	// The opens that were left to themselves end.
	if f, err := os.OpenFile(fifo, os.O_RDWR, 0); err == nil {
		_ = f.Close()
	}
}

// catchAndStay is the child process of the test below. It does not end when it is asked.
func catchAndStay() {
	ctx, status := cli.Signals(context.Background())
	fmt.Println("ready")
	<-ctx.Done()
	fmt.Println("caught", status(cli.ExitAbandoned))
	select {}
}

func TestASecondSignalKillsAProgramThatDoesNotEnd(t *testing.T) {
	for signal, want := range map[syscall.Signal]int{
		syscall.SIGINT: 130, syscall.SIGTERM: 130, syscall.SIGHUP: 130, syscall.SIGQUIT: 131, syscall.SIGABRT: 134,
	} {
		self, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), "KLAVILINK_TEST_CHILD=signals")
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var word string
		if _, err := fmt.Fscanln(out, &word); err != nil || word != "ready" {
			t.Fatalf("%q %v", word, err)
		}
		_ = cmd.Process.Signal(signal)
		var status int
		if _, err := fmt.Fscanln(out, &word, &status); err != nil || status != want {
			t.Errorf("%s: %q %d %v", signal, word, status, err)
		}
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
		if ws := cmd.ProcessState.Sys().(syscall.WaitStatus); !ws.Signaled() || ws.Signal() != syscall.SIGTERM {
			t.Errorf("%s: the second signal ends it with %v", signal, cmd.ProcessState)
		}
	}
}
