package ui_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui"
)

// These tests keep customers apart from each other, and wizards too.

func TestWhatWasRevealedForOneCustomerIsHiddenForAnother(t *testing.T) {
	w, _, _ := watched(t, setup{})
	w.press("n")
	w.sees("● Cliente", "CPF ou CNPJ")
	w.press("11144477735", tab)
	w.sees("•••.444.777-••")
	w.press(ctrlR)
	w.sees("111.444.777-35")
	w.press(ctrlL)
	w.sees("Links desta sessão")
	w.press(enter)
	w.sees("restam 30:00")
	w.press(esc)
	w.sees("Esc de novo")
	w.press(esc)
	shown := w.sees("Confira o que será enviado", "•••.982.247-••")
	if strings.Contains(shown, "529.982") {
		t.Errorf("the first customer's document is in the clear:\n%s", shown)
	}
}

// The customer may have authorised since the last link: the same document is asked
// for again.
func TestTheSameDocumentTwiceInARowIsLookedUpTwice(t *testing.T) {
	link := linkOf(230)
	client := newAPI(reply{link: link}, reply{link: second(link)})
	w := start(t, setup{client: client})
	w.toCode()
	client.mu.Lock()
	client.consents = func(context.Context, string, string) ([]klavi.Consent, error) {
		return []klavi.Consent{granted("260")}, nil
	}
	client.mu.Unlock()
	w.press("n")
	w.sees("● Cliente", "CPF ou CNPJ")
	w.press("52998224725")
	w.sees("529.982.247-25", "Este cliente já autorizou: Nubank.")
}

// A second look at a link must not lose what was being typed before the first.
func TestOpeningAnEarlierLinkTwiceKeepsTheDraft(t *testing.T) {
	w, _, _ := watched(t, setup{})
	w.press("n")
	w.sees("● Cliente", "CPF ou CNPJ")
	w.press("1114447")
	w.sees("111.444.7")
	w.press(ctrlL)
	w.sees("Links desta sessão")
	w.press(enter)
	w.sees("restam 30:00")
	w.press(esc)
	w.sees("Esc de novo")
	w.press(esc)
	w.sees("Confira", "•••.982.247-••")
	w.press(ctrlL)
	w.sees("Links desta sessão")
	w.press(enter)
	w.sees("restam 30:00")
	w.press("n")
	w.sees("● Cliente", "111.444.7")
}

func TestASharedScreenNamesNobodyEvenIfTheCodeDoesNotFit(t *testing.T) {
	w, url := live(t, setup{}, 230)
	w.press("p")
	w.presents()
	w.resize(60, 20)
	shown := w.presents("O QR Code não cabe")
	for _, private := range []string{"982", "id-1", url[:30]} {
		if strings.Contains(shown, private) {
			t.Errorf("%q is on the shared screen:\n%s", private, shown)
		}
	}
	w.resize(120, 40)
	if got := w.scans(""); got != url {
		t.Errorf("%q", got)
	}
}

// Terminals and ssh send a size of 0x0 that means nothing.
func TestASizeOfNothingIsDropped(t *testing.T) {
	m := ui.New(t.Context(), demo(""))
	m.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	want := m.View().Content
	for _, size := range []tea.WindowSizeMsg{{}, {Width: 80}, {Height: 24}, {Width: -1, Height: -1}} {
		m.Update(size)
		if got := m.View().Content; got != want {
			t.Errorf("%v changed the screen:\n%s", size, got)
		}
	}
}

// Fifty agents work in one process. Each has a customer, a link, a size and a time
// zone of their own, and sees nothing of the others.
func TestFiftyWizardsInOneProcessShareNothing(t *testing.T) {
	const agents = 50
	wizards := make([]*wizard, agents)
	apis := make([]*api, agents)
	mail := func(i int) string { return fmt.Sprintf("cliente-%d@exemplo.com", i) }
	id := func(i int) string { return fmt.Sprintf("id-of-%d.", i) }
	zone := func(i int) *time.Location { return time.FixedZone("", (i%24-12)*60*60) }
	expiry := newClock().Now().Add(30 * time.Minute)
	for i := range wizards {
		link := linkOf(90 + i)
		link.ID = id(i)
		apis[i] = newAPI(reply{link: link})
		wizards[i] = start(t, setup{
			cols: 120 + i%7, rows: 40 + i%5, light: i%2 == 0, client: apis[i], clock: newClock(),
			zone:    zone(i),
			request: klavi.LinkRequest{PersonalTaxID: "52998224725", Email: mail(i)},
		})
	}
	all := func(do func(i int, w *wizard)) {
		for i, w := range wizards {
			do(i, w)
		}
	}
	all(func(_ int, w *wizard) { w.press(ctrlS) })
	all(func(_ int, w *wizard) { w.sees("Confira") })
	all(func(_ int, w *wizard) { w.press(ctrlR) })
	all(func(i int, w *wizard) {
		if shown := w.sees(mail(i)); strings.Count(shown, "cliente-") != strings.Count(shown, mail(i)) {
			t.Errorf("%d sees another's customer:\n%s", i, shown)
		}
	})
	all(func(_ int, w *wizard) { w.press(enter) })
	all(func(i int, w *wizard) {
		w.sees("restam 30:00", id(i), "vence às "+expiry.In(zone(i)).Format("15:04"))
	})
	all(func(i int, w *wizard) {
		if i%2 == 0 {
			apis[i].shows(nubank(klavi.Authorised))
			w.lastGlance()
		}
	})
	all(func(i int, w *wizard) {
		if i%2 == 0 {
			w.sees("AUTORIZADO", id(i))
			return
		}
		if shown := w.screen.Text(); strings.Contains(shown, "AUTORIZADO") || strings.Contains(shown, "autorizou") {
			t.Errorf("%d sees another's news:\n%s", i, shown)
		}
		w.press("p")
		w.presents("restam 30:00")
	})
	all(func(i int, w *wizard) {
		if s := w.model.Summary(); !strings.Contains(s, expiry.In(zone(i)).Format(time.TimeOnly)) {
			t.Errorf("%d sums up:\n%s", i, s)
		}
	})
}
