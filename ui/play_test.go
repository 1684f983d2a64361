package ui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/screen"
)

// moves is a demo whose customer is played. The API then shows what the demo was told.
type moves struct {
	client *api
	told   []string
}

func (m *moves) play(linkID, code string, s klavi.ConsentStatus) error {
	m.told = append(m.told, linkID+" "+code+" "+string(s))
	m.client.shows(klavi.InstitutionStatus{Code: code, Name: "Nubank", Status: s})
	return nil
}

func TestTheDemoPlaysItsCustomerWithOneKey(t *testing.T) {
	m := &moves{client: newAPI(reply{link: linkOf(230)})}
	w := start(t, setup{client: m.client, play: m.play})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("restam 30:00", "só abre neste computador")
	w.press("d")
	w.sees("cliente começou")
	w.press("d", "?") // d does nothing: it plays already
	if shown := w.sees("Teclas que funcionam"); strings.Contains(shown, "simular") {
		t.Errorf("played again:\n%s", shown)
	}
	w.press("x")
	w.doesNotSee("Teclas que funcionam")
	for _, want := range []string{"está no banco", "falta aceite (LGPD)", "✓ AUTORIZADO"} {
		w.passes(3 * time.Second) // a look between two steps
		w.clock.advance(time.Second)
		w.sees(want)
	}
	want := []string{
		"id-1 260 STARTED", "id-1 260 AWAITING_AUTHORISATION", "id-1 260 AWAITING_LGPD_AUTHORISATION", "id-1 260 AUTHORISED",
	}
	if !slices.Equal(m.told, want) {
		t.Errorf("told %q, want %q", m.told, want)
	}
}

func TestOutsideTheDemoNothingIsPlayed(t *testing.T) {
	w, _, _ := watched(t, setup{place: &screen.Place{Env: klavi.Sandbox}})
	w.press("d", "?")
	if shown := w.sees("Teclas que funcionam"); strings.Contains(shown, "simular") {
		t.Error(shown)
	}
}

func TestADemoThatIsOpenToTheNetworkSaysSo(t *testing.T) {
	w, _, _ := watched(t, setup{place: &screen.Place{Demo: true, Open: "10.0.0.5:8080"}})
	shown := w.sees("DEMONSTRAÇÃO · aberta na rede em 10.0.0.5:8080")
	if strings.Contains(shown, "só abre neste computador") {
		t.Error(shown)
	}
}

func TestADemoThatOnlyThisMachineReachesSaysSo(t *testing.T) {
	w, _, _ := watched(t, setup{place: &screen.Place{Demo: true, Open: "127.0.0.1:8080", HereOnly: true}})
	shown := w.sees("só este computador abre 127.0.0.1:8080", "só abre neste computador")
	if strings.Contains(shown, "rede em") {
		t.Error(shown)
	}
}
