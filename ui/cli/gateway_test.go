package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/screen"
	"klavilink/ui/text"
)

func TestTheAddressIsTheEnvironmentsUnlessAVariableNamesAnother(t *testing.T) {
	for _, tt := range []struct {
		base, want string
		place      screen.Place
	}{
		{"", klavi.Production.BaseURL(), screen.Place{Env: klavi.Production}},
		{"https://x.example:8443/a", "https://x.example:8443/a", screen.Place{
			Env: klavi.Production, Server: "x.example:8443",
		}},
		{"://", "://", screen.Place{Env: klavi.Production}},
	} {
		base, place := gateway{base: tt.base}.address(klavi.Production)
		if base != tt.want || place != tt.place {
			t.Errorf("%q: %q %+v", tt.base, base, place)
		}
	}
}

func TestEveryRequestSaysWhichProgramAsks(t *testing.T) {
	for version, want := range map[string]string{"": "klavilink/dev", "1.2.3": "klavilink/1.2.3"} {
		carries := answering(http.StatusUnauthorized, "")
		r := commanded(t.Context(), Env{
			Transport: carries, Build: Build{Version: version},
			Getenv: getenv("KLAVI_ACCESS_KEY", "a", "KLAVI_SECRET_KEY", "b"),
		}, `{"personalTaxId":"52998224725"}`, "create")
		if len(carries.requests) == 0 || r.status != ExitCredentials {
			t.Fatalf("%d requests, %d %q", len(carries.requests), r.status, r.err)
		}
		for _, q := range carries.requests {
			if got := q.Header.Get("User-Agent"); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		}
	}
}

func TestTheSkewIsWhatThisClockIsAheadOfTheHost(t *testing.T) {
	for name, tt := range map[string]struct {
		transport *recorder
		base      string
		want      time.Duration
		fails     bool
	}{
		"ahead":   {answering(200, noon.Add(-time.Hour).Format(http.TimeFormat)), "https://x", time.Hour, false},
		"behind":  {answering(500, noon.Add(time.Hour).Format(http.TimeFormat)), "https://x", -time.Hour, false},
		"no date": {answering(200, ""), "https://x", 0, false},
		"no host": {
			&recorder{answer: func(*http.Request) (*http.Response, error) { return nil, errors.New("x") }}, "https://x", 0, true,
		},
		"no address": {answering(200, ""), "https://x y", 0, true},
	} {
		got, err := gateway{transport: tt.transport, now: fixedClock(noon).Now}.skew(t.Context(), tt.base)
		var k *klavi.Error
		if got != tt.want || (err != nil) != tt.fails || tt.fails && (!errors.As(err, &k) || k.Kind != klavi.KindNetwork) {
			t.Errorf("%s: %s %v", name, got, err)
		}
		for _, q := range tt.transport.requests {
			if _, limited := q.Context().Deadline(); q.Method != http.MethodHead || !limited || len(q.Header) > 0 {
				t.Errorf("%s: asked with %s %v, limited %t", name, q.Method, q.Header, limited)
			}
		}
	}
}

func TestTheLogHasALineForEachRequestAndNoneWithoutALog(t *testing.T) {
	plain := gateway{transport: answering(201, "")}
	if got := plain.logging(nil); got.transport != plain.transport {
		t.Error("requests are logged without a log")
	}
	if _, logs := (gateway{}).logging(slog.New(slog.DiscardHandler)).transport.(logged); !logs {
		t.Error("the client's own transport is not logged")
	}
	var b bytes.Buffer
	log := slog.New(slog.NewJSONHandler(&b, &slog.HandlerOptions{Level: slog.LevelDebug}))
	c := (&connector{gateway: gateway{transport: answering(201, ""), steady: fixedClock{}.Steady}}).logging(log)
	q, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://x.example/a?secret", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.gateway.transport.RoundTrip(q); err != nil {
		t.Fatal(err)
	}
	var line map[string]any
	if err := json.Unmarshal(b.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	delete(line, "time")
	want := map[string]any{
		"level": "DEBUG", "msg": "request", "method": "GET", "host": "x.example", "path": "/a", "ms": 0.0, "status": 201.0,
	}
	for name, value := range want {
		if line[name] != value {
			t.Errorf("%s is %v, want %v", name, line[name], value)
		}
	}
	if len(line) != len(want) {
		t.Errorf("%v", line)
	}
}

