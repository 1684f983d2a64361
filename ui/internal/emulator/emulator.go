// Package emulator shows tests what a user sees. It emulates a terminal and returns
// the text on it, the images on it, and the QR code that a camera reads off it. It
// does not know the program that draws on the terminal.
package emulator

import (
	"bytes"
	"image/color"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/vt"
)

// Screen is an emulated terminal. A program writes to it and reads the
// terminal's own answers from it; a test types into it and looks at it.
type Screen struct {
	mu      sync.Mutex
	changed *sync.Cond
	em      *vt.Emulator
	written int
	raw     bytes.Buffer
	images  graphics

	input *io.PipeReader
	keys  *io.PipeWriter
}

// New returns a screen of cols by rows cells. Its background is black, or white if
// light is set.
func New(cols, rows int, light bool) *Screen {
	s := &Screen{em: vt.NewEmulator(cols, rows)}
	s.images.em = s.em
	s.changed = sync.NewCond(&s.mu)
	s.input, s.keys = io.Pipe()
	if light {
		s.em.SetDefaultBackgroundColor(color.White)
		s.em.SetDefaultForegroundColor(color.Black)
	}
	go s.answer()
	return s
}

// answer sends the terminal's own answers. It keeps those that nobody reads yet, as the
// kernel does, so that a program which does not read can still write.
func (s *Screen) answer() {
	answers := make(chan []byte, 1024)
	defer close(answers)
	go func() {
		for answer := range answers {
			_, _ = s.keys.Write(answer)
		}
	}()
	for {
		var answer [256]byte
		n, err := s.em.Read(answer[:])
		if err != nil {
			return
		}
		answers <- answer[:n]
	}
}

// Write shows the bytes that the program writes. The output is not a real tty, so Write
// itself turns each line end into a carriage return and a line feed.
func (s *Screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written += len(p)
	s.raw.Write(p)
	_, err := s.em.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	s.changed.Broadcast()
	return len(p), err
}

// Read reads what a test types and what the terminal answers.
func (s *Screen) Read(p []byte) (int, error) { return s.input.Read(p) }

// Type sends bytes as the keyboard does.
func (s *Screen) Type(keys string) { _, _ = io.WriteString(s.keys, keys) }

// Paste sends text as a bracketed paste.
func (s *Screen) Paste(text string) { s.Type("\x1b[200~" + text + "\x1b[201~") }

// Close ends the input. The emulator's own Close is not safe beside its Read.
func (s *Screen) Close() {
	_ = s.keys.Close()
	if answers, ok := s.em.InputPipe().(io.Closer); ok {
		_ = answers.Close()
	}
}

// Resize changes the size of the window. It does not tell the program.
func (s *Screen) Resize(cols, rows int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.em.Resize(cols, rows)
}

// Written returns how many bytes the program has written so far.
func (s *Screen) Written() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.written
}

// Raw returns all bytes that the program has written so far.
func (s *Screen) Raw() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.PeekRaw()
}

// PeekRaw is [Screen.Raw] for use within [Screen.Await].
func (s *Screen) PeekRaw() string { return s.raw.String() }

// Text returns the lines of the screen without trailing blanks.
func (s *Screen) Text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text()
}

// text is [Screen.Text] for a caller that holds the lock.
func (s *Screen) text() string {
	var b strings.Builder
	for y := range s.em.Height() {
		line := ""
		for x := range s.em.Width() {
			if c := s.em.CellAt(x, y); c == nil || c.Content == "" && c.Width > 0 {
				line += " "
			} else {
				line += c.Content
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return strings.TrimRight(b.String(), "\n")
}

// BeforeCursor returns the text of the cursor's line up to the cursor.
func (s *Screen) BeforeCursor() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := s.em.CursorPosition()
	line := strings.Split(s.text(), "\n")
	if at.Y >= len(line) {
		return ""
	}
	runes := []rune(line[at.Y] + strings.Repeat(" ", at.X))
	return string(runes[:at.X])
}

// Await waits until the screen's text satisfies ok. It returns the last text, and
// whether that text satisfies ok. It gives up after 20 seconds.
func (s *Screen) Await(ok func(text string) bool) (string, bool) {
	const limit = 20 * time.Second
	expired := false
	timer := time.AfterFunc(limit, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		expired = true
		s.changed.Broadcast()
	})
	defer timer.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		text := s.text()
		if ok(text) {
			return text, true
		}
		if expired {
			return text, false
		}
		s.changed.Wait()
	}
}
