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
	"golang.org/x/sys/unix"
)

// The tests in this file send Unix signals to the real program on a pseudo-terminal.
// Windows has neither.

// binary is the path of the program while the tests run.
var binary = filepath.Join(os.TempDir(), fmt.Sprintf("klavilink-test-%d", os.Getpid()))

func TestMain(m *testing.M) {
	switch os.Getenv("KLAVILINK_TEST_CHILD") {
	case "signals":
		catchAndStay()
	case "core":
		tellCoreLimit()
	}
	status := m.Run()
	_ = os.Remove(binary)
	os.Exit(status)
}

// build compiles the program once for all tests of this file and returns its path.
var build = sync.OnceValues(func() (string, error) {
	out, err := exec.Command("go", "build", "-o", binary, "klavilink").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return binary, nil
})

// session is the program on its own pseudo-terminal.
type session struct {
	t   *testing.T
	cmd *exec.Cmd
	tty *os.File // the side of the pseudo-terminal that the test reads and writes

	temp, runtime string // the folders for temporary files and for the files of a login

	mu   sync.Mutex
	out  strings.Builder
	more chan struct{} // receives after each read from tty
	done chan struct{} // closed after the last read from tty
}

// startSession starts the demo, in Portuguese.
func startSession(t *testing.T) *session {
	t.Helper()
	return startOn(t, "--demo", "--lang", "pt")
}

// startOn starts the program on a pseudo-terminal of its own.
func startOn(t *testing.T, args ...string) *session {
	t.Helper()
	return startIn(t, pty.Winsize{Rows: 44, Cols: 120}, args...)
}

// startIn starts the program on a pseudo-terminal of a size.
func startIn(t *testing.T, window pty.Winsize, args ...string) *session {
	t.Helper()
	return startChanged(t, window, func(*exec.Cmd) {}, args...)
}

// startWith starts the program on a pseudo-terminal of a size, with more variables.
func startWith(t *testing.T, window pty.Winsize, variables []string, args ...string) *session {
	t.Helper()
	return startChanged(t, window, func(c *exec.Cmd) { c.Env = append(c.Env, variables...) }, args...)
}

// startChanged starts the program after a function has changed how.
func startChanged(t *testing.T, window pty.Winsize, change func(*exec.Cmd), args ...string) *session {
	t.Helper()
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	s := &session{
		t:    t,
		cmd:  exec.Command(path, args...),
		temp: t.TempDir(), runtime: t.TempDir(),
		more: make(chan struct{}, 1),
		done: make(chan struct{}),
	}
	s.cmd.Env = []string{
		"TERM=xterm-256color", "HOME=" + t.TempDir(), "TMPDIR=" + s.temp, "XDG_RUNTIME_DIR=" + s.runtime,
		"PATH=" + os.Getenv("PATH"),
	}
	change(s.cmd)
	tty, err := pty.StartWithSize(s.cmd, &window)
	if err != nil {
		t.Fatal(err)
	}
	s.tty = closable(t, tty)
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

// closable returns a pseudo-terminal that Close closes at once. Close of the file that
// package pty opens waits until a read ends, and a screen that does not change gives
// such a read nothing.
func closable(t *testing.T, tty *os.File) *os.File {
	t.Helper()
	fd, err := unix.FcntlInt(tty.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err == nil {
		err = unix.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	_ = tty.Close()
	return os.NewFile(uintptr(fd), tty.Name())
}

// written returns everything that the program has written so far.
func (s *session) written() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.String()
}

// sees waits until the program has written a text.
func (s *session) sees(text string) {
	s.t.Helper()
	limit := time.After(time.Minute) // far more than a test that passes needs
	for !strings.Contains(s.written(), text) {
		select {
		case <-s.more:
		case <-limit:
			written := s.written()
			s.t.Fatalf("no %q in the end of what was written: %q", text, written[max(len(written)-400, 0):])
		}
	}
}

// types sends keys to the program.
func (s *session) types(keys string) { _, _ = io.WriteString(s.tty, keys) }

// toPage makes a link and opens its page.
func (s *session) toPage() {
	s.t.Helper()
	s.sees("CPF")
	s.types("52998224725\x13")
	s.sees("Confira")
	s.types("\r")
	s.sees("restam")
	s.types("o")
	s.sees("qr-")
	if pages := s.pages(); len(pages) != 1 || !strings.Contains(pages[0], "<img") {
		s.t.Fatalf("%d pages", len(pages))
	}
}

// pages returns the pages that a browser finds.
func (s *session) pages() []string {
	s.t.Helper()
	paths, err := filepath.Glob(filepath.Join(s.runtime, "klavilink", "*"))
	if err != nil {
		s.t.Fatal(err)
	}
	pages := make([]string, len(paths))
	for i, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			s.t.Fatal(err)
		}
		pages[i] = string(b)
	}
	return pages
}

