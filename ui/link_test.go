package ui_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"klavilink/klavi"
	"klavilink/ui"
	"klavilink/ui/screen"
)

// In every window the code is drawn whole and can be read. If it does not fit, the
// screen names the window that it needs and shows the URL.
func TestACodeIsNeverCropped(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {100, 30}, {120, 40}, {160, 50}, {66, 60}, {78, 28}, {215, 93}} {
		for _, bytes := range []int{90, 230, 400, 700, 2900} {
			for _, look := range []struct {
				name    string
				light   bool
				profile colorprofile.Profile
			}{
				{"dark", false, colorprofile.TrueColor},
				{"light", true, colorprofile.TrueColor},
				{"256 colours", false, colorprofile.ANSI256},
				{"no colour, dark", false, colorprofile.ASCII},
				{"no colour, light", true, colorprofile.ASCII},
			} {
				t.Run(fmt.Sprintf("%dx%d %d bytes %s", size[0], size[1], bytes, look.name), func(t *testing.T) {
					link := linkOf(bytes)
					w := start(t, setup{
						cols: size[0], rows: size[1], light: look.light, profile: look.profile, client: newAPI(reply{link: link}),
					})
					w.sees("CPF ou CNPJ")
					w.press("52998224725", ctrlS)
					w.sees("Confira")
					w.press(enter)
					shown := w.sees("restam 30:00")
					if strings.Contains(shown, "O QR Code não cabe") {
						if _, err := w.screen.Code(); err == nil {
							t.Error("a code beside the words that there is none")
						}
						if bytes > 700 && strings.Contains(shown, "O link não cabe na janela") {
							return // nor is it cut
						}
						if joined := strings.Join(strings.Fields(shown), ""); !strings.Contains(joined, link.URL.Reveal()) {
							t.Errorf("the URL is not there:\n%s", shown)
						}
						return
					}
					url := link.URL.Reveal()
					if got := w.scans(""); got != url {
						t.Errorf("read %q", got)
					}
					if strings.Contains(shown, url[:20]) && !strings.Contains(shown, url[len(url)-3:]) {
						t.Errorf("the URL is cut:\n%s", shown)
					}
				})
			}
		}
	}
}

func TestTheCodeAppearsAndDisappearsWithTheSizeOfTheWindow(t *testing.T) {
	link := linkOf(230)
	w := start(t, setup{cols: 80, rows: 24, client: newAPI(reply{link: link})})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira")
	w.press(enter)
	// 230 bytes are 53 modules: 57x28 with the narrow quiet zone, and a line.
	w.sees("O QR Code não cabe: precisa de 57×29 e a janela tem 80×24.")
	w.resize(57, 29)
	w.sees("A janela é pequena: precisa de 60×20")
	w.resize(60, 29)
	if got := w.scans(""); got != link.URL.Reveal() {
		t.Errorf("%q", got)
	}
	w.resize(60, 28)
	w.sees("O QR Code não cabe: precisa de 57×29 e a janela tem 60×28.")
	w.resize(120, 40)
	w.sees("Link pronto", "•••.982.247-••")
	if got := w.scans(""); got != link.URL.Reveal() {
		t.Errorf("%q", got)
	}
	w.resize(30, 10)
	w.sees("A janela é pequena")
	if _, err := w.screen.Code(); err == nil {
		t.Error("a code in a window that has no room")
	}
	w.resize(120, 40)
	w.sees("restam 30:00")
}

// resize changes the window of the emulator and tells the program, as a terminal does.
func (w *wizard) resize(cols, rows int) {
	w.rows = rows
	w.screen.Resize(cols, rows)
	w.program.Send(tea.WindowSizeMsg{Width: cols, Height: rows})
}

func TestAURLThatIsTooLongForACodeIsShownAsText(t *testing.T) {
	w := start(t, setup{cols: 160, rows: 60, client: newAPI(reply{link: linkOf(3000)})})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("longo demais para um QR Code", "https://conecte-sandbox.klavi.ai/path?v=")
}

