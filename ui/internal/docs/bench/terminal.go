package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
)

// session is a program that runs on a pseudo-terminal.
type session struct {
	cmd     *exec.Cmd
	tty     *os.File
	started time.Time
	answers bool

	mu      sync.Mutex
	changed *sync.Cond
	text    string // what was written since the last await, without escape sequences
	awaited string
	came    time.Time // when it stood there; zero until then
	part    string    // the end of what was written, in which a question may have begun
	last    time.Time
	bytes   int
	updates int
	ended   bool
}

// lull is a pause after which the next bytes belong to another update of the screen.
const lull = 20 * time.Millisecond

// begin starts a program and waits for its first frame. If answers is set, the
// terminal answers the questions of the program.
func begin(ctx context.Context, p program, size pty.Winsize, answers bool) (*session, error) {
	s := &session{answers: answers, awaited: p.first}
	s.changed = sync.NewCond(&s.mu)
	s.cmd = exec.CommandContext(ctx, p.path, p.args...)
	s.cmd.Env = []string{
		"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "PATH=" + os.Getenv("PATH"),
		"HOME=" + os.TempDir(), "RESEND_API_KEY=none",
	}
	var err error
	s.started = time.Now()
	if s.tty, err = pty.StartWithSize(s.cmd, &size); err != nil {
		return nil, fmt.Errorf("%s: %w", p.name, err)
	}
	go s.read()
	return s, nil
}

// end kills the program.
func (s *session) end() {
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
	_ = s.tty.Close()
}

func (s *session) read() {
	buffer := make([]byte, 1<<16)
	for {
		n, err := s.tty.Read(buffer)
		now := time.Now()
		s.mu.Lock()
		if n > 0 {
			written := string(buffer[:n])
			s.bytes += n
			if now.Sub(s.last) > lull {
				s.updates++
			}
			s.last = now
			s.part += written
			s.text += ansi.Strip(written)
			s.look(now)
			s.answer()
		}
		s.ended = err != nil
		s.changed.Broadcast()
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// questions are those that a terminal may get, with what a current terminal
// answers.
var questions = [][2]string{
	{"\x1b[c", "\x1b[?62;4c"},
	{"\x1b[6n", "\x1b[1;1R"},
	{"\x1b[?u", "\x1b[?0u"},
	{"\x1b[?2026$p", "\x1b[?2026;2$y"},
	{"\x1b[?2027$p", "\x1b[?2027;0$y"},
	{"\x1b[>0q", "\x1bP>|bench\x1b\\"},
	{"\x1b]10;?", "\x1b]10;rgb:ffff/ffff/ffff\x1b\\"},
	{"\x1b]11;?", "\x1b]11;rgb:0000/0000/0000\x1b\\"},
}

// answer answers the questions in a part of the output, each question once.
func (s *session) answer() {
	const longest = 16
	for {
		first, answer := len(s.part), ""
		end := 0
		for _, q := range questions {
			if i := strings.Index(s.part, q[0]); i >= 0 && i < first {
				first, answer, end = i, q[1], i+len(q[0])
			}
		}
		if answer == "" {
			break
		}
		s.part = s.part[end:]
		if s.answers {
			_, _ = s.tty.WriteString(answer)
		}
	}
	s.part = s.part[max(0, len(s.part)-longest):]
}

// look looks for the text that is waited for.
func (s *session) look(now time.Time) {
	if s.came.IsZero() && strings.Contains(s.text, s.awaited) {
		s.came = now
	}
}

// arrive waits for the text, and returns when it came.
func (s *session) arrive() (time.Time, error) {
	expired := false
	timer := time.AfterFunc(15*time.Second, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		expired = true
		s.changed.Broadcast()
	})
	defer timer.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.came.IsZero() {
		if expired || s.ended {
			return time.Time{}, fmt.Errorf("%q never stood there", s.awaited)
		}
		s.changed.Wait()
	}
	return s.came, nil
}

// await waits for a text that is written after the last text that was waited for.
func (s *session) await(text string) error {
	s.mu.Lock()
	s.awaited, s.came = text, time.Time{}
	s.look(s.last)
	s.mu.Unlock()
	_, err := s.arrive()
	s.mu.Lock()
	s.text = ""
	s.mu.Unlock()
	return err
}

// walk types what leads to a screen.
func (s *session) walk(w way) error {
	for _, step := range w {
		if err := s.await(step.await); err != nil {
			return err
		}
		if _, err := s.tty.WriteString(step.keys); err != nil {
			return err
		}
	}
	return nil
}

// written returns how many bytes were written so far, and in how many updates.
func (s *session) written() (bytes, updates int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.bytes, s.updates
}
