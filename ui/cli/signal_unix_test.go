//go:build unix

package cli_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// Signals and terminals are Unix's; Windows ends a program otherwise.

// built is where the program is while tests run.
var built = filepath.Join(os.TempDir(), fmt.Sprintf("klavilink-test-%d", os.Getpid()))

func TestMain(m *testing.M) {
	status := m.Run()
	_ = os.Remove(built)
	os.Exit(status)
}

// build makes the program once for all tests of this file.
var build = sync.OnceValues(func() (string, error) {
	out, err := exec.Command("go", "build", "-o", built, "klavilink").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return built, nil
})

// session is the program on a terminal of its own.
type session struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File // the terminal's side
	temp string   // its folder for temporary files

	mu   sync.Mutex
	out  strings.Builder
	more chan struct{}
	done chan struct{} // the terminal gave its last byte
}

func startSession(t *testing.T) *session {
	t.Helper()
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	s := &session{t: t, cmd: exec.Command(path, "--demo", "--lang", "pt"), temp: t.TempDir(), more: make(chan struct{}, 1), done: make(chan struct{})}
	s.cmd.Env = []string{"TERM=xterm-256color", "HOME=" + t.TempDir(), "TMPDIR=" + s.temp, "PATH=" + os.Getenv("PATH")}
	if s.tty, err = pty.StartWithSize(s.cmd, &pty.Winsize{Rows: 44, Cols: 120}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		_ = s.tty.Close()
		<-s.done
	})
	go func() {
		defer close(s.done)
		var buf [4096]byte
		for {
			n, err := s.tty.Read(buf[:])
			s.mu.Lock()
			s.out.Write(buf[:n])
			s.mu.Unlock()
			select {
			case s.more <- struct{}{}:
			default:
			}
			if err != nil {
				return
			}
		}
	}()
	return s
}

func (s *session) written() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.String()
}

// sees waits until the program has written something.
func (s *session) sees(text string) {
	s.t.Helper()
	limit := time.After(20 * time.Second) // only ends a test that has failed
	for !strings.Contains(s.written(), text) {
		select {
		case <-s.more:
		case <-limit:
			written := s.written()
			s.t.Fatalf("no %q in the end of what was written: %q", text, written[max(len(written)-400, 0):])
		}
	}
}

func (s *session) types(keys string) { _, _ = io.WriteString(s.tty, keys) }

// toPage goes on until the code is a page in the folder for temporary files.
func (s *session) toPage() {
	s.t.Helper()
	s.sees("CPF")
	s.types("52998224725\x13")
	s.sees("Confira")
	s.types("\r")
	s.sees("restantes")
	s.types("o")
	s.sees("qr.html")
	if left := s.files(); left == 0 {
		s.t.Fatal("no page")
	}
}

// files counts what is in the folder for temporary files.
func (s *session) files() int {
	list, err := os.ReadDir(s.temp)
	if err != nil {
		s.t.Fatal(err)
	}
	return len(list)
}

func TestWhateverEndsItTheTerminalIsSaneAndNothingIsLeft(t *testing.T) {
	for name, end := range map[string]struct {
		do     func(*session)
		status int
	}{
		"SIGTERM": {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGTERM) }, 130},
		"SIGHUP":  {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGHUP) }, 130},
		"SIGINT":  {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGINT) }, 130},
		"ctrl+c twice": {func(s *session) {
			s.types("\x03")
			s.sees("Repita ctrl+c")
			s.types("\x03")
		}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := startSession(t)
			s.toPage()
			end.do(s)
			_ = s.cmd.Wait()
			if got := s.cmd.ProcessState.ExitCode(); got != end.status {
				t.Errorf("exit status %d", got)
			}
			out := s.written()
			if i, j := strings.LastIndex(out, "\x1b[?1049h"), strings.LastIndex(out, "\x1b[?1049l"); j < i {
				t.Error("left on the alternate screen")
			}
			if i, j := strings.LastIndex(out, "\x1b[?25l"), strings.LastIndex(out, "\x1b[?25h"); j < i {
				t.Error("left without a cursor")
			}
			if n := s.files(); n != 0 {
				t.Errorf("%d things left in the folder for temporary files", n)
			}
		})
	}
}

// The window is closed, or its terminal program killed: nobody is there to be
// asked, and the page must not stay.
func TestAClosedTerminalEndsItAndNothingIsLeft(t *testing.T) {
	s := startSession(t)
	s.toPage()
	_ = s.tty.Close() // the kernel sends SIGHUP
	_ = s.cmd.Wait()
	if n := s.files(); n != 0 {
		t.Errorf("%d things left in the folder for temporary files", n)
	}
}

func TestSuspendedAndResumedTheScreenIsBack(t *testing.T) {
	s := startSession(t)
	s.sees("CPF")
	s.types("5299822")
	s.sees("529.982.2")
	s.types("\x1a")
	s.sees("\x1b[?1049l")
	s.mu.Lock()
	s.out.Reset()
	s.mu.Unlock()
	// A group without a parent to continue it is not stopped: the program only
	// waits, and from when on nobody can see.
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for s.written() == "" {
		select {
		case <-again.C:
			_ = s.cmd.Process.Signal(syscall.SIGCONT)
		case <-s.more:
		}
	}
	s.sees("529.982.2")
	s.types("4725")
	s.sees("válido")
}
