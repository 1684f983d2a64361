package ui_test

import (
	"regexp"
	"strings"
	"testing"
	"time"
)

const (
	// 640 bytes in half blocks need 89x45 cells.
	askedSize = "\x1b[8;45;89t"
	oldSize   = "\x1b[8;24;80t"
)

// asksForSize reports whether the program asked for a size of the window.
func asksForSize(raw string) bool { return regexp.MustCompile(`\x1b\[8;\d+;\d+t`).MatchString(raw) }

// The window grows if the agent asks for it, and goes back when the code goes.
func TestAKeyAsksForAWindowInWhichTheCodeFits(t *testing.T) {
	for end, leave := range map[string]func(*wizard){
		"expiry": func(w *wizard) {
			w.clock.advance(30 * time.Minute)
			w.sees("O link venceu")
		},
		"next customer": func(w *wizard) {
			w.press("n")
			w.sees("CPF ou CNPJ")
		},
		"quit": func(w *wizard) {
			w.press(ctrlC)
			w.sees("Para sair, ctrl+c de novo")
			w.press(ctrlC)
			w.ends()
		},
	} {
		t.Run(end, func(t *testing.T) {
			w, url := live(t, setup{cols: 80, rows: 24, answers: "XTerm(390)"}, 640)
			w.sees("O QR Code não cabe: precisa de 89×45", "Ou tecle “g”")
			if asksForSize(w.screen.Raw()) {
				t.Error("it was asked for before the key")
			}
			w.press("g")
			w.emits(askedSize)
			w.press("?") // The terminal takes its time.
			w.sees("Teclas que funcionam", "aumentar janela")
			w.press("x")
			w.sees("O QR Code não cabe: precisa de 89×45 e a janela tem 80×24.")
			w.resize(89, 45)
			if got := w.scans(""); got != url {
				t.Errorf("read %q", got)
			}
			if strings.Contains(w.screen.Raw(), oldSize) {
				t.Error("the size was given back too early")
			}
			leave(w)
			w.emits(oldSize)
		})
	}
}

func TestTheKeyIsOnlyThereWhereTheWindowCanGrowAndHasTo(t *testing.T) {
	for name, s := range map[string]setup{
		"VTE":                    {answers: "VTE(7600)"},
		"one that never answers": {},
		"tmux":                   {environ: inTmux, tmux: clients("XTerm(390)|xterm|3.5a\n", nil)},
	} {
		s.cols, s.rows = 80, 24
		w, _ := live(t, s, 640)
		if shown := w.sees("O QR Code não cabe"); strings.Contains(shown, "tecle “g”") {
			t.Errorf("%s:\n%s", name, shown)
		}
		w.press("g", "?")
		if shown := w.sees("Teclas que funcionam"); strings.Contains(shown, "aumentar janela") {
			t.Errorf("%s:\n%s", name, shown)
		}
		if asksForSize(w.screen.Raw()) {
			t.Errorf("%s: a size was asked for", name)
		}
	}
	w, _ := live(t, setup{answers: "XTerm(390)"}, 230)
	w.scans("")
	if shown := w.sees("restam 30:00"); strings.Contains(shown, "aumentar janela") {
		t.Errorf("there is room:\n%s", shown)
	}
}
