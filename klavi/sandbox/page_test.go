package sandbox_test

import (
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"klavilink/klavi/sandbox"
)

// visit opens a page, or sends the form if it is not nil. It returns the status, the
// text and the address of a redirect.
func visit(t *testing.T, h http.Handler, page string, form url.Values) (status int, text, to string) {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, page, nil)
	if form != nil {
		r = httptest.NewRequest(http.MethodPost, page, strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code, html.UnescapeString(w.Body.String()), w.Header().Get("Location")
}

// customer is a customer who opened the page of a link.
type customer struct {
	t    *testing.T
	box  *box
	link map[string]any
	page string
}

func newCustomer(t *testing.T, request string) *customer {
	t.Helper()
	b := newBox(t)
	_, link := b.ask(t, "POST", "/links", b.accessToken(t), request)
	return &customer{t, b, link, link["linkURL"].(string)}
}

// does sends the form for an action, and returns the page that it redirects to.
func (c *customer) does(do, institution string) string {
	c.t.Helper()
	status, _, to := visit(c.t, c.box, "http://127.0.0.1:8080/path", url.Values{
		"v": {c.link["linkToken"].(string)}, "i": {institution}, "do": {do},
	})
	if status != http.StatusSeeOther || !strings.HasPrefix(to, "/path?") {
		c.t.Fatalf("%s: %d %q", do, status, to)
	}
	_, text, _ := visit(c.t, c.box, "http://127.0.0.1:8080"+to, nil)
	return text
}

// status returns the API's answer to a request for the status of the link.
func (c *customer) status() string {
	c.t.Helper()
	r := httptest.NewRequest("GET", "http://127.0.0.1:8080/data/v1/links/institutions/status", nil)
	r.Header.Set("Authorization", "Bearer "+c.link["linkToken"].(string))
	w := httptest.NewRecorder()
	c.box.ServeHTTP(w, r)
	return strings.TrimSpace(w.Body.String())
}

func TestEveryPageSaysThatNoBankIsInvolved(t *testing.T) {
	c := newCustomer(t, `{}`)
	_, first, _ := visit(t, c.box, c.page, nil)
	pages := []string{
		first,
		c.does("choose", "260"),
		c.does("continue", "260"),
		c.does("authorise", "260"),
		c.does("accept", "260"),
	}
	c.box.now = c.box.now.Add(30 * time.Minute)
	status, over, _ := visit(t, c.box, c.page, nil)
	if status != http.StatusGone || !strings.Contains(over, "não vale mais") {
		t.Errorf("%d %s", status, over)
	}
	for i, page := range append(pages, over) {
		if !strings.Contains(page, "nenhum banco envolvido") {
			t.Errorf("page %d does not say it", i)
		}
		if strings.Contains(page, "<a ") || strings.Contains(page, "<script") || strings.Contains(page, "<img") {
			t.Errorf("page %d links, loads or runs something", i)
		}
	}
}

func TestTheStatusChangesWhenTheCustomerClicks(t *testing.T) {
	c := newCustomer(t, `{"personalTaxId":"52998224725"}`)
	if got := c.status(); got != "[]" {
		t.Errorf("before anything: %s", got)
	}
	for _, step := range []struct{ do, see, status string }{
		{"choose", "Você vai compartilhar", "STARTED"},
		{"continue", "Aqui seria o app do banco", "AWAITING_AUTHORISATION"},
		{"authorise", "Falta aceitar os termos", "AWAITING_LGPD_AUTHORISATION"},
		{"accept", "Pode fechar esta página", "AUTHORISED"},
	} {
		if page := c.does(step.do, "260"); !strings.Contains(page, step.see) ||
			!strings.Contains(page, "<b>Nubank</b>") {
			t.Errorf("%s: %s", step.do, page)
		}
		if got := c.status(); got != `[{"institutionCode":"260","name":"Nubank","status":"`+step.status+`"}]` {
			t.Errorf("%s: %s", step.do, got)
		}
	}
	// The customer can use the same link for another bank.
	c.does("choose", "341")
	c.does("continue", "341")
	if page := c.does("refuse", "341"); !strings.Contains(page, "Nada de Itaú foi compartilhado") {
		t.Error(page)
	}
	if got := c.status(); !strings.Contains(got, `"260","name":"Nubank","status":"AUTHORISED"`) ||
		!strings.Contains(got, `"341","name":"Itaú","status":"REJECTED"`) {
		t.Error(got)
	}
	if page := c.does("choose", "341"); !strings.Contains(page, "Você vai compartilhar") {
		t.Errorf("who refused cannot try again: %s", page)
	}
}

// Second clicks, old pages and forged forms request steps that are not possible.
func TestAStepThatIsNotPossibleNowChangesNothing(t *testing.T) {
	c := newCustomer(t, `{}`)
	for _, forged := range [][2]string{
		{"accept", "260"},
		{"authorise", "260"},
		{"continue", "260"},
		{"refuse", "260"},
		{"choose", "999"},
		{"choose", "069"},
		{"nonsense", "260"},
		{"", ""},
	} {
		c.does(forged[0], forged[1])
		if got := c.status(); got != "[]" {
			t.Fatalf("%v: %s", forged, got)
		}
	}
	c.does("choose", "260")
	c.does("continue", "260")
	c.does("authorise", "260")
	for _, again := range []string{"choose", "continue", "authorise"} {
		c.does(again, "260")
		if got := c.status(); !strings.Contains(got, "AWAITING_LGPD") {
			t.Errorf("%s again: %s", again, got)
		}
	}
	c.does("accept", "260")
	for _, late := range []string{"refuse", "choose", "accept"} {
		c.does(late, "260")
		if got := c.status(); !strings.Contains(got, `"AUTHORISED"`) {
			t.Errorf("%s after the end: %s", late, got)
		}
	}
	for _, token := range []string{"", "x", c.box.accessToken(t)} {
		if status, _, _ := visit(t, c.box, "http://127.0.0.1:8080/path", url.Values{
			"v": {token}, "i": {"260"}, "do": {"choose"},
		}); status != http.StatusGone {
			t.Errorf("token %.5q: %d", token, status)
		}
	}
}

func TestTheLastPageListsReportsAndAddresses(t *testing.T) {
	c := newCustomer(t, `{"redirectURL":"https://loja.example/volta?a=1","externalInfo":{"pedido": "7"},`+
		`"productsCallbackURL":{"pf_credit_card":"https://loja.example/cartao","other":"https://loja.example/resto"},`+
		`"appLink":"https://loja.example/app","appRedirectURLKey":"retorno"}`)
	id := c.link["linkId"].(string)
	c.does("choose", "260")
	c.does("continue", "260")
	c.does("authorise", "260")
	page := c.does("accept", "260")
	for _, want := range []string{
		"pf_credit_card", "https://loja.example/cartao", "other", "https://loja.example/resto",
		"https://loja.example/volta?a=1&external_info=" + url.QueryEscape(`{"pedido":"7"}`) + "&link_id=" + id,
		"https://loja.example/app?retorno=", "Nada disso é enviado",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in:\n%s", want, page)
		}
	}
	if strings.Contains(page, "error=") {
		t.Error("an error in a success")
	}
	c.does("choose", "341")
	if page := c.does("refuse", "341"); !strings.Contains(page, "error=REJECTED") ||
		!strings.Contains(page, "error_description=") ||
		!strings.Contains(page, "link_id="+id) {
		t.Error(page)
	}
}