func TestTheDemoRunsIfAFlagAsksOrNoKeysAreThere(t *testing.T) {
	words := text.For("pt")
	creds := credentials{getenv: getenv(), t: &words.CLI}
	keys := credentials{getenv: getenv("KLAVI_ACCESS_TOKEN", "x"), t: &words.CLI}
	g := gateway{now: fixedClock(noon).Now, t: words}
	for name, tt := range map[string]struct {
		c       connector
		without bool
		demo    bool
		fails   bool
	}{
		"no keys":                     {connector{credentials: creds}, true, true, false},
		"no keys, and no demo wanted": {connector{credentials: creds}, false, false, true},
		"keys":                        {connector{credentials: keys}, true, false, false},
		"a flag, and keys":            {connector{credentials: keys, demo: true}, false, true, false},
		"an address, and keys":        {connector{credentials: keys, demoListen: "127.0.0.1:0"}, false, true, false},
	} {
		tt.c.gateway = g
		s, err := tt.c.connect(config.Profile{Environment: klavi.Sandbox}, tt.without)
		if (err != nil) != tt.fails {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil {
			if e := exitOf(err); *e != (exit{status: ExitCredentials, kind: "auth", message: words.CLI.NoCreds}) {
				t.Errorf("%s: %+v", name, *e)
			}
			continue
		}
		if s.place.Demo != tt.demo || (s.play != nil) != tt.demo || (s.place.Open != "") != (tt.c.demoListen != "") {
			t.Errorf("%s: %+v", name, s.place)
		}
		s.close()
	}
}

func TestThePagesOfTheDemoNameTheCompany(t *testing.T) {
	words := text.For("pt")
	g := gateway{now: fixedClock(noon).Now, t: words}
	none := credentials{getenv: getenv(), t: &words.CLI}
	for _, c := range []connector{{gateway: g, demo: true}, {gateway: g, credentials: none}} {
		s, err := c.connect(config.Profile{Company: "Loja Exemplo"}, true)
		if err != nil {
			t.Fatal(err)
		}
		defer s.close()
		link, err := s.client.CreateLink(t.Context(), klavi.LinkRequest{})
		if err != nil {
			t.Fatal(err)
		}
		resp, err := http.Get(link.URL.Reveal())
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		b, err := io.ReadAll(resp.Body)
		for _, want := range []string{"09:30 (horário de Brasília)", "Loja Exemplo"} {
			if err != nil || !strings.Contains(string(b), want) {
				t.Errorf("no %s in %s, %v", want, b, err)
			}
		}
	}
}

func TestTheBuildSaysItsVersionItsCommitAndItsDate(t *testing.T) {
	for want, b := range map[string]Build{
		"1.2.3 0123456789ab 2026-11-01": {"1.2.3", "0123456789abcdef", "2026-11-01"},
		"dev 0123 2026-11-01":           {"", "0123", "2026-11-01"},
		"1.2.3 0123456789ab 2026":       {"1.2.3", "0123456789ab", "2026"},
	} {
		got := b.String()
		if len(got) <= len(want) || got[:len(want)+1] != want+" " {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := environment(screen.Place{Demo: true, Env: klavi.Production}); got != "demo" {
		t.Errorf("%q", got)
	}
	if got := environment(screen.Place{Env: klavi.Production}); got != "production" {
		t.Errorf("%q", got)
	}
	if at := onNetwork(); !at.IsLoopback() && !at.IsGlobalUnicast() { // what else this machine has is unknown
		t.Errorf("%s is no address of a machine", at)
	}
}
