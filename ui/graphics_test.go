package ui_test

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"klavilink/ui"
	"klavilink/ui/internal/emulator"
	"klavilink/ui/terminal"
)

// settling is how long an image waits until the cells under it are blank.
const settling = 2 * terminal.Frame

var cell = image.Pt(8, 17) // of a font of 14 pixels

// These are terminals that show images, with their answers to the probe.
var imaging = map[string]setup{
	"kitty":            {graphics: emulator.Graphics{Kitty: true, Cell: cell, CellSaid: true}},
	"kitty and sixel":  {graphics: emulator.Graphics{Kitty: true, Sixel: true, Cell: cell, CellSaid: true}},
	"sixel, size said": {graphics: emulator.Graphics{Sixel: true, Cell: cell, CellSaid: true}},
	"sixel, size known to system": {
		graphics: emulator.Graphics{Sixel: true, Cell: cell},
		pixels:   func() (int, int) { return 80*8 + 4, 24*17 + 4 },
	},
	"kitty, light, odd size of cell": {
		graphics: emulator.Graphics{Kitty: true, Cell: image.Pt(9, 19), CellSaid: true}, light: true,
	},
}

// pictured brings a wizard to a link whose code is an image.
func pictured(t *testing.T, s setup, bytes int) (*wizard, string) {
	t.Helper()
	if s.cols == 0 {
		s.cols, s.rows = 80, 24
	}
	w, url := live(t, s, bytes)
	w.settles()
	if got := w.scans(""); got != url {
		t.Fatalf("read %q", got)
	}
	return w, url
}

// settles waits until the frame of this window is drawn, and then lets the time pass
// after which the image comes. A frame that is drawn later would remove the image.
func (w *wizard) settles() {
	w.t.Helper()
	drawn := func(shown string) bool {
		return strings.Count(shown, "\n")+1 == w.rows &&
			!strings.Contains(shown, "O QR Code não cabe") && !strings.Contains(shown, "Qualquer tecla")
	}
	if shown, ok := w.screen.Await(drawn); !ok {
		w.t.Fatalf("waited for an image to settle, saw:\n%s", shown)
	}
	w.clock.advance(settling)
}

// images waits for so many images on the screen.
func (w *wizard) images(n int) {
	w.t.Helper()
	if shown, ok := w.screen.Await(func(string) bool { return w.screen.PeekImages() == n }); !ok {
		w.t.Fatalf("%d images instead of %d over:\n%s", w.screen.Images(), n, shown)
	}
}

// In 80x24 the half blocks of a real link do not fit, but an image does.
func TestASmallWindowShowsTheCodeAsAnImageIfTheTerminalCan(t *testing.T) {
	for name, s := range imaging {
		for _, bytes := range []int{230, 400, 700} {
			t.Run(fmt.Sprint(name, " ", bytes), func(t *testing.T) {
				w, _ := pictured(t, s, bytes)
				w.images(1)
				w.sees("restam 30:00", "c copiar link")
			})
		}
	}
}

func TestHalfBlocksArePreferredToAnImage(t *testing.T) {
	w, url := live(t, setup{cols: 120, rows: 40, graphics: imaging["kitty"].graphics}, 230)
	if got := w.scans(""); got != url {
		t.Errorf("%q", got)
	}
	w.sees("outro desenho", "▄") // the terminal has answered, and half blocks stand there
	w.clock.advance(settling)
	w.clock.advance(time.Second)
	w.sees("29:59")
	w.images(0)
}

func TestTheImageDisappearsWithTheLink(t *testing.T) {
	for name, s := range imaging {
		for end, leave := range map[string]func(*wizard){
			"expiry": func(w *wizard) {
				w.clock.advance(30 * time.Minute)
				w.sees("O link venceu")
			},
			"back": func(w *wizard) {
				w.press(esc)
				w.sees("Esc de novo")
				w.press(esc)
				w.sees("Confira o que será enviado")
			},
			"quit": func(w *wizard) {
				w.press(ctrlC)
				w.sees("Para sair, ctrl+c de novo")
				w.press(ctrlC)
				w.images(0)
				w.clock.advance(settling)
				<-w.ended
				w.ended <- nil
			},
			"copy, which needs the room": func(w *wizard) {
				w.press("c")
				w.sees("Qualquer tecla volta")
			},
		} {
			t.Run(name+" "+end, func(t *testing.T) {
				w, _ := pictured(t, s, 400)
				leave(w)
				w.images(0)
				if _, err := w.screen.Code(); err == nil {
					t.Error("the code can still be read")
				}
			})
		}
	}
}