// leavesNothing checks that the code has left the page, and that there is nothing in the
// folder for temporary files.
func (s *session) leavesNothing() {
	s.t.Helper()
	if pages := s.pages(); len(pages) != 1 || strings.Contains(pages[0], "<img") {
		s.t.Errorf("the code is still in a page: %q", pages)
	}
	if list, err := os.ReadDir(s.temp); err != nil || len(list) != 0 {
		s.t.Errorf("left in the folder for temporary files: %v %v", list, err)
	}
}

func TestEveryEndRestoresTheTerminalAndTakesTheCodeOffThePage(t *testing.T) {
	for name, end := range map[string]struct {
		do     func(*session)
		status int
	}{
		"SIGTERM": {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGTERM) }, 130},
		"SIGHUP":  {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGHUP) }, 130},
		"SIGINT":  {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGINT) }, 130},
		"SIGQUIT": {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGQUIT) }, 128 + 3},
		"SIGABRT": {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGABRT) }, 128 + 6},
		"SIGUSR1": {func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGUSR1) }, 128 + int(syscall.SIGUSR1)},
		"ctrl+c twice": {func(s *session) {
			s.types("\x03")
			s.sees("Para sair, ctrl+c de novo")
			s.types("\x03")
		}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := startSession(t)
			s.toPage()
			end.do(s)
			_ = s.cmd.Wait()
			<-s.done // the terminal has shown all that was written
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
			s.leavesNothing()
			after := out[strings.LastIndex(out, "\x1b[?1049l"):]
			if strings.Contains(after, "]11;?") || strings.Contains(after, "goroutine") {
				t.Errorf("after the end: %q", after)
			}
		})
	}
}

// The user closes the terminal's window, or the terminal program is killed. Then nobody
// can confirm the end, and the program must still take the code off the page.
func TestAClosedTerminalEndsTheProgramAndTakesTheCodeOffThePage(t *testing.T) {
	s := startSession(t)
	s.toPage()
	_ = s.tty.Close() // the kernel sends SIGHUP
	_ = s.cmd.Wait()
	s.leavesNothing()
}

func TestTheScreenReturnsAfterSuspendAndResume(t *testing.T) {
	s := startSession(t)
	s.sees("CPF")
	s.types("5299822\x1a")
	s.sees("\x1b[?1049l")
	s.mu.Lock()
	s.out.Reset()
	s.mu.Unlock()
	// The kernel does not stop the program, because its process group is orphaned. The
	// program only waits for SIGCONT, and the test cannot see when it starts to wait. So
	// we send the signal again until the program shows its screen again.
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for !strings.Contains(s.written(), "\x1b[?1049h") {
		select {
		case <-again.C:
			_ = s.cmd.Process.Signal(syscall.SIGCONT)
		case <-s.more:
		}
	}
	s.sees("529.982.2")
	s.types("4725")
	s.sees("os dígitos conferem")
}
