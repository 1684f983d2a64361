// Package screen lets tests see what a user sees: it emulates a terminal, gives
// its text and colours, and reads the QR code off it as a camera would.
package screen

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// Screen is an emulated terminal. A program writes to it and reads the
// terminal's own answers from it; a test types into it and looks at it.
type Screen struct {
	mu      sync.Mutex
	changed *sync.Cond
	em      *vt.Emulator
	written int
	raw     bytes.Buffer

	input *io.PipeReader
	keys  *io.PipeWriter
}

// New makes a screen, dark unless light is set.
func New(cols, rows int, light bool) *Screen {
	s := &Screen{em: vt.NewEmulator(cols, rows)}
	s.changed = sync.NewCond(&s.mu)
	s.input, s.keys = io.Pipe()
	if light {
		s.em.SetDefaultBackgroundColor(color.White)
		s.em.SetDefaultForegroundColor(color.Black)
	}
	go func() { _, _ = io.Copy(s.keys, s.em) }()
	return s
}

// Write shows what the program writes. The program's output is no tty here, so
// nothing but this turns its line ends into new lines at the left.
func (s *Screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written += len(p)
	s.raw.Write(p)
	_, err := s.em.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	s.changed.Broadcast()
	return len(p), err
}

// Read gives the program what was typed and what the terminal answers.
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

// Resize changes the size of the window; the program has to be told.
func (s *Screen) Resize(cols, rows int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.em.Resize(cols, rows)
}

// Written counts the bytes that were written so far.
func (s *Screen) Written() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.written
}

// Raw gives all bytes that were written so far.
func (s *Screen) Raw() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.raw.String()
}

// Text gives the lines of the screen without trailing blanks.
func (s *Screen) Text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text()
}

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

// BeforeCursor gives the text of the cursor's line up to the cursor.
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

// Await waits until the screen's text satisfies ok, and gives the last text.
// The limit only ends a test that has failed already.
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

// Code reads the QR code off the screen. It paints the cells with their
// colours, as a terminal does, and gives the picture to a decoder that does not
// try inverted codes: neither do many phones.
func (s *Screen) Code() (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Peek()
}

// Peek is [Screen.Code] for use within [Screen.Await].
//
// The picture is also turned, as people turn a phone: upright this decoder
// misses about one code in a hundred for good, taking data for a finder pattern.
func (s *Screen) Peek() (string, error) {
	picture := s.paint()
	for _, turn := range []func(*image.Gray) *image.Gray{upright, upsideDown, sideways} {
		bitmap, err := gozxing.NewBinaryBitmapFromImage(turn(picture))
		if err != nil {
			continue
		}
		result, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
		if err == nil {
			return result.GetText(), nil
		}
	}
	return "", ErrNoCode
}

func upright(p *image.Gray) *image.Gray { return p }

func upsideDown(p *image.Gray) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	turned := image.NewGray(p.Rect)
	for y := range h {
		for x := range w {
			turned.SetGray(w-1-x, h-1-y, p.GrayAt(x, y))
		}
	}
	return turned
}

func sideways(p *image.Gray) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	turned := image.NewGray(image.Rect(0, 0, h, w))
	for y := range h {
		for x := range w {
			turned.SetGray(y, w-1-x, p.GrayAt(x, y))
		}
	}
	return turned
}

// ErrNoCode is what [Screen.Code] says where there is none to be read.
var ErrNoCode = errors.New("screen: no QR code to be read")

const cell = 4 // pixels across; a cell is twice as high

// paint paints the screen in grey. Of the glyphs only blocks matter; text
// becomes a speckled cell.
func (s *Screen) paint() *image.Gray {
	w, h := s.em.Width(), s.em.Height()
	img := image.NewGray(image.Rect(0, 0, w*cell, h*cell*2))
	for y := range h {
		for x := range w {
			fg, bg := color.Color(nil), color.Color(nil)
			glyph := " "
			if c := s.em.CellAt(x, y); c != nil {
				fg, bg, glyph = c.Style.Fg, c.Style.Bg, c.Content
			}
			if fg == nil {
				fg = s.em.ForegroundColor()
			}
			if bg == nil {
				bg = s.em.BackgroundColor()
			}
			on, off := color.GrayModel.Convert(fg).(color.Gray), color.GrayModel.Convert(bg).(color.Gray)
			for py := range cell * 2 {
				for px := range cell {
					ink := off
					if inked(glyph, px, py) {
						ink = on
					}
					img.SetGray(x*cell+px, y*cell*2+py, ink)
				}
			}
		}
	}
	return img
}

func inked(glyph string, px, py int) bool {
	switch glyph {
	case "", " ":
		return false
	case "█":
		return true
	case "▀":
		return py < cell
	case "▄":
		return py >= cell
	default:
		return (px+py)%3 == 0
	}
}
