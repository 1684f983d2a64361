package klavi_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"klavilink/klavi"
)

// linkFrom returns what a client with the configuration makes of an answer with a URL.
func linkFrom(t *testing.T, cfg klavi.Config, url string) (klavi.Link, error) {
	t.Helper()
	body := fmt.Sprintf(`{"linkId":"1","linkToken":"t","linkURL":%q,"expireIn":1800}`, url)
	cfg.AccessToken, cfg.Transport = "t", &answering{status: 200, body: body, header: http.Header{}}
	c, err := klavi.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return c.CreateLink(t.Context(), klavi.LinkRequest{})
}

func TestALinkFromAnotherMachineIsRefusedIfItIsPlainOrLeadsToThisMachine(t *testing.T) {
	for _, url := range []string{
		"http://conecte.klavi.ai/p?v=t", "HTTP://api.example/", "http://127.0.0.1:8080/", "http://localhost/",
		"https://localhost/", "https://LOCALHOST./", "https://a.localhost/", "https://127.0.0.1/", "https://127.1/",
		"https://0x7f.1/", "https://2130706433/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://0.0.0.0/",
	} {
		for _, base := range []string{"https://api.example", klavi.Sandbox.BaseURL()} {
			_, err := linkFrom(t, klavi.Config{BaseURL: base}, url)
			e := failure(t, err)
			if e.Kind != klavi.KindUnsafe || e.Kind.String() != "unsafe" || !errors.Is(err, klavi.ErrUnsafeLink) || !e.Unknown {
				t.Errorf("%s from %s: %+v", url, base, e)
			}
		}
	}
}

func TestALinkFromThisMachineMayLeadToThisMachine(t *testing.T) {
	for _, url := range []string{"http://127.0.0.1:80/p", "http://localhost/p", "http://[::1]/p", "https://localhost/p"} {
		l, err := linkFrom(t, klavi.Config{BaseURL: "http://127.0.0.1:9"}, url)
		if err != nil || l.Foreign != "" {
			t.Errorf("%s: %q %v", url, l.Foreign, err)
		}
	}
	demo := klavi.Config{BaseURL: "http://127.0.0.1:9", PlainPages: "http://10.0.0.5:8080/"}
	if l, err := linkFrom(t, demo, "http://10.0.0.5:8080/p"); err != nil || l.Foreign != "" {
		t.Errorf("a page of the demo: %q %v", l.Foreign, err)
	}
	if _, err := linkFrom(t, demo, "http://10.0.0.50:8080/p"); failure(t, err).Kind != klavi.KindProtocol {
		t.Errorf("plain http: %v", err)
	}
}

func TestALinkIsForeignUnlessItsHostIsKnown(t *testing.T) {
	partner := klavi.Config{BaseURL: "https://gateway.loja.example:8443", LinkHosts: []string{"links.Parceiro.example"}}
	demo := klavi.Config{BaseURL: "http://127.0.0.1:9"}
	for _, tt := range []struct {
		cfg           klavi.Config
		host, foreign string
	}{
		{partner, "klavi.ai", ""},
		{partner, "conecte-sandbox.klavi.ai", ""},
		{partner, "Open.KLAVI.tech.:443", ""},
		{partner, "gateway.loja.example", ""},
		{partner, "links.parceiro.example", ""},
		{partner, "a.b.LINKS.parceiro.example.", ""},
		{partner, "evilklavi.ai", "evilklavi.ai"},
		{partner, "klavi.ai.evil.example", "klavi.ai.evil.example"},
		{partner, "klavi.ai.", ""},
		{partner, "EVIL.example.:444", "evil.example"},
		{partner, "a.gateway.loja.example", "a.gateway.loja.example"},
		{partner, "loja.example", "loja.example"},
		{partner, "parceiro.example", "parceiro.example"},
		{partner, "evil-links.parceiro.example", "evil-links.parceiro.example"},
		{partner, "xn--klav-8va.ai", "xn--klav-8va.ai"},
		{partner, "[2001:db8::1]:443", "2001:db8::1"},
		{demo, "10.0.0.1", "10.0.0.1"},
		{demo, "conecte.klavi.ai", ""},
	} {
		l, err := linkFrom(t, tt.cfg, "https://"+tt.host+"/p?v=t")
		if err != nil || l.Foreign != tt.foreign {
			t.Errorf("%s: foreign %q, want %q (%v)", tt.host, l.Foreign, tt.foreign, err)
		}
	}
	if _, err := linkFrom(t, partner, "https://klaví.ai/p"); failure(t, err).Kind != klavi.KindProtocol {
		t.Errorf("a host that is not ASCII: %v", err)
	}
}

func TestTheURLOfAnEarlierLinkIsJudgedByTheRulesForANewOne(t *testing.T) {
	const checking = "check the URL of a link"
	partner := klavi.Config{BaseURL: klavi.Production.BaseURL(), LinkHosts: []string{"links.loja.example"}}
	local := klavi.Config{BaseURL: "http://127.0.0.1:9", PlainPages: "http://10.0.0.5:8080/"}
	for _, cfg := range []klavi.Config{partner, local} {
		for _, url := range []string{
			"https://conecte.klavi.ai/p?v=t", "https://links.loja.example/p", "https://evil.example/p",
			"http://conecte.klavi.ai/p", "http://127.0.0.1:80/p", "https://localhost/p", "http://10.0.0.5:8080/p",
			"", "p", "file:///etc/passwd", "javascript:alert(1)", "https://conecte.klavi.ai/" + strings.Repeat("a", 5000),
		} {
			link, created := linkFrom(t, cfg, url)
			got, foreign, err := klavi.CheckLinkURL(cfg, klavi.Secret(url))
			if got != link.URL || foreign != link.Foreign || (err == nil) != (created == nil) {
				t.Errorf("%.60s: %q foreign %q, %v; a new link: %v", url, got.Reveal(), foreign, err, created)
			}
			if err == nil || created == nil {
				continue
			}
			e, want := failure(t, err), failure(t, created)
			if e.Op != checking || e.Kind != want.Kind || fmt.Sprint(e.Err) != fmt.Sprint(want.Err) {
				t.Errorf("%.60s: %v, a new link: %v", url, err, created)
			}
		}
	}
	for _, base := range []string{"", "http://api.example", "x"} {
		_, _, err := klavi.CheckLinkURL(klavi.Config{BaseURL: base}, "https://conecte.klavi.ai/p")
		if e := failure(t, err); e.Op != checking || e.Kind != klavi.KindInput || !errors.Is(err, klavi.ErrBaseURL) {
			t.Errorf("%q: %v", base, err)
		}
	}
}
