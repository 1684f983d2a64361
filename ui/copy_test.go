package ui_test

import (
	"encoding/base64"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"klavilink/ui"
	"klavilink/ui/text"
)

// board is the clipboard of a system.
type board struct {
	mu   sync.Mutex
	text string
	err  error
}

func (b *board) write(s string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.text = s
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
		{"clipboard fails", 120, 40, &board{err: errors.New("no xclip")}, "Se não colar, selecione o texto na tela"},
		{"no clipboard", 120, 40, nil, "Se não colar, selecione o texto na tela"},
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
			w.emits("\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte(url)))
		})
	}
}

func TestAnyKeyBringsTheCodeBackAfterTheURLWasShown(t *testing.T) {
	w, url := live(t, setup{cols: 80, rows: 30}, 230)
	if got := w.scans(""); got != url {
		t.Fatalf("%q", got)
	}
	w.press("c")
	w.sees(url[:40], "Qualquer tecla volta")
	if _, err := w.screen.Code(); err == nil {
		t.Error("code and URL at once where there is no room for both")
	}
	w.press("x")
	if got := w.scans(""); got != url {
		t.Errorf("%q", got)
	}
}

// presents waits for texts on a shared screen, which names no key but the one that lists
// them.
func (w *wizard) presents(texts ...string) string {
	w.t.Helper()
	shown, ok := w.screen.Await(func(s string) bool {
		for _, text := range texts {
			if !strings.Contains(s, text) {
				return false
			}
		}
		return strings.Contains(s, "? teclas") && !strings.Contains(s, "copiar link")
	})
	if !ok {
		w.t.Fatalf("waited for %q on a shared screen, saw:\n%s", texts, shown)
	}
	return shown
}

func TestThePresenterViewShowsTheCodeAndNothingPrivate(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 30}, {160, 50}} {
		w, url := live(t, setup{cols: size[0], rows: size[1]}, 230)
		w.press("p")
		shown := w.presents("restam 30:00")
		for _, private := range []string{"982", "Cliente", "Banco", "id-1", url[:25], url[len(url)-8:], "klavi"} {
			if strings.Contains(shown, private) {
				t.Errorf("%v: %q is on the screen:\n%s", size, private, shown)
			}
		}
		if got := w.scans(""); got != url {
			t.Errorf("%v: %q", size, got)
		}
		w.clock.advance(time.Second)
		w.presents("restam 29:59")
		w.press(ctrlC)
		w.sees("Para sair, ctrl+c de novo")
		// It ends on the shared screen without a word about the customer.
		w.clock.advance(30 * time.Minute)
		if shown := w.sees("O link venceu"); strings.Contains(shown, "982") {
			t.Errorf("the customer is on the screen:\n%s", shown)
		}
		w.press(enter)
		w.presents("restam 30:00")
		w.press("p")
		w.sees("copiar link")
	}
}

func TestAStrayKeyDoesNothingInThePresenterView(t *testing.T) {
	s := newStage(t, text.Portuguese, [2]int{120, 40}, scene{change: func(cfg *ui.Config) {
		cfg.Pages = newBrowser("/somewhere/qr.html", nil)
		cfg.OpenURL = (&desk{}).open
	}})
	s.link(230)
	s.press("p")
	before := s.model.View().Content
	for _, key := range []string{"c", "t", "w", "e", "d", "n", "o", "i", "s", "l", "ctrl+l", "x", "enter", "esc"} {
		s.press(key)
		if got := s.model.View().Content; got != before || s.last != nil {
			t.Errorf("%s did something, and the screen is:\n%s", key, got)
		}
	}
}

func TestALateAnswerOfTheClipboardIsDropped(t *testing.T) {
	s := newStage(t, text.Portuguese, [2]int{120, 40}, scene{})
	s.link(90)
	s.press("c")
	answer := s.last
	s.press("esc", "esc")
	dropped := func() {
		t.Helper()
		before := s.text()
		s.run(answer)
		if got := s.text(); got != before {
			t.Errorf("the answer was taken:\n%s", got)
		}
	}
	dropped() // on the review
	s.press("enter")
	s.model.Answer(linkOf(91), nil)
	dropped() // on the next link
	s.press("c")
	s.run(s.last)
	if shown := s.text(); !strings.Contains(shown, "Link copiado") {
		t.Errorf("its own answer was dropped too:\n%s", shown)
	}
}

func TestACopiedLinkIsClearedFromTheClipboardAfterAMinute(t *testing.T) {
	for name, then := range map[string]string{"still there": "", "something else by now": "a note"} {
		b := &board{}
		s := newStage(t, text.Portuguese, [2]int{120, 40}, scene{change: func(cfg *ui.Config) {
			cfg.Clipboard = b.write
			cfg.ReadClipboard = func() (string, error) {
				if then != "" {
					_ = b.write(then)
				}
				return b.holds(), nil
			}
		}})
		s.link(230)
		s.press("c")
		copying := s.last
		if !s.clock.waits(time.Minute) {
			t.Errorf("%s: nothing is due in a minute", name)
		}
		s.run(copying)
		if got := b.holds(); got != linkOf(230).URL.Reveal() {
			t.Errorf("%s: %q before a minute", name, got)
		}
		s.clock.sleep(time.Minute)
		s.run(copying)
		if got := b.holds(); got != then {
			t.Errorf("%s: %q after a minute", name, got)
		}
	}
}

func TestACopiedLinkIsClearedFromTheClipboardWhenTheProgramEnds(t *testing.T) {
	for name, tt := range map[string]struct{ holds, want string }{
		"still there":           {"", ""},
		"something else by now": {"a note", "a note"},
	} {
		b := &board{}
		s := newStage(t, text.Portuguese, [2]int{120, 40}, scene{change: func(cfg *ui.Config) {
			cfg.Clipboard = b.write
			cfg.ReadClipboard = func() (string, error) { return b.holds(), nil }
		}})
		s.link(230)
		s.press("c")
		s.run(s.last)
		if got := b.holds(); got != linkOf(230).URL.Reveal() {
			t.Fatalf("%s: %q was copied", name, got)
		}
		if tt.holds != "" {
			_ = b.write(tt.holds)
		}
		s.model.Forget()
		if got := b.holds(); got != tt.want {
			t.Errorf("%s: %q stays", name, got)
		}
		_ = b.write(linkOf(230).URL.Reveal())
		s.model.Forget()
		if got := b.holds(); got == "" {
			t.Errorf("%s: what somebody copied later is gone", name)
		}
	}
}