func TestTheImageFollowsTheWindow(t *testing.T) {
	for name, s := range imaging {
		if s.pixels != nil {
			continue // the window of this one never changes
		}
		t.Run(name, func(t *testing.T) {
			w, url := pictured(t, s, 400)
			w.resize(70, 26)
			w.images(0)
			w.settles()
			if got := w.scans(""); got != url {
				t.Errorf("%q", got)
			}
			w.images(1)
			w.resize(120, 45)
			w.sees("Link pronto")
			w.images(0)
			if got := w.scans(""); got != url {
				t.Errorf("%q", got)
			}
			for range 2 {
				w.resize(80, 24)
				w.sees("restam 30:00")
				w.settles()
				w.images(1)
				if got := w.scans(""); got != url {
					t.Errorf("%q", got)
				}
				w.resize(40, 10)
				w.sees("A janela é pequena")
				w.images(0)
			}
		})
	}
}

func TestTheImageComesBackAfterTheURLWasShown(t *testing.T) {
	w, url := pictured(t, imaging["kitty"], 400)
	w.press("c")
	w.sees("Qualquer tecla volta")
	w.images(0)
	w.press("x")
	w.settles()
	if got := w.scans(""); got != url {
		t.Errorf("%q", got)
	}
}

func TestAKeySwitchesToTheOtherRenderingsThatFit(t *testing.T) {
	// 90 bytes are 37 modules: whole blocks need 82x41.
	w, url := live(t, setup{cols: 160, rows: 50, graphics: imaging["kitty"].graphics}, 90)
	w.sees("m outro desenho")
	for i, want := range []string{"blocos inteiros (2 de 3)", "imagem (3 de 3)", "meios blocos (1 de 3)"} {
		w.press("m")
		w.sees(want)
		n := 0
		if i == 1 {
			n = 1
			w.clock.advance(settling)
		}
		w.images(n)
		if got := w.scans(""); got != url {
			t.Errorf("%s: %q", want, got)
		}
	}
	// What was chosen holds, as long as it fits.
	w.press("m")
	w.sees("blocos inteiros")
	w.resize(80, 38)
	w.sees("▄")
	if got := w.scans(""); got != url {
		t.Errorf("%q", got)
	}
	w.resize(160, 51)
	full, ok := w.screen.Await(func(s string) bool { return !strings.ContainsAny(s, "▄█") })
	if !ok {
		t.Errorf("half blocks again:\n%s", full)
	}
}

func TestThePresenterViewShowsAnImageToo(t *testing.T) {
	w, url := pictured(t, imaging["sixel, size said"], 400)
	w.press("p")
	w.presents()
	w.images(0) // the frame that clears the screen is drawn
	w.clock.advance(settling)
	w.clock.advance(time.Second)
	shown := w.presents("restam 29:59")
	w.images(1)
	if got := w.scans(""); got != url {
		t.Errorf("%q", got)
	}
	if strings.Contains(shown, "982") {
		t.Errorf("private:\n%s", shown)
	}
}

// A tick writes a few bytes and does not send the image again.
func TestATickWritesLittleWhileAnImageIsShown(t *testing.T) {
	for name, s := range imaging {
		t.Run(name, func(t *testing.T) {
			w, _ := pictured(t, s, 400)
			w.images(1)
			before := w.screen.Written()
			for i, want := range []string{"29:59", "29:58", "29:57", "29:56", "29:55"} {
				w.clock.advance(time.Second)
				w.sees(want)
				after := w.screen.Written()
				if n := after - before; n >= 40 {
					t.Errorf("tick %d wrote %d bytes", i, n)
				}
				before = after
			}
			w.images(1)
		})
	}
}

// The link is left while its image is on the way to the terminal.
func TestAnOutdatedImageIsRemoved(t *testing.T) {
	m := ui.New(t.Context(), demo(""))
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	m.Update(uv.CellSizeEvent{Width: 8, Height: 17})
	m.Update(uv.PrimaryDeviceAttributesEvent{64, 4})
	if _, cmd := m.Update(m.LateImage(1)); cmd == nil || fmt.Sprintf("%T", cmd()) != fmt.Sprintf("%T", tea.ClearScreen()) {
		t.Error("it stays")
	}
	if _, cmd := m.Update(tea.RawMsg{Msg: "another"}); cmd != nil {
		t.Error("something else was taken for an image")
	}
}

// While a window is dragged, sizes come faster than an image can follow.
func TestOnlyTheLastOfManyWindowSizesGetsAnImage(t *testing.T) {
	w, url := pictured(t, imaging["kitty"], 400)
	before := strings.Count(w.screen.Raw(), "\x1b_Ga=T")
	for i, cols := range []int{79, 78, 77} {
		w.resize(cols, 25+i)
		w.clock.advance(settling / 2)
	}
	w.images(0)
	w.settles()
	if got := w.scans(""); got != url {
		t.Errorf("%q", got)
	}
	if n := strings.Count(w.screen.Raw(), "\x1b_Ga=T") - before; n != 1 {
		t.Errorf("sent %d times", n)
	}
}
