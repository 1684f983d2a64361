package ui_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui"
)

// api is a scripted API: each request for a link takes the next answer, or waits
// for one.
type api struct {
	mu      sync.Mutex
	warm    error
	warmed  int
	asked   []klavi.LinkRequest
	answers chan reply
	begun   chan struct{} // one for each request
	given   chan struct{} // one for each request that was given up

	// What a look at a link and at a customer's consents shows; nil shows nothing.
	statuses func(ctx context.Context, linkToken string) ([]klavi.InstitutionStatus, error)
	consents func(ctx context.Context, person, company string) ([]klavi.Consent, error)
	list     []klavi.Institution
	looks    []string
}

func (a *api) Institutions(context.Context, klavi.Secret) ([]klavi.Institution, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.list, nil
}

type reply struct {
	link klavi.Link
	err  error
}

func newAPI(replies ...reply) *api {
	a := &api{answers: make(chan reply, 10), begun: make(chan struct{}, 10), given: make(chan struct{}, 10)}
	for _, r := range replies {
		a.answers <- r
	}
	return a
}

func (a *api) Warm(context.Context) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.warmed++
	return a.warm
}

func (a *api) CreateLink(ctx context.Context, r klavi.LinkRequest) (klavi.Link, error) {
	a.mu.Lock()
	a.asked = append(a.asked, r)
	a.mu.Unlock()
	a.begun <- struct{}{}
	select {
	case reply := <-a.answers:
		return reply.link, reply.err
	case <-ctx.Done():
		a.given <- struct{}{}
		return klavi.Link{}, &klavi.Error{Kind: klavi.KindNetwork, Err: ctx.Err()}
	}
}

// shows sets what looks at links show from now on.
func (a *api) shows(list ...klavi.InstitutionStatus) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.statuses = func(context.Context, string) ([]klavi.InstitutionStatus, error) { return list, nil }
}

func (a *api) InstitutionStatuses(ctx context.Context, linkToken klavi.Secret) ([]klavi.InstitutionStatus, error) {
	a.mu.Lock()
	a.looks = append(a.looks, "link "+linkToken.Reveal())
	answer := a.statuses
	a.mu.Unlock()
	if answer == nil {
		return nil, nil
	}
	return answer(ctx, linkToken.Reveal())
}

func (a *api) Consents(ctx context.Context, person, company string) ([]klavi.Consent, error) {
	a.mu.Lock()
	a.looks = append(a.looks, "consents "+person+company)
	answer := a.consents
	a.mu.Unlock()
	if answer == nil {
		return nil, nil
	}
	return answer(ctx, person, company)
}

func (a *api) requests() []klavi.LinkRequest {
	a.mu.Lock()
	defer a.mu.Unlock()
	return append([]klavi.LinkRequest(nil), a.asked...)
}

// linkOf makes a link with a URL of n bytes.
func linkOf(n int) klavi.Link {
	url := "https://conecte-sandbox.klavi.ai/path?v="
	for i := 0; len(url) < n; i++ {
		url += string("eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9_-"[(i*i+3*i)%38])
	}
	return klavi.Link{ID: "id-1", Token: "t", URL: klavi.Secret(url[:n]), ExpireIn: 30 * time.Minute}
}

func TestARefusedFieldLeadsBackToItWithTheAPIsWordsAndEverythingKept(t *testing.T) {
	for _, tt := range []struct {
		err       *klavi.Error
		see, kept []string
	}{
		{&klavi.Error{Kind: klavi.KindInput, Status: 400, Field: "phone", Messages: []string{"Invalid phone"}}, []string{"1 de 4", "A Klavi recusou: Invalid phone"}, []string{"529.982.247-25", "(11) 98765-4321", "ana@exemplo.com"}},
		{&klavi.Error{Kind: klavi.KindInput, Status: 400, Field: "personalTaxId", Messages: []string{"unknown customer"}}, []string{"1 de 4", "unknown customer"}, []string{"529.982.247-25"}},
		{&klavi.Error{Kind: klavi.KindBusiness, Status: 416, Code: 4004, Field: "institutionCode", Messages: []string{"in outage"}}, []string{"2 de 4", "4004", "fora do ar", "in outage"}, []string{"❯ Itaú"}},
		{&klavi.Error{Kind: klavi.KindInput, Status: 400, Field: "redirectURL"}, []string{"3 de 4", "A Klavi recusou este valor"}, []string{"https://exemplo.com/volta"}},
	} {
		client := newAPI(reply{err: tt.err}, reply{link: linkOf(90)})
		w := start(t, setup{client: client, request: klavi.LinkRequest{
			PersonalTaxID: "52998224725", Email: "ana@exemplo.com", Phone: "11987654321", InstitutionCode: "341", RedirectURL: "https://exemplo.com/volta",
		}})
		w.sees("529.982.247-25")
		w.press(ctrlS)
		w.sees("Confira")
		w.press(enter)
		w.sees(tt.see...)
		w.press(ctrlR)
		w.sees(tt.kept...)
		// A new try of the same is the agent's choice: the words go with the first
		// change, and everything else goes out again.
		first := client.requests()[0]
		if first.Phone != "+5511987654321" || first.PersonalTaxID != "52998224725" || first.InstitutionCode != "341" {
			t.Errorf("sent %+v", first.Fields())
		}
	}
}

