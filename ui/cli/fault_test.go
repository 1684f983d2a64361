package cli_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"klavilink/klavi/sandbox"
	"klavilink/ui/cli"
)

// fault is something that goes wrong between the program and Klavi, and what
// becomes of it.
type fault struct {
	// wrap changes the server, trip what carries the request for a link.
	wrap func(http.Handler) http.Handler
	trip func(r *http.Request) (*http.Response, error)

	status int      // of create
	kind   string   // in its JSON
	see    []string // on the wizard's screen
	field  bool     // the wizard leads back to a field
}

// onLinks answers POST /links with something else, so many times.
func onLinks(times int32, answer http.HandlerFunc) func(http.Handler) http.Handler {
	return on("/data/v1/links", times, answer)
}

func on(path string, times int32, answer http.HandlerFunc) func(http.Handler) http.Handler {
	return func(h http.Handler) http.Handler {
		var n atomic.Int32
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == path && n.Add(1) <= times {
				answer(w, r)
				return
			}
			h.ServeHTTP(w, r)
		})
	}
}

// says answers with a status and a body.
func says(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// sent marks the request as on its way, as a transport does that has written it.
func sent(r *http.Request) {
	if trace := httptrace.ContextClientTrace(r.Context()); trace != nil && trace.WroteHeaders != nil {
		trace.WroteHeaders()
	}
}

// late is a body that does not end in time.
type late struct{}

func (late) Read([]byte) (int, error) { return 0, context.DeadlineExceeded }
func (late) Close() error             { return nil }

const always = 1000

func faults() map[string]fault {
	const maybe, again = "pode ser que um link tenha sido", "O link não foi criado"
	refuses := func(err error, written bool) func(*http.Request) (*http.Response, error) {
		return func(r *http.Request) (*http.Response, error) {
			if written {
				sent(r)
			}
			return nil, err
		}
	}
	list := map[string]fault{
		"wrong keys":           {wrap: on("/data/v1/auth", always, says(401, `{"statusCode":401,"error":"Unauthorized","message":"Invalid accessKey or secretKey"}`)), status: cli.ExitCredentials, kind: "auth", see: []string{"recusou as credenciais"}},
		"token ends mid-way":   {wrap: onLinks(always, says(401, `{"statusCode":401,"message":"Token expired"}`)), status: cli.ExitCredentials, kind: "auth", see: []string{"recusou as credenciais", "Token expired"}},
		"401 once":             {wrap: onLinks(1, says(401, `{}`)), see: []string{"restantes"}},
		"400 with an array":    {wrap: onLinks(always, says(400, `{"statusCode":400,"message":["phone must be a phone","and more"]}`)), status: cli.ExitUsage, kind: "input", see: []string{"1 de 4", "phone must be a phone"}, field: true},
		"403":                  {wrap: onLinks(always, says(403, `{"statusCode":403,"message":"no"}`)), status: cli.ExitCredentials, kind: "auth", see: []string{"não têm permissão"}},
		"404":                  {wrap: onLinks(always, says(404, `{"statusCode":404}`)), status: cli.ExitFailed, kind: "protocol", see: []string{"endereço da API está errado"}},
		"429, asked to wait":   {wrap: onLinks(always, func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Retry-After", "60"); w.WriteHeader(429) }), status: cli.ExitFailed, kind: "rate", see: []string{"Espere 60 segundos"}},
		"429 without a word":   {wrap: onLinks(always, says(429, "")), status: cli.ExitFailed, kind: "rate", see: []string{"Pedidos demais"}},
		"500 twice, then fine": {wrap: on("/data/v1/auth", 2, says(500, "")), see: []string{"restantes"}},
		"500 for the link":     {wrap: onLinks(always, says(500, `{"message":"Internal server error"}`)), status: cli.ExitFailed, kind: "server", see: []string{"com problemas (500)"}},
		"502 with HTML":        {wrap: onLinks(always, says(502, "<html><h1>Bad Gateway</h1>")), status: cli.ExitFailed, kind: "server", see: []string{"com problemas (502)"}},
		"cut JSON":             {wrap: onLinks(always, says(200, `{"linkId":"x","linkU`)), status: cli.ExitFailed, kind: "protocol", see: []string{"não é a esperada", maybe}},
		"empty":                {wrap: onLinks(always, says(200, "")), status: cli.ExitFailed, kind: "protocol", see: []string{"não é a esperada", maybe}},
		"30 MB":                {wrap: onLinks(always, says(200, `{"linkId":"`+strings.Repeat("x", 30<<20)+`"}`)), status: cli.ExitFailed, kind: "protocol", see: []string{"não é a esperada", maybe}},
		"no linkURL":           {wrap: onLinks(always, says(200, `{"linkId":"x","linkToken":"t","expireIn":1800}`)), status: cli.ExitFailed, kind: "protocol", see: []string{"não é a esperada", maybe}},
		"javascript: linkURL":  {wrap: onLinks(always, says(200, `{"linkId":"x","linkURL":"javascript:alert(1)","expireIn":1800}`)), status: cli.ExitFailed, kind: "protocol", see: []string{"não é a esperada"}},
		"http linkURL":         {wrap: onLinks(always, says(200, `{"linkId":"x","linkURL":"http://conecte.example/path?v=t","expireIn":1800}`)), status: cli.ExitFailed, kind: "protocol", see: []string{"não é a esperada"}},
		"hang before headers":  {trip: refuses(context.DeadlineExceeded, true), status: cli.ExitFailed, kind: "network", see: []string{"não respondeu a tempo", maybe}},
		"hang after headers": {trip: func(r *http.Request) (*http.Response, error) {
			sent(r)
			return &http.Response{StatusCode: 200, Header: http.Header{}, Body: late{}, Request: r}, nil
		}, status: cli.ExitFailed, kind: "network", see: []string{"não respondeu a tempo", maybe}},
		"refused before writing": {trip: refuses(&net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}, false), status: cli.ExitFailed, kind: "network", see: []string{"Não consegui falar com a Klavi"}},
		"reset after writing":    {trip: refuses(&net.OpError{Op: "read", Net: "tcp", Err: syscall.ECONNRESET}, true), status: cli.ExitFailed, kind: "network", see: []string{"Não consegui falar com a Klavi", maybe}},
		"DNS":                    {trip: refuses(&net.DNSError{Err: "no such host", Name: "api.klavi.ai", IsNotFound: true}, false), status: cli.ExitFailed, kind: "network", see: []string{"Não consegui falar com a Klavi"}},
		"TLS":                    {trip: refuses(&tls.CertificateVerificationError{Err: x509.UnknownAuthorityError{}}, false), status: cli.ExitFailed, kind: "network", see: []string{"Não consegui falar com a Klavi"}},
		"escapes in every word":  {wrap: onLinks(always, says(400, `{"statusCode":400,"error":"\u001b]0;owned\u0007","message":["\u001b[2J\u202eodd\u009b31m"]}`)), status: cli.ExitUsage, kind: "input", see: []string{"recusou os dados", "odd"}},
		"our own words back":     {wrap: onLinks(always, says(500, `{"message":"cannot store 52998224725 ana@exemplo.com.br +5511987654321 demo-secret-key"}`)), status: cli.ExitFailed, kind: "server", see: []string{"com problemas", "cannot store"}},
	}
	for code := 4001; code <= 4009; code++ {
		list[fmt.Sprint("416 with ", code)] = fault{
			wrap: onLinks(always, says(416, fmt.Sprintf(`{"statusCode":%d,"error":"Business Error","message":"said"}`, code))), status: cli.ExitFailed, kind: "business",
			see: []string{fmt.Sprint(code), "said"}, field: code == 4004 || code == 4006,
		}
	}
	for name, f := range list {
		if f.status != cli.ExitOK && !f.field {
			f.see = append(f.see, again)
			list[name] = f
		}
	}
	return list
}

// tripping carries the request for a link in a way of its own.
type tripping func(r *http.Request) (*http.Response, error)

func (f tripping) RoundTrip(r *http.Request) (*http.Response, error) {
	if f != nil && r.URL.Path == "/data/v1/links" {
		return f(r)
	}
	return http.DefaultTransport.RoundTrip(r)
}

// kept is what the agent typed: it is still there, whatever went wrong.
var kept = []string{"529.982.247-25", "ana@exemplo.com.br", "+5511987654321", "https://loja.example/volta"}

const whole = `{"personalTaxId":"52998224725","email":"ana@exemplo.com.br","phone":"+5511987654321","redirectURL":"https://loja.example/volta"}`

// secrets must stand in nothing that is written.
var secrets = []string{"52998224725", "529.982.247-25", "ana@exemplo", "987654321", sandbox.DemoSecretKey.Reveal(), sandbox.DemoAccessKey.Reveal()}

func TestEveryFaultIsExplainedKeepsTheFormAndGivesNothingAway(t *testing.T) {
	for name, f := range faults() {
		t.Run(name, func(t *testing.T) {
			env := server(t, f.wrap)
			r := (&run{env: env, in: whole, transport: tripping(f.trip)}).do("create", "--json")
			if r.status != f.status || r.err != "" || strings.Count(r.out, "\n") != 1 {
				t.Errorf("create: %d %q %q", r.status, r.out, r.err)
			}
			if f.status != cli.ExitOK {
				e, _ := r.lines(t)[0]["error"].(map[string]any)
				if e["kind"] != f.kind || e["message"] == "" {
					t.Errorf("create: %v", e)
				}
				for _, s := range secrets {
					if strings.Contains(r.out, s) {
						t.Errorf("create: %q in %q", s, r.out)
					}
				}
			}

			env = server(t, f.wrap)
			c := sit(t, cli.Env{Getenv: func(k string) string { return env[k] }, Transport: tripping(f.trip)}, "--input", written(t, "in.json", whole))
			c.sees("529.982.247-25")
			c.screen.Type("\x13")
			c.sees("Confira o que")
			c.screen.Type("\r")
			shown := c.sees(f.see...)
			for _, s := range secrets {
				if strings.Contains(shown, s) && !f.field {
					t.Errorf("%q on the screen:\n%s", s, shown)
				}
			}
			if strings.ContainsAny(shown, "\x1b\u202e\u009b") || strings.Contains(c.screen.Raw(), "owned\a") {
				t.Errorf("an escape sequence of the server's:\n%q", shown)
			}
			if f.status == cli.ExitOK {
				return
			}
			if f.field {
				c.screen.Type("\x13")
			} else {
				c.screen.Type("d")
				detail := c.sees("klavi: ")
				for _, s := range secrets {
					if strings.Contains(detail, s) {
						t.Errorf("%q in the technical detail:\n%s", s, detail)
					}
				}
				c.screen.Type("\x1b")
			}
			c.sees("Confira o que")
			c.screen.Type("\x12")
			c.sees(kept...)
		})
	}
}

// The header goes where it was meant for, and nowhere else.
func TestARedirectToAnotherHostIsRefusedAndSeesNoCredentials(t *testing.T) {
	var visited atomic.Bool
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { visited.Store(true) }))
	defer other.Close()
	for _, status := range []int{301, 302, 307, 308} {
		env := server(t, onLinks(always, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other.URL+"/take", status) }))
		r := (&run{env: env, in: whole}).do("create")
		if r.status != cli.ExitFailed || visited.Load() {
			t.Errorf("%d: status %d, visited %t: %q", status, r.status, visited.Load(), r.err)
		}
	}
}

func TestAMachineWithoutTLSTrustIsNotTalkedAround(t *testing.T) {
	box, err := sandbox.New(sandbox.Config{})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewUnstartedServer(box)
	s.Config.ErrorLog = quiet()
	s.StartTLS() // with a certificate that nobody vouches for
	defer s.Close()
	r := (&run{env: map[string]string{"KLAVI_API_BASE": s.URL, "KLAVI_ACCESS_KEY": "demo-access-key", "KLAVI_SECRET_KEY": "demo-secret-key"}, in: whole}).do("create")
	if r.status != cli.ExitFailed || r.out != "" {
		t.Errorf("%d %q %q", r.status, r.out, r.err)
	}
}
