package cli_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"klavilink/klavi/sandbox"
	"klavilink/ui/cli"
)

// pagesAt starts a sandbox whose links open at a host.
func pagesAt(t *testing.T, base string) map[string]string {
	t.Helper()
	return serverOf(t, sandbox.Config{Now: time.Now, PageBase: base}, nil)
}

func TestAForeignHostIsNamedOnStandardError(t *testing.T) {
	const warning = "Este link abre em links.evil.example. Esse endereço não é da Klavi"
	env := pagesAt(t, "https://links.evil.example")
	known := written(t, "config.toml", "[profiles.loja]\nlink_hosts = [\"evil.example\"]")
	other := written(t, "config.toml", "[profiles.loja]\nlink_hosts = [\"loja.example\"]")
	for _, tt := range []struct {
		name, config, in string
		args             []string
		warned           bool
	}{
		{"create", "", request, []string{"create"}, true},
		{"create --json", "", request, []string{"create", "--json"}, true},
		{"plain", "", "52998224725\n\n\n\n\n", []string{"--plain"}, true},
		{"create, another partner's host", other, request, []string{"create"}, true},
		{"create, the partner's host", known, request, []string{"create", "--json"}, false},
		{"plain, the partner's host", known, "52998224725\n\n\n\n\n", []string{"--plain"}, false},
	} {
		r := (&run{env: env, in: tt.in, configFile: tt.config}).do(tt.args...)
		if r.status != cli.ExitOK || strings.Contains(r.err, warning) != tt.warned || strings.Contains(r.out, "abre") ||
			strings.Count(r.out, "\n") != 1 {
			t.Errorf("%s: %d %q %q", tt.name, r.status, r.out, r.err)
		}
	}
}

func TestTheWizardNamesAForeignHostUnlessItIsThePartners(t *testing.T) {
	env := pagesAt(t, "https://links.evil.example")
	getenv := func(k string) string { return env[k] }
	for config, warned := range map[string]bool{
		"": true,
		"[profiles.loja]\nlink_hosts = [\"evil.example\"]": false,
	} {
		c := sit(t, cli.Env{ConfigFile: written(t, "config.toml", config), Getenv: getenv})
		c.sees("CPF ou CNPJ")
		c.screen.Type("52998224725\x13")
		c.sees("Confira")
		c.screen.Type("\r")
		if shown := c.sees("restam"); strings.Contains(shown, "Este link abre em") != warned {
			t.Errorf("%q:\n%s", config, shown)
		}
	}
}

func TestAnUnsafeLinkIsNotPrinted(t *testing.T) {
	env := server(t, func(http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"accessToken":"t","linkId":"1","linkToken":"t","linkURL":"http://127.0.0.1:22/"}`)
		})
	})
	base := env["KLAVI_API_BASE"]
	delete(env, "KLAVI_API_BASE") // the address is Klavi's, and the transport leads to the server
	for lang, words := range map[string]string{"pt": "link inseguro", "en": "unsafe link"} {
		r := (&run{env: env, in: request, transport: to(base)}).do("create", "--json", "--lang", lang)
		e, _ := r.lines(t)[0]["error"].(map[string]any)
		message, _ := e["message"].(string)
		if r.status != cli.ExitFailed || e["kind"] != "unsafe" || !strings.Contains(message, words) ||
			!strings.Contains(message, "KLAVI_API_BASE") || strings.Contains(r.out+r.err, "127.0.0.1") {
			t.Errorf("%s: %d %s %s", lang, r.status, r.out, r.err)
		}
		r = (&run{env: env, in: request, transport: to(base)}).do("create", "--lang", lang)
		if r.status != cli.ExitFailed || r.out != "" || !strings.Contains(r.err, words) {
			t.Errorf("%s: %d %s %s", lang, r.status, r.out, r.err)
		}
	}
}
