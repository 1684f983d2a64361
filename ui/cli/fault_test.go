package cli_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"klavilink/klavi/sandbox"
	"klavilink/ui/cli"
)

// tripping is a transport that calls a function for the request for a link. It carries
// other requests as usual, and all requests if the function is nil.
type tripping func(r *http.Request) (*http.Response, error)

func (f tripping) RoundTrip(r *http.Request) (*http.Response, error) {
	if f != nil && r.URL.Path == "/data/v1/links" {
		return f(r)
	}
	return http.DefaultTransport.RoundTrip(r)
}

// formValues holds the values of fullRequest as the form shows them. They must still be
// there after every fault.
var formValues = []string{"529.982.247-25", "ana@exemplo.com.br", "+5511987654321", "https://loja.example/volta"}

// fullRequest is a request that uses several fields.
const fullRequest = `{"personalTaxId":"52998224725","email":"ana@exemplo.com.br",` +
	`"phone":"+5511987654321","redirectURL":"https://loja.example/volta"}`

// secrets holds the customer's data and the keys. No output may contain them.
var secrets = []string{
	"52998224725", "529.982.247-25", "ana@exemplo", "987654321",
	sandbox.DemoSecretKey.Reveal(), sandbox.DemoAccessKey.Reveal(),
}

func TestEveryFaultIsExplainedKeepsTheFormAndLeaksNothing(t *testing.T) {
	for name, f := range faults() {
		t.Run(name, func(t *testing.T) {
			env := server(t, f.wrap)
			r := (&run{env: env, in: fullRequest, transport: tripping(f.trip)}).do("create", "--json", "--patience", "0s")
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
			c := sit(t, cli.Env{
				Getenv:    func(k string) string { return env[k] },
				Transport: tripping(f.trip),
			}, "--input", written(t, "in.json", fullRequest))
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
			c.sees(formValues...)
		})
	}
}

// The Authorization header must not reach another host.
func TestARedirectToAnotherHostIsNotFollowed(t *testing.T) {
	var visited atomic.Bool
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { visited.Store(true) }))
	defer other.Close()
	for _, status := range []int{301, 302, 307, 308} {
		env := server(t, onLinks(always, func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, other.URL+"/take", status)
		}))
		r := (&run{env: env, in: fullRequest}).do("create")
		if r.status != cli.ExitFailed || visited.Load() {
			t.Errorf("%d: status %d, visited %t: %q", status, r.status, visited.Load(), r.err)
		}
	}
}

func TestAnUntrustedCertificateIsRefused(t *testing.T) {
	box, err := sandbox.New(sandbox.Config{})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewUnstartedServer(box)
	s.Config.ErrorLog = quiet()
	s.StartTLS() // with a certificate that no authority has signed
	defer s.Close()
	r := (&run{
		env: map[string]string{
			"KLAVI_API_BASE": s.URL, "KLAVI_ACCESS_KEY": "demo-access-key", "KLAVI_SECRET_KEY": "demo-secret-key",
		},
		in: fullRequest,
	}).do("create")
	if r.status != cli.ExitFailed || r.out != "" {
		t.Errorf("%d %q %q", r.status, r.out, r.err)
	}
}