func TestARefusalGoesWithTheNextChange(t *testing.T) {
	client := newAPI(reply{err: &klavi.Error{Kind: klavi.KindInput, Field: "email", Messages: []string{"no such mailbox"}}}, reply{link: linkOf(90)})
	w := start(t, setup{client: client, request: klavi.LinkRequest{PersonalTaxID: "52998224725", Email: "ana@exemplo.com"}})
	w.sees("529.982.247-25")
	w.press(ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("no such mailbox")
	w.press(left, right)
	w.sees("no such mailbox", "1 de 4")
	w.press(".br")
	w.doesNotSee("no such mailbox")
	w.press(ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("restantes")
	if r := client.requests(); len(r) != 2 || r[1].Email != "ana@exemplo.com.br" {
		t.Errorf("%d requests", len(r))
	}
}

func TestEscCancelsTheRequestAndItsLateAnswerIsDropped(t *testing.T) {
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
	w.sees("30:00 restantes")
	if n := len(client.requests()); n != 2 {
		t.Errorf("%d requests", n)
	}
}

// The request that was given up answers all the same, while the next one waits.
func TestALateAnswerToAnEarlierRequestIsDropped(t *testing.T) {
	m := ui.New(t.Context(), ui.Config{
		Client: newAPI(), Clock: newClock(), Text: portuguese(), Place: ui.Place{Demo: true}, Data: ui.DataFrom(klavi.LinkRequest{PersonalTaxID: "52998224725"}),
	})
	for _, k := range []tea.KeyPressMsg{{Code: 's', Mod: tea.ModCtrl}, {Code: tea.KeyEnter}, {Code: tea.KeyEscape}, {Code: tea.KeyEnter}} {
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
	if !strings.Contains(m.View().Content, "restantes") {
		t.Error("an answer after the link took it away")
	}
}

func TestFailuresSayWhatHappenedAndKeepTheForm(t *testing.T) {
	for _, tt := range []struct {
		err *klavi.Error
		see []string
	}{
		{&klavi.Error{Kind: klavi.KindNetwork, Err: errors.New("connection refused")}, []string{"Não consegui falar com a Klavi", "Confira a internet"}},
		{&klavi.Error{Kind: klavi.KindNetwork, Unknown: true, Err: context.DeadlineExceeded}, []string{"não respondeu a tempo", "pode ser que um link tenha sido"}},
		{&klavi.Error{Kind: klavi.KindServer, Status: 502}, []string{"com problemas (502)"}},
		{&klavi.Error{Kind: klavi.KindAuth, Status: 401, Messages: []string{"Token expired"}}, []string{"recusou as credenciais", "A Klavi disse: Token expired"}},
		{&klavi.Error{Kind: klavi.KindRate, Status: 429, RetryAfter: 7 * time.Second}, []string{"Espere 7 segundos"}},
		{&klavi.Error{Kind: klavi.KindBusiness, Status: 416, Code: 4003}, []string{"chegou ao limite de", "código 4003"}},
		{&klavi.Error{Kind: klavi.KindProtocol, Status: 200}, []string{"não é a esperada"}},
	} {
		w := start(t, setup{client: newAPI(reply{err: tt.err}, reply{link: linkOf(90)}), request: klavi.LinkRequest{PersonalTaxID: "52998224725", Email: "ana@exemplo.com"}})
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
		w.sees("30:00 restantes")
	}
}

func TestWhatIsWrongWithTheAPIIsSaidWhileTyping(t *testing.T) {
	client := newAPI()
	client.warm = &klavi.Error{Kind: klavi.KindAuth, Status: 401}
	w := start(t, setup{client: client})
	w.sees("recusou as credenciais desta máquina", "CPF ou CNPJ")
	w.press("52998224725")
	w.sees("529.982.247-25", "recusou as credenciais desta máquina")
}

func TestTheConnectionIsWarmedWhileTyping(t *testing.T) {
	client := newAPI(reply{link: linkOf(90)})
	w := start(t, setup{client: client})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("restantes")
	client.mu.Lock()
	defer client.mu.Unlock()
	if client.warmed < 2 || len(client.asked) != 1 {
		t.Errorf("warmed %d times, asked %d", client.warmed, len(client.asked))
	}
}

func TestNothingFromTheServerReachesTheTerminalAlive(t *testing.T) {
	evil := "\x1b]0;owned\x07\x1b[2J\u202e"
	link := linkOf(90)
	link.ID = evil + "id"
	w := start(t, setup{client: newAPI(reply{err: &klavi.Error{Kind: klavi.KindServer, Status: 500, Messages: []string{"m"}}}, reply{link: link})})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira")
	w.press(enter)
	w.sees("O link não foi criado")
	w.press(enter)
	w.sees("restantes", "id")
	w.press(ctrlC)
	w.sees("Repita ctrl+c")
	w.press(ctrlC)
	err := <-w.ended // the summary comes afterwards
	w.ended <- err
	if raw := w.screen.Raw() + w.model.Summary(); strings.Contains(raw, "owned\x07") || strings.Contains(raw, "\u202e") {
		t.Error("an escape sequence of the server's reached the terminal")
	}
}

func TestPersonalDataIsNeverInTheWindowTitle(t *testing.T) {
	w := start(t, setup{})
	w.toLink()
	w.press(ctrlC, ctrlC)
	<-w.ended
	w.ended <- nil
	raw := w.screen.Raw()
	for _, title := range strings.Split(raw, "\x1b]")[1:] {
		title, _, _ = strings.Cut(title, "\x07")
		if strings.HasPrefix(title, "2;") && strings.TrimSuffix(title, "\x1b\\") != "2;klavilink" && title != "2;" {
			t.Errorf("title %q", title)
		}
	}
}