func TestTheColoursOfACodeCanBeSwappedInATerminalWithoutColours(t *testing.T) {
	link := linkOf(90)
	// The terminal says nothing of its background but is light: the code comes
	// out inverted, and a key mends it.
	w := start(t, setup{light: true, profile: colorprofile.ASCII, client: newAPI(reply{link: link})})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira")
	w.program.Send(tea.BackgroundColorMsg{}) // no colour is dark
	w.press(enter)
	w.sees("restam 30:00", "inverter cores")
	if got, err := w.screen.Code(); err == nil {
		t.Errorf("read %q before the colours were swapped", got)
	}
	w.press("i")
	if got := w.scans(""); got != link.URL.Reveal() {
		t.Errorf("%q", got)
	}
}

func TestLeavingALiveLinkNeedsTheKeyTwice(t *testing.T) {
	w := start(t, setup{})
	w.toLink()
	w.press(ctrlC)
	w.sees("Para sair, ctrl+c de novo")
	w.press("x")
	w.doesNotSee("Repita")
	w.press(esc)
	w.sees("Esc de novo")
	w.press(ctrlC)
	w.sees("Para sair, ctrl+c de novo") // another question, not an answer
	w.press(esc)
	w.sees("Esc de novo")
	w.press(esc)
	w.sees("Confira o que será enviado", "•••.982.247-••")
	if _, err := w.screen.Code(); err == nil {
		t.Error("the code is still there")
	}
}

func TestQuittingTheFormMakesNoLinkAndNoSummary(t *testing.T) {
	w := start(t, setup{})
	w.sees("CPF ou CNPJ")
	w.press(ctrlC)
	if err := <-w.ended; err != nil {
		t.Error(err)
	}
	w.ended <- nil
	if w.model.MadeLink() || w.model.Summary() != "" {
		t.Error("a summary of nothing")
	}
}

func TestNothingStaysOnTheScreenWhileSuspended(t *testing.T) {
	m := ui.New(t.Context(), demo(""))
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	if m.View().Content == "" {
		t.Fatal("an empty screen")
	}
	m.Update(tea.KeyPressMsg{Code: 'z', Mod: tea.ModCtrl})
	if got := m.View().Content; got != "" {
		t.Errorf("%q", got)
	}
	m.Update(tea.ResumeMsg{})
	if m.View().Content == "" {
		t.Error("nothing after coming back")
	}
}

func TestEveryScreenNamesThePlace(t *testing.T) {
	for want, place := range map[string]screen.Place{
		"DEMONSTRAÇÃO · nenhum banco envolvido":    {Demo: true},
		"AMBIENTE DE TESTES":                       {Env: "sandbox"},
		"PRODUÇÃO":                                 {Env: "production"},
		"AMBIENTE DE TESTES  servidor 127.0.0.1:9": {Env: "sandbox", Server: "127.0.0.1:9"},
	} {
		w := start(t, setup{place: &place, client: newAPI(reply{err: errTest}, reply{link: linkOf(90)})})
		w.sees(want, "CPF ou CNPJ")
		w.press("52998224725", ctrlS)
		w.sees(want, "Confira")
		w.press(enter)
		if place.Env == klavi.Production {
			w.sees("Enter de novo")
			w.press(enter)
		}
		w.sees(want, "O link não foi criado")
		w.press(enter)
		w.sees(want, "restam")
	}
}

func TestProductionAsksBeforeTheFirstLinkOnly(t *testing.T) {
	link := linkOf(230)
	client := newAPI(reply{link: link}, reply{link: second(link)})
	w := start(t, setup{place: &screen.Place{Env: klavi.Production}, client: client})
	w.sees("PRODUÇÃO", "CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira o que")
	w.press(enter)
	w.sees("Enter de novo cria o link")
	w.press("x") // no answer
	w.doesNotSee("Repita")
	w.press(enter)
	w.sees("Enter de novo cria o link")
	w.press(enter)
	w.sees("restam 30:00")
	w.press("n")
	w.sees("CPF ou CNPJ")
	w.press("11144477735", ctrlS)
	w.sees("Confira o que")
	w.press(enter)
	w.sees("restam 30:00")
}
