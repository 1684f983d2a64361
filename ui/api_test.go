package ui_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
	"klavilink/ui"
)

func TestARefusalLeadsBackToItsFieldAndKeepsEveryValue(t *testing.T) {
	for _, tt := range []struct {
		err       *klavi.Error
		see, kept []string
	}{
		{
			&klavi.Error{Kind: klavi.KindInput, Status: 400, Field: "phone", Messages: []string{"Invalid phone"}},
			[]string{"● Cliente", "A Klavi não aceitou: Invalid phone"},
			[]string{"529.982.247-25", "(11) 98765-4321", "ana@exemplo.com"},
		},
		{
			&klavi.Error{Kind: klavi.KindInput, Status: 400, Field: "personalTaxId", Messages: []string{"unknown customer"}},
			[]string{"● Cliente", "unknown customer"},
			[]string{"529.982.247-25"},
		},
		{
			&klavi.Error{
				Kind: klavi.KindBusiness, Status: 416, Code: 4004, Field: "institutionCode", Messages: []string{"in outage"},
			},
			[]string{"● Banco", "4004", "fora do ar", "in outage"},
			[]string{"❯ Itaú"},
		},
		{
			&klavi.Error{Kind: klavi.KindInput, Status: 400, Field: "redirectURL"},
			[]string{"● Retorno", "A Klavi não aceitou este valor"},
			[]string{"https://exemplo.com/volta"},
		},
	} {
		client := newAPI(reply{err: tt.err}, reply{link: linkOf(90)})
		w := start(t, setup{client: client, request: klavi.LinkRequest{
			PersonalTaxID: "52998224725", Email: "ana@exemplo.com", Phone: "11987654321",
			InstitutionCode: "341", RedirectURL: "https://exemplo.com/volta",
		}})
		w.sees("529.982.247-25")
		w.press(ctrlS)
		w.sees("Confira")
		w.press(enter)
		w.sees(tt.see...)
		w.press(ctrlR)
		w.sees(tt.kept...)
		w.press(ctrlS)
		w.sees("Confira")
		w.press(enter)
		w.sees("restam 30:00")
		// Everything goes out again.
		sent := client.requests()
		first := sent[0]
		if first.Phone != "+5511987654321" || first.PersonalTaxID != "52998224725" || first.InstitutionCode != "341" {
			t.Errorf("sent %+v", first.Fields())
		}
		if len(sent) != 2 || !reflect.DeepEqual(sent[1], first) {
			t.Errorf("%d requests, the last one other than the first", len(sent))
		}
	}
}