func TestOnlyInstitutionsThatServeTheCustomerAreOffered(t *testing.T) {
	for request, want := range map[string]map[string]bool{
		`{}`:                                 {"Nubank": true, "Banco PAN": true, "fora do ar": true},
		`{"businessTaxId":"11222333000181"}`: {"Nubank": true, "Banco PAN": false},
	} {
		c := newCustomer(t, request)
		_, page, _ := visit(t, c.box, c.page, nil)
		for name, there := range want {
			if strings.Contains(page, name) != there {
				t.Errorf("%s: %s there is %t", request, name, !there)
			}
		}
	}
}

// The customer may live in another zone than the server, so the page names its own.
func TestAPageShowsWhenTheLinkExpiresInBrasilia(t *testing.T) {
	now := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	for lang, want := range map[sandbox.Lang]string{
		sandbox.Portuguese: "vale até 11:30 (horário de Brasília).", sandbox.English: "until 11:30 (Brasília time).",
	} {
		server, err := sandbox.New(sandbox.Config{Now: func() time.Time { return now }, Lang: lang})
		if err != nil {
			t.Fatal(err)
		}
		link := (&box{Server: server}).link(t)["linkURL"].(string)
		if _, page, _ := visit(t, server, link, nil); !strings.Contains(page, want) {
			t.Errorf("%q is not in\n%s", want, page)
		}
	}
}

func TestPagesServesThePagesButNotTheAPI(t *testing.T) {
	server, err := sandbox.New(sandbox.Config{PageBase: "http://10.0.0.5:8080"})
	if err != nil {
		t.Fatal(err)
	}
	link := (&box{Server: server}).link(t)["linkURL"].(string)
	if !strings.HasPrefix(link, "http://10.0.0.5:8080/path?v=") {
		t.Fatalf("%q", link)
	}
	if status, page, _ := visit(t, server.Pages(), link, nil); status != 200 ||
		!strings.Contains(page, "Escolha o seu banco") {
		t.Errorf("%d %s", status, page)
	}
	for _, path := range []string{"/data/v1/auth", "/data/v1/links", "/data/v1/consents", "/"} {
		if status, _, _ := visit(t, server.Pages(), "http://10.0.0.5:8080"+path, url.Values{
			"accessKey": {"demo-access-key"},
		}); status != http.StatusNotFound {
			t.Errorf("%s: %d", path, status)
		}
	}
}
