package ui_test

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui"
)

// nubank returns a status at one bank.
func nubank(s klavi.ConsentStatus) klavi.InstitutionStatus {
	return klavi.InstitutionStatus{Code: "260", Name: "Nubank", Status: s}
}

// watched brings a wizard to a link. The test says what looks at the link show.
func watched(t *testing.T, s setup) (*wizard, *api, string) {
	t.Helper()
	link := linkOf(230)
	client := newAPI(reply{link: link}, reply{link: second(link)})
	s.client = client
	w := start(t, s)
	w.toCode()
	return w, client, link.URL.Reveal()
}

// second returns another link, as the next customer gets it.
func second(l klavi.Link) klavi.Link {
	url := l.URL.Reveal()
	l.ID, l.Token, l.URL = "id-2", "t2", klavi.Secret(url[:len(url)-4]+"next")
	return l
}

// passes lets time pass. It waits until the look that is due then is over and another
// one is waited for.
func (w *wizard) passes(d time.Duration) {
	before := min(w.clock.looks(), 1)
	w.clock.advance(d)
	w.clock.awaitLooks(before)
}

// glances lets the time pass until the next look.
func (w *wizard) glances() { w.passes(4 * time.Second) }

// lastGlance lets the time pass until a look after which no other is planned.
func (w *wizard) lastGlance() { w.clock.advance(4 * time.Second) }

func TestEveryStatusIsShownInWordsWithItsTime(t *testing.T) {
	for status, want := range map[klavi.ConsentStatus]string{
		klavi.Started: "Nubank: cliente começou", klavi.AwaitingBank: "Nubank: está no banco",
		klavi.AwaitingLGPD: "Nubank: falta aceite (LGPD)", klavi.Rejected: "Nubank: recusado",
		klavi.Failed: "Nubank: erro na autorização", klavi.Expired: "Nubank: tempo esgotado",
		klavi.Revoked: "Nubank: revogado", klavi.DeletedByCustomer: "Nubank: exclusão pedida",
		"SOMETHING_NEW": "Nubank: situação “SOMETHING_NEW”",
	} {
		w, client, url := watched(t, setup{})
		w.sees("14:00  link criado", "esperando o cliente")
		client.shows(nubank(status))
		w.glances()
		w.sees("14:00  "+want, "14:00  link criado")
		if got := w.scans(""); got != url {
			t.Errorf("%s hid the code: %q", status, got)
		}
	}
}

func TestTheTimelineGrowsAndTheCodeStaysUntilTheCustomerHasAuthorised(t *testing.T) {
	w, client, url := watched(t, setup{})
	for _, step := range []struct {
		status klavi.ConsentStatus
		want   string
	}{
		{klavi.Started, "14:00  Nubank: cliente começou"},
		{klavi.AwaitingBank, "14:01  Nubank: está no banco"},
		{klavi.AwaitingLGPD, "14:02  Nubank: falta aceite"},
	} {
		client.shows(nubank(step.status))
		w.glances()
		w.sees(step.want)
		if got := w.scans(""); got != url {
			t.Errorf("%s: %q", step.status, got)
		}
		w.clock.sleep(56 * time.Second)
	}
	client.shows(nubank(klavi.Authorised))
	w.lastGlance()
	w.sees("✓ AUTORIZADO", "Nubank  14:03", "14:00  link criado", "14:03  Nubank: autorizado", "enter próximo cliente")
	if _, err := w.screen.Code(); err == nil {
		t.Error("the code is still there")
	}
}

func TestTheNotificationNamesNobody(t *testing.T) {
	w, client, url := watched(t, setup{})
	client.shows(nubank(klavi.Authorised))
	w.lastGlance()
	w.sees("✓ AUTORIZADO")
	w.emits("\x1b]9;")
	raw := w.screen.Raw()
	_, notification, there := strings.Cut(raw, "\x1b]9;")
	notification, _, ended := strings.Cut(notification, "\x1b\\")
	if !there || !ended || !strings.Contains(raw, "\a\x1b]9;") {
		t.Fatalf("no notification, or no bell before it")
	}
	for _, private := range []string{"982", "Nubank", "id-1", url[:20]} {
		if strings.Contains(notification, private) {
			t.Errorf("%q in the notification %q", private, notification)
		}
	}
}

func TestTheLinuxConsoleOnlyGetsTheBell(t *testing.T) {
	w, client, _ := watched(t, setup{environ: []string{"TERM=linux"}})
	client.shows(nubank(klavi.Authorised))
	w.lastGlance()
	w.sees("AUTORIZADO")
	// Bell and notification go out together. A title and the like end in a bell too.
	command := regexp.MustCompile("\x1b\\][^\a\x1b]*(\a|\x1b\\\\)")
	if _, ok := w.screen.Await(func(string) bool {
		return strings.Contains(command.ReplaceAllString(w.screen.PeekRaw(), ""), "\a")
	}); !ok {
		t.Error("the bell does not ring")
	}
	if strings.Contains(w.screen.Raw(), "\x1b]9;") {
		t.Error("a sequence that the console prints")
	}
}

func TestARejectionKeepsTheCodeAndSaysWhatToDo(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 44}, {80, 30}} {
		w, client, url := watched(t, setup{cols: size[0], rows: size[1]})
		client.shows(nubank(klavi.Rejected))
		w.glances()
		shown := w.sees("recusado")
		if size[0] == 120 && !strings.Contains(shown, "Pergunte se foi sem querer") {
			t.Errorf("no advice:\n%s", shown)
		}
		if got := w.scans(""); got != url {
			t.Errorf("%v: %q", size, got)
		}
	}
}

