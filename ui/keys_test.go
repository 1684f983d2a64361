package ui_test

import (
	"fmt"
	"testing"
	"time"

	"klavilink/klavi"
)

// sixTasks are what an agent does all day, with the keys that each takes. A text that is
// typed is one string; everything else is one key. The counts are those of keys, the
// typed letters and digits included.
var sixTasks = []struct {
	task  string
	keys  []string
	typed int // letters and digits, which the task needs anyway
	other int
	to    func(*keyWalk) // brings the wizard to where the task begins
	done  []string       // what the screen shows then
}{
	{
		"the first link, at a bank",
		[]string{"52998224725", enter, "ita", ctrlS, enter},
		14, 3,
		func(*keyWalk) {},
		[]string{"restam 30:00", "•••.982.247-••", "Itaú"},
	},
	{
		"a wrong bank",
		[]string{"b", "nub", enter},
		3, 2,
		(*keyWalk).live,
		[]string{"restam 30:00", "•••.982.247-••", "Nubank"},
	},
	{
		"the next customer, once one has authorised",
		[]string{enter, "11144477735", ctrlS, enter},
		11, 3,
		(*keyWalk).authorised,
		[]string{"restam 30:00", "•••.444.777-••"},
	},
	{
		"the same link again, once it has expired",
		[]string{enter},
		0, 1,
		(*keyWalk).expired,
		[]string{"restam 30:00", "•••.982.247-••"},
	},
	{
		"the ticket of an hour ago among ten",
		[]string{"l", "/", "-104", enter, enter},
		4, 4,
		(*keyWalk).tenTickets,
		[]string{"O link venceu", "Protocolo A-104"},
	},
	{
		"WhatsApp for a customer without a number",
		[]string{"w", "11987654321", enter, enter},
		11, 3,
		(*keyWalk).live,
		[]string{"WhatsApp aberto com a mensagem"},
	},
}

func TestTheKeysOfSixTasks(t *testing.T) {
	for _, task := range sixTasks {
		t.Run(task.task, func(t *testing.T) {
			k := newKeyWalk(t)
			task.to(k)
			typed, other := 0, 0
			for _, key := range task.keys {
				if n := len(key); n > 1 {
					typed += n
				} else {
					other++
				}
				k.press(key)
			}
			if typed != task.typed || other != task.other {
				t.Errorf("%d typed and %d other keys", typed, other)
			}
			k.sees(task.done...)
		})
	}
}

// keyWalk is a wizard with ten links to give, whose desktop opens what it is told to.
type keyWalk struct {
	*wizard
	client *api
}

func newKeyWalk(t *testing.T) *keyWalk {
	var replies []reply
	for i := range 10 {
		link := linkOf(90)
		link.ID, link.Token = fmt.Sprint("id-", i), klavi.Secret(fmt.Sprint("t", i))
		replies = append(replies, reply{link: link})
	}
	k := &keyWalk{client: newAPI(replies...)}
	k.wizard = start(t, setup{client: k.client, ticketKey: "protocolo", openURL: (&desk{}).open})
	k.sees("CPF ou CNPJ")
	return k
}

// live brings the wizard to a link.
func (k *keyWalk) live() { k.toCode() }

// authorised brings the wizard to a link that was just authorised, at the end of the
// moment in which keys rest.
func (k *keyWalk) authorised() {
	k.toCode()
	k.client.shows(nubank(klavi.Authorised))
	k.lastGlance()
	k.sees("✓ AUTORIZADO")
	k.clock.advance(time.Second)
}

// expired brings the wizard to a link whose time is over.
func (k *keyWalk) expired() {
	k.toCode()
	k.clock.advance(30 * time.Minute)
	k.sees("O link venceu")
}

// tenTickets brings the wizard to the last of ten links for one customer. One is made every
// quarter of an hour, and each has a ticket of its own.
func (k *keyWalk) tenTickets() {
	for i := range 10 {
		if i > 0 {
			k.clock.advance(15 * time.Minute)
			k.press("n")
			k.sees("CPF ou CNPJ")
		}
		ticket := fmt.Sprint("A-", 100+i)
		k.press("52998224725", tab, tab, tab, ticket, ctrlS)
		k.sees("Confira", ticket)
		k.press(enter)
		k.sees("restam 30:00", ticket)
	}
}
