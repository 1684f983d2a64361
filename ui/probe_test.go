package ui_test

import (
	"strings"
	"testing"
	"time"

	"klavilink/ui/internal/emulator"
)

func TestATerminalWithoutImagesIsNotWaitedFor(t *testing.T) {
	for name, graphics := range map[string]emulator.Graphics{"plain": {}, "size, no protocol": {Cell: cell, CellSaid: true}, "protocol, no size": {Sixel: true, Cell: cell}} {
		t.Run(name, func(t *testing.T) {
			w, _ := live(t, setup{cols: 80, rows: 24, graphics: graphics}, 400)
			w.sees("O código precisa de uma janela", "30:00 restantes")
			w.images(0)
		})
	}
}

func TestWhatCannotShowImagesIsNotEvenAsked(t *testing.T) {
	for _, environ := range [][]string{
		{"TERM=tmux-256color"},
		{"TERM=screen"},
		{"TERM=xterm-kitty", "TMUX=/tmp/tmux-0/default,1,0"},
		{"TERM=xterm", "STY=1.pts-0"},
		{"TERM=linux"},
		{"TERM=xterm-256color", "TERM_PROGRAM=Apple_Terminal"},
	} {
		w, _ := live(t, setup{cols: 80, rows: 24, environ: environ, graphics: imaging["kitty"].graphics}, 400)
		w.sees("O código precisa de uma janela")
		if raw := w.screen.Raw(); strings.Contains(raw, "\x1b_G") || strings.Contains(raw, "\x1b[16t") {
			t.Errorf("%v: asked", environ)
		}
	}
}

func TestTheTerminalIsAskedOnceAndNotWhileTyping(t *testing.T) {
	w := start(t, setup{graphics: imaging["kitty"].graphics})
	w.sees("CPF ou CNPJ")
	w.press("52998224725")
	w.sees("529.982.247-25")
	if strings.Contains(w.screen.Raw(), "a=q") {
		t.Error("asked while the form is filled in")
	}
	w.press(ctrlS)
	w.sees("Confira")
	w.press("1")
	w.sees("1 de 4")
	w.press(ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("30:00 restantes")
	if n := strings.Count(w.screen.Raw(), "a=q"); n != 1 {
		t.Errorf("asked %d times", n)
	}
}

func TestAnswersThatMakeNoSenseChangeNothing(t *testing.T) {
	for _, answer := range []string{"\x1b_Gi=31;ENOENT:no\x1b\\", "\x1b_Gi=30;OK\x1b\\", "\x1b[?4;1c", "\x1b[?c", "\x1b[?62;14;24c", "\x1b[6;0;0t", "\x1b[6;-1;99999999999t"} {
		w, _ := live(t, setup{cols: 80, rows: 24, graphics: emulator.Graphics{Cell: cell, CellSaid: true}}, 400)
		w.sees("O código precisa")
		w.press(answer)
		w.clock.advance(time.Second)
		w.sees("29:59 restantes", "O código precisa")
		w.images(0)
	}
}

func TestKittyGoesBeforeSixel(t *testing.T) {
	w, _ := pictured(t, imaging["kitty and sixel"], 400)
	if raw := w.screen.Raw(); !strings.Contains(raw, "\x1b_Ga=T") || strings.Contains(raw, "\x1bP") {
		t.Error("drawn as sixel")
	}
}