// The look hangs for as long as this test lasts.
func TestAnEndpointThatHangsDelaysNoKeyAndKeepsTheCode(t *testing.T) {
	link := linkOf(230)
	client := newAPI(reply{link: link})
	hangs := make(chan struct{})
	client.statuses = func(ctx context.Context, _ string) ([]klavi.InstitutionStatus, error) {
		close(hangs)
		<-ctx.Done()
		return nil, &klavi.Error{Kind: klavi.KindNetwork, Err: ctx.Err()}
	}
	w := start(t, setup{client: client})
	w.toCode()
	w.lastGlance()
	<-hangs
	w.press("?")
	w.sees("Teclas que funcionam agora")
	w.press("x")
	w.sees("restam 29:56")
	if got := w.scans(""); got != link.URL.Reveal() {
		t.Errorf("%q", got)
	}
}

func TestTheScreenSaysThatAnEndpointFailsAndKeepsTheCode(t *testing.T) {
	for name, failure := range map[string]*klavi.Error{
		"failing":       {Kind: klavi.KindServer, Status: 500},
		"rate limiting": {Kind: klavi.KindRate, Status: 429, RetryAfter: 10 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			w, client, url := watched(t, setup{})
			client.mu.Lock()
			client.statuses = func(context.Context, string) ([]klavi.InstitutionStatus, error) { return nil, failure }
			client.mu.Unlock()
			w.glances()
			w.sees("29:56")
			w.passes(10 * time.Second)
			w.sees("29:46", "A Klavi não responde agora")
			if got := w.scans(""); got != url {
				t.Errorf("%q", got)
			}
			client.shows(nubank(klavi.Started))
			w.passes(20 * time.Second)
			w.doesNotSee("A Klavi não responde") // the third look was at the customer's consents
			w.glances()
			w.sees("Nubank: cliente começou")
		})
	}
}

// The token of the link may read nothing, and ends with the link. Then the consents of
// the customer are read, and only those of this link count.
func TestConsentsAreReadIfTheLinkSaysNothing(t *testing.T) {
	w, client, _ := watched(t, setup{})
	client.mu.Lock()
	client.statuses = func(context.Context, string) ([]klavi.InstitutionStatus, error) {
		return nil, &klavi.Error{Kind: klavi.KindAuth, Status: 401}
	}
	client.consents = func(_ context.Context, person, _ string) ([]klavi.Consent, error) {
		if person != "52998224725" {
			t.Errorf("asked for %q", person)
		}
		return []klavi.Consent{
			{LinkID: "another", InstitutionCode: "341", Status: klavi.Authorised},
			{LinkID: "id-1", InstitutionCode: "260", Status: klavi.AwaitingBank},
		}, nil
	}
	client.mu.Unlock()
	w.glances()
	w.sees("29:56")
	w.glances()
	w.sees("está no banco")
	w.doesNotSee("341", "Itaú")

	// Half an hour later the code is gone, and the customer gets there.
	w.passes(30 * time.Minute)
	w.sees("O link venceu")
	client.mu.Lock()
	client.consents = func(context.Context, string, string) ([]klavi.Consent, error) {
		return []klavi.Consent{{LinkID: "id-1", InstitutionCode: "260", Status: klavi.Authorised}}, nil
	}
	client.mu.Unlock()
	w.clock.advance(time.Minute)
	w.sees("✓ AUTORIZADO")
}

func TestTheScreenSaysThatALinkCannotBeFollowed(t *testing.T) {
	w, client, url := watched(t, setup{cols: 160, rows: 50})
	client.mu.Lock()
	refuse := &klavi.Error{Kind: klavi.KindAuth, Status: 403}
	client.statuses = func(context.Context, string) ([]klavi.InstitutionStatus, error) { return nil, refuse }
	client.consents = func(context.Context, string, string) ([]klavi.Consent, error) { return nil, refuse }
	client.mu.Unlock()
	w.glances()
	w.sees("29:56")
	w.lastGlance()
	w.sees("sem acompanhamento")
	if got := w.scans(""); got != url {
		t.Errorf("%q", got)
	}
}

func TestThePresenterViewTellsTheStoryInNeutralWords(t *testing.T) {
	w, client, _ := watched(t, setup{})
	w.press("p")
	w.presents()
	client.shows(nubank(klavi.AwaitingBank))
	w.glances()
	shown := w.presents("está no banco")
	client.shows(nubank(klavi.Authorised))
	w.lastGlance()
	shown += w.sees("✓ AUTORIZADO")
	for _, private := range []string{"982", "id-1", "Nubank"} {
		if strings.Contains(shown, private) {
			t.Errorf("%q is on the shared screen:\n%s", private, shown)
		}
	}
}

func TestTheNameOfABankIsMadeHarmless(t *testing.T) {
	w, client, _ := watched(t, setup{})
	client.shows(klavi.InstitutionStatus{Code: "1\x1b]0;x\a", Status: "ODD\x1b[2J"})
	w.glances()
	w.sees("situação “ODD")
	if raw := w.screen.Raw(); strings.Contains(raw, "\x1b]0;x") || strings.Contains(raw, "ODD\x1b[2J") {
		t.Error("an escape sequence of the server's")
	}
}

func TestALateLookIsDropped(t *testing.T) {
	m := ui.New(t.Context(), demo("52998224725"))
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	m.Update(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	m.Answer(linkOf(90), nil)
	m.LookBefore(1, klavi.Authorised, "Nubank")
	if shown := m.View().Content; strings.Contains(shown, "AUTORIZADO") {
		t.Error("taken for the last one")
	}
	m.Look(klavi.Authorised, "Nubank")
	if shown := m.View().Content; !strings.Contains(shown, "AUTORIZADO") {
		t.Errorf("the last one was dropped too:\n%s", shown)
	}
}