func TestARefusalGoesWithTheNextChange(t *testing.T) {
	refused := &klavi.Error{Kind: klavi.KindInput, Field: "email", Messages: []string{"no such mailbox"}}
	client := newAPI(reply{err: refused}, reply{link: linkOf(90)})
	w := start(t, setup{
		client: client, request: klavi.LinkRequest{PersonalTaxID: "52998224725", Email: "ana@exemplo.com"},
	})
	w.sees("529.982.247-25")
	w.press(ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("no such mailbox")
	w.press(left, right, ctrlR)
	w.sees("529.982.247-25", "no such mailbox", "● Cliente") // a cursor that moves changes nothing
	w.press(".br")
	w.doesNotSee("no such mailbox")
	w.press(ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("restam")
	if r := client.requests(); len(r) != 2 || r[1].Email != "ana@exemplo.com.br" {
		t.Errorf("%d requests", len(r))
	}
}

func TestEscCancelsTheRequestAndANewOneGoesOut(t *testing.T) {
	client := newAPI()
	w := start(t, setup{client: client})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("Criando o link")
	<-client.begun
	w.press(esc)
	w.sees("Confira o que será enviado")
	<-client.given
	w.press(enter)
	w.sees("Criando o link")
	<-client.begun
	client.answers <- reply{link: linkOf(90)}
	w.sees("restam 30:00")
	if n := len(client.requests()); n != 2 {
		t.Errorf("%d requests", n)
	}
}

// The cancelled request answers while the next one waits.
func TestALateAnswerToAnEarlierRequestIsDropped(t *testing.T) {
	m := ui.New(t.Context(), demo("52998224725"))
	for _, k := range []tea.KeyPressMsg{
		{Code: 's', Mod: tea.ModCtrl}, {Code: tea.KeyEnter}, {Code: tea.KeyEscape}, {Code: tea.KeyEnter},
	} {
		m.Update(k)
	}
	m.AnswerTo(1, linkOf(90), nil)
	if shown := m.View().Content; m.MadeLink() || !strings.Contains(shown, "Criando o link") {
		t.Errorf("the old answer was taken:\n%s", shown)
	}
	m.AnswerTo(1, klavi.Link{}, errTest)
	if shown := m.View().Content; !strings.Contains(shown, "Criando o link") {
		t.Errorf("the old failure was taken:\n%s", shown)
	}
	m.AnswerTo(0, linkOf(90), nil)
	if !m.MadeLink() {
		t.Error("the last answer was dropped too")
	}
	m.AnswerTo(0, klavi.Link{}, errTest) // twice, for good measure
	if !strings.Contains(m.View().Content, "restam") {
		t.Error("an answer after the link took it away")
	}
}

func TestFailuresSayWhatHappenedAndKeepTheForm(t *testing.T) {
	for _, tt := range []struct {
		err *klavi.Error
		see []string
	}{
		{
			&klavi.Error{Kind: klavi.KindNetwork, Err: errors.New("connection refused")},
			[]string{"Sem conexão com a Klavi", "Confira a internet"},
		},
		{
			&klavi.Error{Kind: klavi.KindNetwork, Unknown: true, Err: context.DeadlineExceeded},
			[]string{"não respondeu a tempo", "talvez exista um link"},
		},
		{&klavi.Error{Kind: klavi.KindServer, Status: 502}, []string{"com problemas (502)"}},
		{
			&klavi.Error{Kind: klavi.KindAuth, Status: 401, Messages: []string{"Token expired"}},
			[]string{"não aceitou as chaves", "Resposta da Klavi: Token expired"},
		},
		{&klavi.Error{Kind: klavi.KindRate, Status: 429, RetryAfter: 7 * time.Second}, []string{"Espere 7 segundos"}},
		{&klavi.Error{Kind: klavi.KindBusiness, Status: 416, Code: 4003}, []string{"já tem o máximo de", "erro 4003"}},
		{&klavi.Error{Kind: klavi.KindProtocol, Status: 200}, []string{"não é a esperada"}},
	} {
		w := start(t, setup{
			client:  newAPI(reply{err: tt.err}, reply{link: linkOf(90)}),
			request: klavi.LinkRequest{PersonalTaxID: "52998224725", Email: "ana@exemplo.com"},
		})
		w.sees("529.982.247-25")
		w.press(ctrlS)
		w.sees("Confira")
		w.press(enter)
		w.sees("O link não foi criado", "Tudo o que foi digitado continua aqui")
		w.sees(tt.see...)
		w.press(esc)
		w.sees("Confira o que será enviado")
		w.press(ctrlR)
		w.sees("529.982.247-25", "ana@exemplo.com")
		w.press(enter)
		w.sees("restam 30:00")
	}
}

func TestWhatIsWrongWithTheAPIIsSaidWhileTyping(t *testing.T) {
	client := newAPI()
	client.warm = &klavi.Error{Kind: klavi.KindAuth, Status: 401}
	w := start(t, setup{client: client})
	w.sees("não aceitou as chaves deste computador", "CPF ou CNPJ")
	w.press("52998224725")
	w.sees("529.982.247-25", "não aceitou as chaves deste computador")
}

func TestTheConnectionIsWarmedWhileTyping(t *testing.T) {
	client := newAPI(reply{link: linkOf(90)})
	w := start(t, setup{client: client})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("restam")
	client.mu.Lock()
	defer client.mu.Unlock()
	if client.warmed < 2 || len(client.asked) != 1 {
		t.Errorf("warmed %d times, asked %d", client.warmed, len(client.asked))
	}
}

func TestEscapeSequencesFromTheServerNeverReachTheTerminal(t *testing.T) {
	evil := "\x1b]0;owned\x07\x1b[2J\u202e"
	box, err := sandbox.New(sandbox.Config{Now: newClock().Now})
	if err != nil {
		t.Fatal(err)
	}
	asked := false
	client := clientOf(t, newClock(), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer := map[string]any{
			"linkId": evil + "id", "linkToken": "t", "linkURL": linkOf(90).URL.Reveal(), "expireIn": 1800,
		}
		switch {
		case r.URL.Path != "/data/v1/links":
			box.ServeHTTP(w, r)
			return
		case !asked:
			asked = true
			w.WriteHeader(http.StatusInternalServerError)
			answer = map[string]any{"message": evil + "message"}
		}
		_ = json.NewEncoder(w).Encode(answer)
	}))
	w := start(t, setup{client: client})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("O link não foi criado", "\ufffd]0;owned\ufffd\ufffd[2J\ufffdmessage")
	w.press("d")
	w.sees("klavi: create link") // the detail
	w.press(enter)
	w.sees("restam", "id")
	w.press(ctrlC)
	w.sees("Para sair, ctrl+c de novo")
	w.press(ctrlC)
	w.ends()
	for _, raw := range []string{w.screen.Raw(), w.model.Summary()} {
		for _, alive := range []string{"\x1b]0;", "owned\x07", "\u202e"} {
			if strings.Contains(raw, alive) {
				t.Errorf("%q of the server's reached the terminal", alive)
			}
		}
	}
}

func TestPersonalDataIsNeverInTheWindowTitle(t *testing.T) {
	w := start(t, setup{})
	w.toLink()
	w.press(ctrlC, ctrlC)
	w.ends()
	titles := 0
	for _, command := range strings.Split(w.screen.Raw(), "\x1b]")[1:] {
		command, _, _ = strings.Cut(command, "\x07")
		number, title, _ := strings.Cut(strings.TrimSuffix(command, "\x1b\\"), ";")
		if number != "0" && number != "1" && number != "2" {
			continue // no title
		}
		titles++
		if title != "klavilink" && title != "" {
			t.Errorf("title %q", title)
		}
	}
	if titles == 0 {
		t.Error("the window got no title at all")
	}
}
