package ui_test

import (
	"errors"
	"net/url"
	"strings"
	"sync"
	"testing"

	"klavilink/klavi"
)

// desk is a desktop that keeps what it is told to open.
type desk struct {
	mu     sync.Mutex
	opened []string
	err    error
}

func (d *desk) open(address string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.opened = append(d.opened, address)
	return d.err
}

func (d *desk) last() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.opened) == 0 {
		return ""
	}
	return d.opened[len(d.opened)-1]
}

// times counts what was opened.
func (d *desk) times() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.opened)
}

var reachable = klavi.LinkRequest{PersonalTaxID: "52998224725", Email: "ana+banco@exemplo.com.br", Phone: "11987654321"}

// liveFor brings a wizard to a link for a customer.
func liveFor(t *testing.T, s setup, r klavi.LinkRequest) (*wizard, string) {
	t.Helper()
	link := linkOf(230)
	s.client, s.request = newAPI(reply{link: link}, reply{link: second(link)}), r
	w := start(t, s)
	w.sees("CPF")
	if r.PersonalTaxID == "" {
		w.press("52998224725")
	}
	w.press(ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("restam 30:00")
	return w, link.URL.Reveal()
}

// joined returns the text of a screen without line ends and margins.
func joined(shown string) string { return strings.Join(strings.Fields(shown), "") }

// agreed stands in front of the link in a message.
const agreed = "este é o seu link para autorizar o compartilhamento dos seus dados pelo Open Finance:"

func TestWhatsAppAndEmailOpenWithExactlyTheTextThatWasShown(t *testing.T) {
	for key, want := range map[string]struct {
		title, prefix, opened string
		body                  func(string) string
	}{
		"w": {"Mensagem pelo WhatsApp para", "https://wa.me/5511987654321?text=", "WhatsApp aberto", func(u string) string {
			_, text, _ := strings.Cut(u, "?text=")
			return text
		}},
		"e": {
			"Mensagem por e-mail para",
			"mailto:ana%2Bbanco@exemplo.com.br?subject=Loja%20%26%20Cia%3A%20link%20do%20Open%20Finance%20combinado" +
				"%20por%20telefone&body=",
			"E-mail aberto",
			func(u string) string {
				_, text, _ := strings.Cut(u, "&body=")
				return text
			},
		},
	} {
		d := &desk{}
		w, link := liveFor(t, setup{openURL: d.open, company: "Loja & Cia"}, reachable)
		w.press(key)
		shown := w.sees(want.title, "Aqui é da Loja & Cia.", "enter abrir", "Nunca pedimos senha")
		if d.last() != "" {
			t.Fatal("opened before the agent saw it")
		}
		w.press(enter)
		w.sees(want.opened)
		got := d.last()
		if n := d.times(); n != 1 {
			t.Errorf("%s: opened %d times", key, n)
		}
		if !strings.HasPrefix(got, want.prefix) || strings.Contains(got, "+") || strings.ContainsAny(got, " \n") {
			t.Errorf("%s: %q", key, got)
		}
		text, err := url.PathUnescape(want.body(got))
		if err != nil || !strings.Contains(joined(shown), joined(text)) {
			t.Errorf("%s: shown and sent differ: %q %v\n%s", key, text, err, shown)
		}
		lines := strings.ReplaceAll(text, "\r", "")
		if !strings.Contains(lines, agreed+"\n\n"+link+"\n\n") ||
			!strings.Contains(lines, "até 14:30 (horário de Brasília)") {
			t.Errorf("%s: %q", key, text)
		}
		if strings.Contains(got, "52998224725") || strings.Contains(text, "982") {
			t.Errorf("%s: the document is in it", key)
		}
		w.scans("") // the code is back
	}
}

func TestTheReadyMessageIsCopiedAndShown(t *testing.T) {
	b := &board{}
	w, link := liveFor(t, setup{clipboard: b.write}, reachable)
	w.press("t")
	shown := w.sees("Mensagem para o cliente", "Mensagem copiada")
	text := b.holds()
	if !strings.HasPrefix(text, "Olá! ") || !strings.Contains(text, agreed+"\n\n"+link+"\n\n") ||
		!strings.Contains(joined(shown), joined(text)) {
		t.Errorf("copied %q, shown:\n%s", text, shown)
	}
	w.press(esc)
	w.scans("")
}

func TestTheAddressIsShownIfNothingOpensIt(t *testing.T) {
	for name, s := range map[string]setup{
		"no desktop": {}, "the opener fails": {openURL: (&desk{err: errors.New("no browser")}).open},
	} {
		w, _ := liveFor(t, s, reachable)
		w.press("w")
		w.sees("enter abrir")
		w.press(enter)
		shown := w.sees("Copie este endereço e abra à mão")
		if !strings.Contains(joined(shown), "https://wa.me/5511987654321?text=Ol%C3%A1%21%20Como%20combinamos") {
			t.Errorf("%s:\n%s", name, shown)
		}
		w.press(esc)
		w.scans("")
	}
}

func TestTheMessageHasNoRecipientWithoutAMobileOrAnAddress(t *testing.T) {
	for _, r := range []klavi.LinkRequest{{}, {Phone: "1133334444", PersonalTaxID: "52998224725"}} {
		d := &desk{}
		w, _ := liveFor(t, setup{openURL: d.open}, r)
		w.press("w")
		w.sees("Celular, para o WhatsApp")
		w.press(enter)
		w.sees("escolha lá para quem vai")
		w.press(enter)
		w.sees("WhatsApp aberto")
		if got := d.last(); !strings.HasPrefix(got, "https://wa.me/?text=") {
			t.Errorf("%q", got)
		}
		w.press("e")
		w.sees("escolha lá para quem vai")
		w.press(enter)
		w.sees("E-mail aberto")
		if got := d.last(); !strings.HasPrefix(got, "mailto:?subject=") {
			t.Errorf("%q", got)
		}
	}
}

func TestAMobileIsAskedForWhereItIsNeededAndStaysOutOfTheRequest(t *testing.T) {
	d, client := &desk{}, newAPI(reply{link: linkOf(230)}, reply{link: linkOf(230)})
	w := start(t, setup{client: client, openURL: d.open, cols: 80, rows: 24})
	w.toCode()
	w.press("w")
	w.sees("Celular, para o WhatsApp", "não vai à Klavi")
	w.press("1134567890")
	w.sees("✗ Esse telefone é fixo")
	for range "1134567890" {
		w.press(back)
	}
	w.press("11987654321", enter)
	w.sees("Mensagem pelo WhatsApp para (11) •••••-4321")
	w.press(enter)
	w.sees("WhatsApp aberto")
	if got := d.last(); !strings.HasPrefix(got, "https://wa.me/5511987654321?text=") {
		t.Errorf("%q", got)
	}
	w.press(esc)
	w.sees("Esc de novo")
	w.press(esc)
	w.sees("Confira o que")
	w.press(enter)
	w.sees("restam")
	for _, r := range client.requests() {
		if r.Phone != "" {
			t.Error("the number went out")
		}
	}
}

// The screen may be seen by others, and the address and the number are personal.
func TestTheRecipientIsMaskedOnTheScreen(t *testing.T) {
	w, _ := liveFor(t, setup{}, reachable)
	for key, title := range map[string]string{"w": "Mensagem pelo WhatsApp para ", "e": "Mensagem por e-mail para "} {
		w.press(key)
		if shown := w.sees(title); strings.Contains(shown, "98765") || strings.Contains(shown, "ana+banco") {
			t.Error(shown)
		}
		w.press(esc)
		w.sees("copiar link")
	}
}

func TestTheMessageOfAProfileIsSentAndMadeHarmless(t *testing.T) {
	b := &board{}
	message := "{empresa}: {link} até {hora}\x1b]0;x\a {desconhecido}"
	w, link := liveFor(t, setup{clipboard: b.write, company: "ACME", message: message}, reachable)
	w.press("t")
	w.sees("Mensagem copiada")
	if got := b.holds(); got != "ACME: "+link+" até 14:30\ufffd]0;x\ufffd {desconhecido}" {
		t.Errorf("%q", got)
	}
}

func TestAnExpiredLinkTakesItsMessageOffTheScreen(t *testing.T) {
	w, link := liveFor(t, setup{}, reachable)
	w.press("w")
	w.sees("enter abrir")
	w.clock.advance(linkOf(230).ExpireIn)
	if shown := w.sees("O link venceu"); strings.Contains(shown, link[:20]) {
		t.Error(shown)
	}
}
