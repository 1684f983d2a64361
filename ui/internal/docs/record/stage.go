package main

import (
	"context"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// stage is a program that runs on an emulated terminal.
type stage struct {
	cmd *exec.Cmd
	tty *os.File

	mu     sync.Mutex
	em     *vt.Emulator
	cursor bool // the cursor is visible

	changed chan struct{} // receives a value after the program wrote something
}

// open starts a program in a window, with more variables in its environment.
func open(ctx context.Context, w window, program string, environ []string, args ...string) (*stage, error) {
	s := &stage{em: vt.NewEmulator(w.cols, w.rows), cursor: true, changed: make(chan struct{}, 1)}
	s.em.SetDefaultForegroundColor(w.foreground)
	s.em.SetDefaultBackgroundColor(w.background)
	s.em.SetCallbacks(vt.Callbacks{CursorVisibility: func(visible bool) { s.cursor = visible }})
	s.cmd = exec.CommandContext(ctx, program, args...)
	s.cmd.Env = append([]string{
		"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=pt_BR.UTF-8",
		"PATH=" + os.Getenv("PATH"), "HOME=" + os.TempDir(),
	}, environ...)
	var err error
	if s.tty, err = pty.StartWithSize(s.cmd, &pty.Winsize{Rows: uint16(w.rows), Cols: uint16(w.cols)}); err != nil {
		return nil, fmt.Errorf("start: %w", err)
	}
	go func() { _, _ = io.Copy(s.tty, s.em) }() // The answers of the terminal.
	go s.show()
	return s, nil
}

func (s *stage) close() {
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
	_ = s.tty.Close()
}

func (s *stage) show() {
	buffer := make([]byte, 1<<16)
	for {
		n, err := s.tty.Read(buffer)
		if err != nil {
			return
		}
		s.mu.Lock()
		_, _ = s.em.Write(buffer[:n])
		s.mu.Unlock()
		select {
		case s.changed <- struct{}{}:
		default:
		}
	}
}

// frame is a picture of the screen and how long it was shown.
type frame struct {
	picture *image.RGBA
	shown   time.Duration
}

// play follows a script and returns what the screen showed meanwhile.
func (s *stage) play(ctx context.Context, script []act, p *painter) ([]frame, error) {
	var frames []frame
	began := time.Now()
	take := func() {
		now := time.Now()
		if len(frames) > 0 {
			frames[len(frames)-1].shown = now.Sub(began)
		}
		frames, began = append(frames, frame{picture: s.picture(p)}), now
	}
	// watch takes a picture after each change, until done returns true or the time is
	// over.
	watch := func(limit time.Duration, done func() bool) error {
		timer := time.NewTimer(limit)
		defer timer.Stop()
		for !done() {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-timer.C:
				return nil
			case <-s.changed:
				s.settle()
				take()
			}
		}
		return nil
	}
	never := func() bool { return false }
	for _, a := range script {
		there := func() bool { return strings.Contains(s.text(), a.await) }
		if err := watch(time.Minute, there); err != nil {
			return nil, err
		}
		if !there() {
			return nil, fmt.Errorf("%q never appeared:\n%s", a.await, s.text())
		}
		if err := watch(a.after, never); err != nil {
			return nil, err
		}
		for _, key := range a.keys {
			if _, err := s.tty.WriteString(string(key)); err != nil {
				return nil, err
			}
			if err := watch(130*time.Millisecond, never); err != nil {
				return nil, err
			}
		}
	}
	take()
	return frames, nil
}

// settle waits until the program has written a whole update.
func (s *stage) settle() {
	for {
		select {
		case <-s.changed:
		case <-time.After(15 * time.Millisecond):
			return
		}
	}
}

func (s *stage) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.em.String()
}

func (s *stage) picture(p *painter) *image.RGBA {
	s.mu.Lock()
	defer s.mu.Unlock()
	return p.paint(s.em, s.cursor)
}
