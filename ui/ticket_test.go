package ui_test

import (
	"testing"
	"time"

	"klavilink/klavi"
)

func TestATicketIsTypedSentAndShownWithItsLink(t *testing.T) {
	client := newAPI(reply{link: linkOf(90)})
	w := start(t, setup{client: client, ticketKey: "protocolo"})
	w.sees("Protocolo (opcional)")
	w.press("52998224725", tab, tab, tab, "2024-117", ctrlS)
	w.sees("Confira o que", "protocolo = 2024-117")
	w.press(enter)
	w.sees("restam 30:00", "•••.982.247-•• · Protocolo 2024-117")
	if got := string(client.requests()[0].ExternalInfo); got != `{"protocolo":"2024-117"}` {
		t.Errorf("sent %s", got)
	}
	client.shows(nubank(klavi.Authorised))
	w.lastGlance()
	w.sees("✓ AUTORIZADO", "Protocolo 2024-117")
	w.clock.advance(time.Second) // keys rest for a moment
	w.press(enter)
	w.sees("● Cliente", "Protocolo (opcional)") // asked of the next customer too
	w.doesNotSee("2024-117")
}
