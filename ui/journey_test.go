package ui_test

import (
	"strings"
	"testing"
	"time"
)

// This is the main job, from the first key to the expiry and a new link.
func TestACPFAndEnterAloneLeadToACodeThatExpiresAndToANewLink(t *testing.T) {
	w := start(t, setup{})
	w.sees("DEMONSTRAÇÃO", "● Cliente", "CPF ou CNPJ")
	w.press("52998224725")
	w.sees("529.982.247-25", "CPF: os dígitos conferem")
	w.press(enter)
	w.sees("● Banco", "O cliente escolhe na hora")
	w.press(enter)
	w.sees("● Retorno", "Página de retorno")
	w.press(enter)
	w.sees("● Mais", "Informações adicionais")
	w.press(enter)
	w.sees("Confira o que será enviado", "•••.982.247-••")
	w.press(enter)
	w.sees("restam 30:00", "Link pronto", "•••.982.247-••", "vence às 14:30")
	first := w.scans("")
	shown := strings.ReplaceAll(w.screen.Text(), " ", "")
	if !strings.HasPrefix(first, "http://127.0.0.1:") || !strings.Contains(shown, first[:40]) {
		t.Errorf("the code holds %q, which is not the URL on the screen", first)
	}
	if strings.Contains(w.screen.Text(), "529.982") {
		t.Error("the document stands on the screen of the link")
	}

	w.clock.advance(time.Second)
	w.sees("restam 29:59")
	w.clock.advance(25 * time.Minute)
	w.sees("! restam 4:59", "Menos de 5 minutos")
	w.clock.advance(4 * time.Minute)
	w.sees("!! restam 0:59", "Último minuto")
	if got := w.scans(""); got != first {
		t.Errorf("the code changed to %q", got)
	}
	w.clock.advance(59 * time.Second)
	w.sees("O link venceu")
	if got, err := w.screen.Code(); err == nil {
		t.Errorf("an expired code is on the screen: %q", got)
	}
	if strings.Contains(w.screen.Text(), "eyJ") {
		t.Error("an expired URL is on the screen")
	}

	w.press(enter)
	w.sees("restam 30:00", "•••.982.247-••")
	if second := w.scans(""); second == first {
		t.Error("the new link is the old one")
	}
	w.press(ctrlC)
	w.sees("O link ainda vale 30:00")
	w.press(ctrlC)
	if err := <-w.ended; err != nil {
		t.Errorf("quitting: %v", err)
	}
	w.ended <- nil // for the cleanup
	for _, want := range []string{"•••.982.247-••", "15:00:00", "restam 30:00", "esperando o cliente"} {
		if !strings.Contains(w.model.Summary(), want) {
			t.Errorf("no %q in the summary:\n%s", want, w.model.Summary())
		}
	}
	for _, never := range []string{"529.", "52998224725", "http://", "id-1"} {
		if strings.Contains(w.model.Summary(), never) {
			t.Errorf("%q is in the summary:\n%s", never, w.model.Summary())
		}
	}
}

func TestTheCountdownIsRightAfterSleepAndAfterTheClockIsSet(t *testing.T) {
	w := start(t, setup{})
	w.toLink()

	// The wall clock is set back an hour: nothing changes but the time of day.
	w.clock.set(-time.Hour)
	w.clock.advance(time.Second)
	w.sees("restam 29:59", "vence às 13:30")
	// And far ahead.
	w.clock.set(24 * time.Hour)
	w.clock.advance(time.Second)
	w.sees("restam 29:58")

	// The lid is closed for ten minutes; the tick comes late.
	w.clock.sleep(10 * time.Minute)
	w.clock.wake()
	w.sees("restam 19:58")

	// It is closed past the end. Any sign of life takes the code away.
	w.clock.sleep(time.Hour)
	w.press("x")
	w.sees("O link venceu")
	if _, err := w.screen.Code(); err == nil {
		t.Error("an expired code is on the screen")
	}
}

// The countdown has three looks. The ticks that change the look are left out, because
// they write more.
func TestATickWritesUnderFortyBytes(t *testing.T) {
	w := start(t, setup{})
	w.toLink()
	now, most := 30*60, 0
	for _, from := range []int{30 * 60, 299, 59} {
		w.clock.advance(time.Duration(now-from) * time.Second)
		w.sees("restam " + clockText(from))
		before := w.screen.Written()
		for now = from - 1; now > from-45; now-- {
			w.clock.advance(time.Second)
			w.sees("restam " + clockText(now))
			w.clock.awaitDue(time.Second) // another message may have drawn before the tick came
			after := w.screen.Written()
			most, before = max(most, after-before), after
		}
		now++
	}
	if most >= 40 {
		t.Errorf("a tick wrote %d bytes", most)
	}
	t.Logf("at most %d bytes a tick", most)
}

func clockText(seconds int) string {
	return time.Date(0, 1, 1, 0, 0, seconds, 0, time.UTC).Format("4:05")
}
