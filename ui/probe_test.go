package ui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"klavilink/ui/internal/emulator"
	"klavilink/ui/text"
)

// A terminal that does not answer, or not in full, delays nothing.
func TestTheLinkDoesNotWaitForATerminalWithoutImages(t *testing.T) {
	for name, graphics := range map[string]emulator.Graphics{
		"plain": {}, "size, no protocol": {Cell: cell, CellSaid: true}, "protocol, no size": {Sixel: true, Cell: cell},
	} {
		t.Run(name, func(t *testing.T) {
			w, _ := live(t, setup{cols: 80, rows: 24, graphics: graphics}, 400)
			w.sees("O QR Code não cabe", "restam 30:00")
		})
	}
	size, protocol := uv.CellSizeEvent{Width: 8, Height: 17}, uv.PrimaryDeviceAttributesEvent{64, 4}
	for _, tt := range []struct {
		answers []tea.Msg
		image   bool
	}{{nil, false}, {[]tea.Msg{size}, false}, {[]tea.Msg{protocol}, false}, {[]tea.Msg{size, protocol}, true}} {
		s := newStage(t, text.Portuguese, [2]int{80, 24}, scene{})
		s.link(400)
		s.send(tt.answers...)
		if shown := s.text(); strings.Contains(shown, "O QR Code não cabe") == tt.image {
			t.Errorf("after %v:\n%s", tt.answers, shown)
		}
	}
}

// asksForImages reports whether the program asked the terminal for images.
func asksForImages(raw string) bool {
	return strings.Contains(raw, "\x1b_G") || strings.Contains(raw, "\x1b[16t")
}

func TestTerminalsThatCannotShowImagesAreNotAsked(t *testing.T) {
	for _, tt := range []struct {
		environ tea.EnvMsg
		asked   bool
	}{
		{tea.EnvMsg{"TERM=xterm-256color"}, true},
		{tea.EnvMsg{"TERM=tmux-256color"}, false},
		{tea.EnvMsg{"TERM=screen"}, false},
		{tea.EnvMsg{"TERM=xterm-kitty", "TMUX=/tmp/tmux-0/default,1,0"}, false},
		{tea.EnvMsg{"TERM=xterm", "STY=1.pts-0"}, false},
		{tea.EnvMsg{"TERM=linux"}, false},
		{tea.EnvMsg{"TERM=xterm-256color", "TERM_PROGRAM=Apple_Terminal"}, false},
	} {
		s := newStage(t, text.Portuguese, [2]int{80, 24}, scene{})
		s.send(tt.environ)
		s.review()
		if asked := asksForImages(s.run(s.last)); asked != tt.asked {
			t.Errorf("%v: asked is %t", tt.environ, asked)
		}
	}
}

// The terminal is asked after the form, so that no answer can reach a field.
func TestTheTerminalIsAskedOnceAndNotWhileTyping(t *testing.T) {
	s := newStage(t, text.Portuguese, [2]int{80, 24}, scene{})
	step := func(name string, want bool, do func()) {
		t.Helper()
		s.last = nil
		do()
		if asked := asksForImages(s.run(s.last)); asked != want {
			t.Errorf("%s: asked is %t", name, asked)
		}
	}
	step("start", false, func() { s.last = s.model.Init() })
	for _, key := range []string{"5", "2", "9", "9", "8", "2", "2", "4", "7", "2", "5", "tab", "enter", "enter", "enter"} {
		step(key, false, func() { s.press(key) })
	}
	step("review", true, func() { s.press("enter") })
	step("form again", false, func() { s.press("1") })
	step("review again", false, func() { s.press("ctrl+s") })
	s.press("enter")
	step("link", false, func() { s.last = s.model.Answer(linkOf(400), nil) })
}

func TestAnswersThatMakeNoSenseChangeNothing(t *testing.T) {
	for _, answer := range []string{
		"\x1b_Gi=31;ENOENT:no\x1b\\", "\x1b_Gi=30;OK\x1b\\", "\x1b[?4;1c", "\x1b[?c", "\x1b[?62;14;24c",
		"\x1b[6;0;0t", "\x1b[6;17t", "\x1b[6;0;99999999999t",
	} {
		w, _ := live(t, setup{cols: 80, rows: 24, graphics: emulator.Graphics{Cell: cell, CellSaid: true}}, 400)
		before := w.sees("O QR Code não cabe", "restam 30:00")
		w.press(answer, "?")
		w.sees("Teclas que funcionam") // what was typed before is taken
		w.press("x")
		if after := w.doesNotSee("Teclas que funcionam"); after != before {
			t.Errorf("%q: got\n%s\nwant\n%s", answer, after, before)
		}
	}
}

func TestKittyGraphicsArePreferredToSixel(t *testing.T) {
	w, _ := pictured(t, imaging["kitty and sixel"], 400)
	if raw := w.screen.Raw(); !strings.Contains(raw, "\x1b_Ga=T") || strings.Contains(raw, "\x1bP") {
		t.Error("drawn as sixel")
	}
}

func TestAnImageTooSmallToScanIsNotShown(t *testing.T) {
	for _, tt := range []struct {
		cell  uv.CellSizeEvent
		image bool
	}{
		{uv.CellSizeEvent{Width: 8, Height: 17}, true},
		// 80x24 cells are 400x207 pixels: a code of 400 bytes would have 2 pixels a module.
		{uv.CellSizeEvent{Width: 5, Height: 9}, false},
	} {
		s := newStage(t, text.Portuguese, [2]int{80, 24}, scene{})
		s.review()
		s.send(tt.cell, uv.PrimaryDeviceAttributesEvent{64, 4})
		s.press("enter")
		following := s.model.Answer(linkOf(400), nil)
		s.clock.sleep(settling)
		sent := strings.Contains(s.run(following), "\x1bP")
		shown := s.text()
		words := strings.Contains(shown, "O QR Code não cabe: precisa de 73×37")
		url := strings.Contains(joined(shown), linkOf(400).URL.Reveal())
		if sent != tt.image || words == tt.image || url == tt.image {
			t.Errorf("%v: an image is %t, and below it:\n%s", tt.cell, sent, shown)
		}
	}
}

// The window has room for the image, but not for the wizard.
func TestAWindowThatIsTooSmallForTheWizardShowsNoImage(t *testing.T) {
	for _, tt := range []struct {
		cols  int
		image bool
	}{{60, true}, {59, false}} {
		s := newStage(t, text.Portuguese, [2]int{70, 35}, scene{})
		s.link(400)
		s.send(uv.CellSizeEvent{Width: 8, Height: 17}, uv.PrimaryDeviceAttributesEvent{64, 4})
		s.send(tea.WindowSizeMsg{Width: tt.cols, Height: 35})
		resized := s.last
		s.clock.sleep(settling)
		if sent := strings.Contains(s.run(resized), "\x1bP"); sent != tt.image {
			t.Errorf("%d columns: an image is %t", tt.cols, sent)
		}
	}
}
