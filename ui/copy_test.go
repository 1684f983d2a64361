package ui_test

import (
	"encoding/base64"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"
)

// board is a system's clipboard.
type board struct {
	mu    sync.Mutex
	wrote chan string // each text, where somebody listens
	text  string
	err   error
}

func (b *board) write(s string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.text = s
	if b.wrote != nil {
		b.wrote <- s
	}
	return b.err
}

func (b *board) holds() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text
}

// live brings a wizard to a link with a URL of n bytes.
func live(t *testing.T, s setup, n int) (*wizard, string) {
	t.Helper()
	link := linkOf(n)
	s.client = newAPI(reply{link: link}, reply{link: link})
	w := start(t, s)
	w.toCode()
	return w, link.URL.Reveal()
}

func TestCopyingGoesBothWaysWithTheURLInSight(t *testing.T) {
	for _, tt := range []struct {
		name       string
		cols, rows int
		board      *board
		words      string
	}{
		{"panel beside", 120, 40, &board{}, "Link copiado"},
		{"panel below", 80, 44, &board{}, "Link copiado"},
		{"no code", 80, 24, &board{}, "Link copiado"},
		{"code alone", 80, 30, &board{}, "Link copiado"},
		{"clipboard fails", 120, 40, &board{err: errors.New("no xclip")}, "Se não colar, marque na tela"},
		{"no clipboard", 120, 40, nil, "Se não colar, marque na tela"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := setup{cols: tt.cols, rows: tt.rows}
			if tt.board != nil {
				s.clipboard = tt.board.write
			}
			w, url := live(t, s, 230)
			w.press("c")
			shown := w.sees(tt.words)
			if !strings.Contains(shown, url[len(url)-6:]) {
				t.Errorf("the URL is not in sight:\n%s", shown)
			}
			if tt.board != nil && tt.board.holds() != url {
				t.Errorf("the clipboard holds %q", tt.board.holds())
			}
			if osc := "\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte(url)); !strings.Contains(w.screen.Raw(), osc) {
				t.Error("nothing went through the terminal")
			}
		})
	}
}

func TestACodeThatGaveWayToTheURLComesBackWithAnyKey(t *testing.T) {
	w, url := live(t, setup{cols: 80, rows: 30}, 230)
	if got := w.scans(""); got != url {
		t.Fatalf("%q", got)
	}
	w.press("c")
	w.sees(url[:40], "Qualquer tecla volta ao código")
	if _, err := w.screen.Code(); err == nil {
		t.Error("code and URL at once where there is no room for both")
	}
	w.press("x")
	if got := w.scans(""); got != url {
		t.Errorf("%q", got)
	}
}

func TestThePresenterViewShowsTheCodeAndNothingPrivate(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 30}, {160, 50}} {
		w, url := live(t, setup{cols: size[0], rows: size[1]}, 230)
		w.press("p")
		shown := w.sees("p voltar", "30:00 restantes")
		for _, private := range []string{"982", "Cliente", "Banco", "id-1", url[:25], url[len(url)-8:], "klavi"} {
			if strings.Contains(shown, private) {
				t.Errorf("%v: %q is on the screen:\n%s", size, private, shown)
			}
		}
		if got := w.scans(""); got != url {
			t.Errorf("%v: %q", size, got)
		}
		w.press("c", "x") // do nothing here
		w.clock.advance(time.Second)
		w.sees("29:59 restantes", "p voltar")
		w.press(ctrlC)
		w.sees("Repita ctrl+c")
		// It ends on the shared screen without a word about the customer.
		w.clock.advance(30 * time.Minute)
		if shown := w.sees("O link venceu"); strings.Contains(shown, "982") {
			t.Errorf("the customer is on the screen:\n%s", shown)
		}
		w.press(enter)
		w.sees("30:00 restantes", "p voltar")
		w.press("p")
		w.sees("copiar link")
	}
}

func TestAnAnswerOfTheClipboardToAnOldLinkIsDropped(t *testing.T) {
	release := make(chan struct{})
	w, _ := live(t, setup{clipboard: func(string) error { <-release; return nil }}, 90)
	w.press("c", esc)
	w.sees("Repita esc")
	w.press(esc)
	w.sees("Confira")
	close(release)
	w.press("1")
	if shown := w.sees("1 de 4"); strings.Contains(shown, "copiado") {
		t.Error(shown)
	}
}

func TestACopiedLinkLeavesTheClipboardAfterAMinuteIfItIsStillThere(t *testing.T) {
	for name, tt := range map[string]struct{ then, want string }{"still there": {"", ""}, "something else by now": {"a note", "a note"}} {
		b := &board{wrote: make(chan string, 10)}
		read := make(chan struct{}, 1)
		w, url := live(t, setup{clipboard: b.write, paste: func() (string, error) {
			defer func() { read <- struct{}{} }()
			return b.holds(), nil
		}}, 230)
		w.press("c")
		w.sees("Link copiado")
		w.clock.advance(59 * time.Second)
		w.sees("29:01")
		if b.holds() != url {
			t.Errorf("%s: %q before a minute", name, b.holds())
		}
		if tt.then != "" {
			_ = b.write(tt.then)
		}
		w.clock.advance(time.Second)
		<-read
		if tt.then == "" {
			<-b.wrote // the copy
			<-b.wrote // and its end
		}
		if got := b.holds(); got != tt.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
