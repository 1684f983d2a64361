package ui_test

import (
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
)

func TestTheNextCustomerStartsWithNothingOfTheLast(t *testing.T) {
	w, url := liveFor(t, setup{}, klavi.LinkRequest{
		PersonalTaxID: "52998224725", Email: "ana@exemplo.com", Phone: "11987654321",
		InstitutionCode: "341", RedirectURL: "https://exemplo.com/ana",
	})
	w.press("n")
	w.sees("● Cliente", "CPF ou CNPJ")
	w.doesNotSee("529", "ana@", "98765")
	w.press("11144477735", ctrlS)
	shown := w.sees("Confira", "•••.444.777-••")
	for _, last := range []string{"ana", "98765", "Itaú", "529.982"} {
		if strings.Contains(shown, last) {
			t.Errorf("%q of the last customer:\n%s", last, shown)
		}
	}
	w.press(enter)
	w.sees("restam 30:00")
	if got := w.scans(""); got == url {
		t.Error("the last customer's code")
	}
}

func TestTheNextCustomerStartsWithTheProfilesDefaults(t *testing.T) {
	w, _ := liveFor(t, setup{defaults: klavi.LinkRequest{RedirectURL: "https://exemplo.com/volta"}}, reachable)
	w.press("n")
	w.sees("CPF ou CNPJ")
	w.press("11144477735", ctrlS)
	w.sees("Confira", "https://exemplo.com/volta", "•••.444.777-••")
}

func TestEarlierLinksAreListedAndCanBeOpenedAgain(t *testing.T) {
	w, client, url := watched(t, setup{})
	w.passes(10 * time.Second)
	w.sees("29:50")
	w.press("n")
	w.sees("CPF ou CNPJ", "ctrl+l links")
	w.press("11144477735", ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("restam 30:00")
	other := w.scans(url)
	w.press("l")
	w.sees("Links desta sessão")
	shown := w.sees("•••.982.247-••", "29:50", "•••.444.777-••", "30:00")
	private := strings.Contains(shown, "529") || strings.Contains(shown, url[:20])
	if private || strings.Index(shown, "444") > strings.Index(shown, "982") {
		t.Errorf("private, or not the last first:\n%s", shown)
	}
	w.clock.advance(time.Second)
	w.sees("29:49", "29:59")
	// A change at the bank shows in the list: it is the first customer's.
	client.shows(nubank(klavi.AwaitingBank))
	w.passes(8 * time.Second)
	w.sees("está no banco")
	w.press(down, enter)
	w.sees("•••.982.247-••", "restam")
	if got := w.scans(other); got != url {
		t.Errorf("%q", got)
	}
}

func TestOpeningAnEarlierLinkKeepsTheDraft(t *testing.T) {
	w, _, url := watched(t, setup{})
	w.press("n")
	w.sees("CPF ou CNPJ")
	w.press("1114447")
	w.sees("111.444.7")
	w.press(ctrlL)
	w.sees("Links desta sessão")
	w.press(enter)
	if got := w.scans(""); got != url {
		t.Errorf("%q", got)
	}
	// The code's own data is its own: a new link for it is for its customer.
	w.clock.advance(30 * time.Minute)
	w.sees("O link venceu", "•••.982.247-••")
	w.press("n")
	w.sees("111.444.7", "● Cliente")
}

func TestEscOnTheListShowsTheLinkAgain(t *testing.T) {
	w, _, url := watched(t, setup{})
	w.scans("")
	before := w.screen.Text()
	w.press("l")
	w.sees("Links desta sessão")
	w.press(esc)
	if got := w.scans(""); got != url {
		t.Errorf("%q", got)
	}
	if after := w.screen.Text(); after != before {
		t.Errorf("got\n%s\nwant\n%s", after, before)
	}
	w.clock.advance(time.Second)
	w.sees("restam 29:59") // the countdown goes on
}

func TestAnAuthorisationOfAnEarlierCustomerIsShownOnEveryScreen(t *testing.T) {
	w, client, _ := watched(t, setup{})
	w.press("n")
	w.sees("CPF ou CNPJ")
	client.shows(nubank(klavi.Authorised))
	w.lastGlance()
	w.sees("✓ •••.982.247-•• autorizou: Nubank", "CPF ou CNPJ")
	w.press("1")
	w.sees("┃ CPF  ", "autorizou: Nubank") // it stays until it is looked at
	w.press(ctrlL)
	w.sees("autorizado")
	w.doesNotSee("autorizou: Nubank")
	w.press(enter)
	w.sees("✓ AUTORIZADO", "Nubank")
	w.doesNotSee("autorizou: Nubank (")
	w.press(enter)
	w.sees("● Cliente")
}

func TestAnAuthorisedLinkShowsItsCodeOnlyWhenAsked(t *testing.T) {
	w, client, url := watched(t, setup{})
	client.shows(nubank(klavi.Authorised))
	w.lastGlance()
	w.sees("AUTORIZADO", "esc ver o QR Code")
	if got, err := w.screen.Code(); err == nil {
		t.Errorf("read %q before it was asked for", got)
	}
	w.clock.advance(500 * time.Millisecond)
	w.press(esc)
	if got := w.scans(""); got != url {
		t.Errorf("%q", got)
	}
}

func TestWithoutALinkThereIsNoList(t *testing.T) {
	w := start(t, setup{})
	w.sees("CPF ou CNPJ")
	w.press(ctrlL, "5")
	if shown := w.sees("┃ CPF  "); strings.Contains(shown, "buscar") || strings.Contains(shown, "ctrl+l") {
		t.Error(shown)
	}
}
