package ui_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"klavilink/ui/internal/emulator"
)

// In these terminals a code is made of these characters in a window of 80x24. No
// character stands for no code.
var drawing = map[string]struct {
	setup
	bytes  int
	blocks string
}{
	"VTE 0.76":               {setup{answers: "VTE(7600)"}, 230, sextants},
	"VTE 0.80":               {setup{answers: "VTE(8001)", light: true}, 640, octants},
	"VTE 0.80, short link":   {setup{answers: "VTE(8001)"}, 230, sextants},
	"kitty":                  {setup{answers: "kitty(0.42.1)"}, 540, octants},
	"kitty, before octants":  {setup{answers: "kitty(0.39.1)"}, 540, ""},
	"konsole":                {setup{answers: "Konsole 24.12"}, 285, sextants},
	"konsole, long link":     {setup{answers: "Konsole 24.12"}, 640, ""},
	"alacritty":              {setup{environ: inAlacritty}, 285, sextants},
	"xterm":                  {setup{answers: "XTerm(390)"}, 230, ""},
	"xterm in alacritty":     {setup{answers: "XTerm(390)", environ: inAlacritty}, 230, ""},
	"one that never answers": {setup{}, 230, ""},
	"tmux in VTE": {setup{environ: inTmux, tmux: clients(
		"VTE(8001)|xterm-256color|3.5a\n", nil)}, 640, octants},
	"tmux in two": {setup{environ: inTmux, tmux: clients(
		"VTE(8001)|xterm-256color|3.5a\n|alacritty|3.5a\n", nil)}, 285, sextants},
	"tmux that does not answer": {setup{environ: inTmux, tmux: clients("", errors.New("no server"))}, 230, ""},
	"tmux, unasked":             {setup{environ: inTmux}, 230, ""},
}

// The first and the last character of a set, as in a pattern.
const (
	sextants = "\U0001fb00\U0001fb3b"
	octants  = "\U0001cd00\U0001cde5"
)

var (
	inAlacritty = []string{"TERM=alacritty", "ALACRITTY_WINDOW_ID=94"}
	inTmux      = []string{"TERM=tmux-256color", "TMUX=/tmp/tmux-0/default,1,0"}
)

// clients is how tmux lists its clients.
func clients(list string, err error) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return list, err }
}

// has reports whether a text has a character of a set.
func has(text, set string) bool {
	ends := []rune(set)
	return strings.ContainsFunc(text, func(r rune) bool { return r >= ends[0] && r <= ends[1] })
}

// The panel stays beside the code, and the whole URL is a key away.
func TestASmallWindowShowsTheCodeInTheBlocksThatTheTerminalDraws(t *testing.T) {
	for name, c := range drawing {
		t.Run(name, func(t *testing.T) {
			c.cols, c.rows = 80, 24
			w, url := live(t, c.setup, c.bytes)
			if c.blocks == "" {
				shown := w.sees("O QR Code não cabe", "restam 30:00")
				if has(shown, sextants) || has(shown, octants) {
					t.Errorf("a code is there:\n%s", shown)
				}
				return
			}
			if got := w.scans(""); got != url {
				t.Errorf("read %q", got)
			}
			shown := w.sees("restam 30:00", "esperando o cliente", "•••.982.247-••", "c copiar link", "u ver o link")
			if has(shown, sextants) != (c.blocks == sextants) || has(shown, octants) != (c.blocks == octants) {
				t.Errorf("drawn otherwise:\n%s", shown)
			}
			w.press("u")
			shown = w.sees("Qualquer tecla volta")
			if !strings.Contains(joined(shown), url) {
				t.Errorf("no URL in\n%s", shown)
			}
			w.press("x")
			if got := w.scans(""); got != url {
				t.Errorf("read %q after the URL", got)
			}
		})
	}
}

// The answer types nothing, and nothing that is typed gets lost.
func TestATerminalThatAnswersLateWhileTypingIsStillHeard(t *testing.T) {
	link := linkOf(640)
	client := newAPI(reply{link: link})
	w := start(t, setup{cols: 80, rows: 24, client: client})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira o que será enviado")
	w.emits("\x1b[>q")
	w.press("1") // back to the first step
	w.sees("● Cliente")
	w.press(strings.Repeat(back, 11))
	w.sees("┃ CPF ou CNPJ")
	w.press("11144" + emulator.Version("VTE(8001)") + "477735")
	w.sees("111.444.777-35", "CPF: os dígitos conferem")
	w.press(ctrlS)
	w.sees("Confira o que será enviado")
	w.press(enter)
	if got := w.scans(""); got != link.URL.Reveal() {
		t.Errorf("read %q", got)
	}
	if shown := w.sees("restam 30:00"); !has(shown, octants) {
		t.Errorf("the answer was not heard:\n%s", shown)
	}
	if sent := client.requests(); len(sent) != 1 || sent[0].PersonalTaxID != "11144477735" {
		t.Errorf("%d requests, not for the customer that was typed", len(sent))
	}
}

func TestATerminalThatAnswersWhenTheLinkIsThereGetsTheCode(t *testing.T) {
	w, url := live(t, setup{cols: 80, rows: 24}, 640)
	w.sees("O QR Code não cabe: precisa de 89×45 e a janela tem 80×24.")
	w.press(emulator.Version("kitty(0.42.1)"))
	if got := w.scans(""); got != url {
		t.Errorf("read %q", got)
	}
	w.sees("restam 30:00", "u ver o link")
}

func TestAKeyWalksThroughAllRenderingsThatFit(t *testing.T) {
	s := setup{cols: 160, rows: 50, answers: "kitty(0.42.1)", graphics: imaging["kitty"].graphics}
	w, url := live(t, s, 90)
	w.sees("m outro desenho")
	for _, want := range []string{
		"blocos inteiros (2 de 5)", "imagem (3 de 5)", "blocos pequenos (4 de 5)", "blocos mínimos (5 de 5)",
		"meios blocos (1 de 5)",
	} {
		w.press("m")
		w.sees(want)
		if strings.HasPrefix(want, "imagem") {
			w.images(0)
			w.clock.advance(settling)
			w.images(1)
		} else {
			w.images(0)
		}
		if got := w.scans(""); got != url {
			t.Errorf("%s: read %q", want, got)
		}
	}
}
