package sandbox_test

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
)

// The pages run nothing, load nothing, have one style and can be framed by nobody. A token in the
// address stays in the browser.
func TestTheHeadersOfAPageForbidEverythingThatItDoesNotNeed(t *testing.T) {
	b := newBox(t)
	link := b.link(t)["linkURL"].(string)
	for _, page := range []string{link, "http://127.0.0.1:8080/path?v=wrong"} {
		w := httptest.NewRecorder()
		b.Pages().ServeHTTP(w, httptest.NewRequest("GET", page, nil))
		for name, want := range map[string]string{
			"Content-Type": "text/html; charset=utf-8", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
		} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s is %q", name, got)
			}
		}
		style := regexp.MustCompile(`(?s)<style>(.*)</style>`).FindStringSubmatch(w.Body.String())
		if style == nil {
			t.Fatalf("no style in %s", w.Body)
		}
		sum := sha256.Sum256([]byte(style[1]))
		policy := map[string]string{}
		for directive := range strings.SplitSeq(w.Header().Get("Content-Security-Policy"), ";") {
			name, value, _ := strings.Cut(strings.TrimSpace(directive), " ")
			policy[name] = value
		}
		for name, want := range map[string]string{
			"default-src": "'none'", "style-src": "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'",
			"form-action": "'self'", "frame-ancestors": "'none'", "base-uri": "'none'",
		} {
			if policy[name] != want {
				t.Errorf("%s is %q", name, policy[name])
			}
			delete(policy, name)
		}
		if len(policy) > 0 {
			t.Errorf("the page is also allowed %v", policy)
		}
	}
}

func TestAPageSendsTheTokenOfItsLinkBack(t *testing.T) {
	c := newCustomer(t, `{}`)
	field := `<input type="hidden" name="v" value="` + c.link["linkToken"].(string) + `">`
	_, choose, _ := visit(t, c.box, c.page, nil)
	for _, page := range []string{choose, c.does("choose", "260"), c.does("refuse", "260")} {
		if !strings.Contains(page, field) {
			t.Errorf("no token in %s", page)
		}
	}
}

func TestAPageOfABankThatWasNotChosenOffersTheBanks(t *testing.T) {
	c := newCustomer(t, `{}`)
	if err := c.box.SetStatus(c.link["linkId"].(string), "999", klavi.Authorised); err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"260", "999", "nonsense"} {
		if _, page, _ := visit(t, c.box, c.page+"&i="+code, nil); !strings.Contains(page, "Escolha o seu banco") ||
			!strings.Contains(page, "<b>Empresa Exemplo</b>") {
			t.Errorf("%s: %s", code, page)
		}
	}
}

func TestAClickOnAPageOfAnExpiredLinkSaysThatItIsExpired(t *testing.T) {
	c := newCustomer(t, `{}`)
	c.does("choose", "260")
	c.box.now = c.box.now.Add(30 * time.Minute)
	status, page, _ := visit(t, c.box, "http://127.0.0.1:8080/path", url.Values{
		"v": {c.link["linkToken"].(string)}, "i": {"260"}, "do": {"continue"},
	})
	if status != 410 || !strings.Contains(page, "não vale mais") || strings.Contains(page, "<form") {
		t.Errorf("%d %s", status, page)
	}
}

func TestThePagesAloneTakeClicks(t *testing.T) {
	b := newBox(t)
	link := b.link(t)
	status, _, to := visit(t, b.Pages(), "http://127.0.0.1:8080/path", url.Values{
		"v": {link["linkToken"].(string)}, "i": {"260"}, "do": {"choose"},
	})
	if status != 303 || !strings.HasPrefix(to, "/path?") {
		t.Errorf("%d %q", status, to)
	}
}

// finish goes to the page after the customer has authorised or refused.
func (c *customer) finish(last string) string {
	c.t.Helper()
	for _, do := range []string{"choose", "continue", "authorise"} {
		c.does(do, "260")
	}
	return c.does(last, "260")
}

func TestAFinishedCustomerCanChooseAnotherBank(t *testing.T) {
	for _, last := range []string{"accept", "refuse"} {
		if page := newCustomer(t, `{}`).finish(last); !strings.Contains(page, "Escolher outro banco") {
			t.Errorf("%s: %s", last, page)
		}
	}
}

func TestTheLastPageNamesOnlyWhatThePartnerAskedFor(t *testing.T) {
	const configured, back, app = "no endereço configurado na Klavi", "Você voltaria para", "pelo aplicativo"
	for request, want := range map[string]map[string]bool{
		`{}`: {configured: true, back: false, app: false},
		`{"productsCallbackURL":{"all":"https://loja.example/x"}}`: {configured: false, back: false, app: false},
		`{"redirectURL":"https://loja.example"}`:                   {configured: true, back: true, app: false},
		`{"appLink":"loja://x","appRedirectURLKey":"k"}`:           {configured: true, back: false, app: true},
		// The sandbox takes these addresses, but nothing can be added to them.
		`{"redirectURL":"app://["}`:                     {configured: true, back: false, app: false},
		`{"appLink":"app://[","appRedirectURLKey":"k"}`: {configured: true, back: false, app: false},
	} {
		page := newCustomer(t, request).finish("accept")
		for text, there := range want {
			if strings.Contains(page, text) != there {
				t.Errorf("%s: %q there is %t", request, text, !there)
			}
		}
	}
}

func TestARedirectWithoutExternalInfoHasAnEmptyObject(t *testing.T) {
	for request, want := range map[string]string{
		`{"redirectURL":"https://loja.example"}`:                              "{}",
		`{"redirectURL":"https://loja.example","externalInfo":{ "a" : [1] }}`: `{"a":[1]}`,
	} {
		page := newCustomer(t, request).finish("accept")
		if !strings.Contains(page, "external_info="+url.QueryEscape(want)) {
			t.Errorf("%s: %s", request, page)
		}
	}
}

func TestTheTimeOfASandboxIsTheRealOneByDefault(t *testing.T) {
	server, err := sandbox.New(sandbox.Config{})
	if err != nil {
		t.Fatal(err)
	}
	before := time.Now().Unix()
	issued := int64(claimsOf(t, (&box{Server: server}).accessToken(t))["iat"].(float64))
	if issued < before || issued > time.Now().Unix() {
		t.Errorf("issued at %d, after %d", issued, before)
	}
}

func TestThePagesNameTheCompanyThatTheDataAreFor(t *testing.T) {
	for company, want := range map[string]string{
		"":                            "Empresa Exemplo",
		"Loja Exemplo":                "Loja Exemplo",
		"Loja\u202e\nExemplo":         "Loja\ufffd Exemplo",
		strings.Repeat("Loja", 10000): "<b>" + strings.Repeat("Loja", 14) + "Loj…</b>",
	} {
		server, err := sandbox.New(sandbox.Config{Company: company})
		if err != nil {
			t.Fatal(err)
		}
		link := (&box{Server: server}).link(t)["linkURL"].(string)
		for _, page := range []string{link, "http://127.0.0.1:8080/path?v=wrong"} {
			if _, text, _ := visit(t, server, page, nil); !strings.Contains(text, want) {
				t.Errorf("%.20q: no %q in %s", company, want, text)
			}
		}
	}
}
