package ui_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"
)

// browser keeps what it is shown.
type browser struct {
	mu        sync.Mutex
	html      string
	withdrawn chan struct{} // one for each time
	path      string
	err       error
}

func newBrowser(path string, err error) *browser {
	return &browser{path: path, err: err, withdrawn: make(chan struct{}, 10)}
}

func (b *browser) Show(page, _ []byte) (string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.html = string(page)
	return b.path, b.err
}

func (b *browser) Withdraw() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.html = ""
	b.withdrawn <- struct{}{}
}

func (b *browser) shows() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.html != ""
}

// A window of 80x24 has no room for a code.
func TestAKeyOpensTheCodeInTheBrowserIfTheWindowIsTooSmall(t *testing.T) {
	b := newBrowser("/somewhere/qr.html", nil)
	w, _ := live(t, setup{cols: 80, rows: 24, pages: b}, 400)
	w.sees("O QR Code não cabe", "Ou tecle “o”", "o navegador")
	w.press("o")
	w.sees("some quando o link vencer")
	if !b.shows() {
		t.Error("nothing is in the browser")
	}
	w.clock.advance(30 * time.Minute)
	w.sees("O link venceu")
	<-b.withdrawn
}

func TestThePageIsWithdrawnHoweverTheLinkIsLeft(t *testing.T) {
	for name, leave := range map[string]func(*wizard){
		"back": func(w *wizard) {
			w.press(esc)
			w.sees("Esc de novo")
			w.press(esc)
			w.sees("Confira")
		},
		"quit": func(w *wizard) {
			w.press(ctrlC)
			w.sees("Para sair, ctrl+c de novo")
			w.press(ctrlC)
			<-w.ended
			w.ended <- nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBrowser("/somewhere/qr.html", nil)
			w, _ := live(t, setup{pages: b}, 230)
			w.press("o")
			w.sees("some quando o link vencer")
			leave(w)
			<-b.withdrawn
		})
	}
}

func TestThePathOfThePageIsShownIfNothingOpensIt(t *testing.T) {
	long := "/var/folders/" + strings.Repeat("long/", 20) + "qr.html"
	for path, want := range map[string]string{
		"/somewhere/qr.html": "Abra no navegador: /somewhere/qr.html", "": "Não deu para abrir o navegador", long: long,
	} {
		w, url := live(t, setup{pages: newBrowser(path, errors.New("no desktop"))}, 230)
		w.press("o")
		if path != long {
			w.sees(want)
			continue
		}
		// What is cut helps nobody: a long path takes the code's place.
		if shown := w.sees("Qualquer tecla volta"); !strings.Contains(joined(shown), want) {
			t.Errorf("cut:\n%s", shown)
		}
		w.press("x")
		if got := w.scans(""); got != url {
			t.Errorf("%q", got)
		}
	}
}

func TestTheKeyForTheBrowserIsMissingWithoutPages(t *testing.T) {
	w, _ := live(t, setup{cols: 80, rows: 24}, 400)
	if shown := w.screen.Text(); strings.Contains(shown, "navegador") {
		t.Error(shown)
	}
	w.press("o", "?")
	if shown := w.sees("Teclas que funcionam"); strings.Contains(shown, "navegador") {
		t.Error(shown)
	}
}
