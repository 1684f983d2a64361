package cli_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"klavilink/ui/cli"
)

// fullProfile is a profile that has everything that a link can have.
const fullProfile = `[profiles.loja]
environment = "%s"
company = "Loja Exemplo"
contact = "4000-1234"
message = "{empresa}: {link}"
institution = "341"
redirect_url = "https://loja.example/volta"
callbacks = { all = "https://loja.example/relatorios" }
app_link = "https://loja.example/app"
app_redirect_url_key = "retorno"
ticket_key = "protocolo"
`

// walk counts the keys that an agent presses.
type walk struct {
	*terminal
	keys int
}

// press sends a key.
func (w *walk) press(key string) {
	w.keys++
	w.screen.Type(key)
}

// types sends the digits of a document, which the agent cannot save.
func (w *walk) types(digits string) { w.screen.Type(digits) }

// With a profile the way to the code is the eleven digits of a CPF and ctrl+s and enter. In
// production, where the first link is asked for twice, it is one enter more.
func TestWithAProfileTheWayToTheCodeIsElevenDigitsAndAtMostThreeKeys(t *testing.T) {
	for environment, most := range map[string]int{"sandbox": 2, "production": 3} {
		t.Run(environment, func(t *testing.T) {
			var sent atomic.Pointer[map[string]any]
			env := server(t, func(next http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					body, _ := io.ReadAll(r.Body)
					var fields map[string]any
					if json.Unmarshal(body, &fields) == nil && fields["personalTaxId"] != nil && r.Method == http.MethodPost {
						sent.CompareAndSwap(nil, &fields)
					}
					r.Body = io.NopCloser(bytes.NewReader(body))
					next.ServeHTTP(w, r)
				})
			})
			file := written(t, "config.toml", strings.Replace(fullProfile, "%s", environment, 1))
			c := sit(t, cli.Env{ConfigFile: file, Getenv: func(k string) string { return env[k] }})
			c.sees("CPF ou CNPJ", "Protocolo")
			way := &walk{terminal: c}
			way.types("52998224725")
			c.sees("529.982.247-25")
			way.press("\x13")
			shown := c.sees("Confira", "https://loja.example/volta", "all → https://loja.example/relatorios", "Itaú")
			if !strings.Contains(shown, "https://loja.example/app") {
				t.Errorf("the app is not shown:\n%s", shown)
			}
			way.press("\r")
			if environment == "production" {
				c.sees("Enter de novo cria o link")
				way.press("\r")
			}
			c.sees("restam")
			if _, err := c.screen.Code(); err != nil {
				t.Error(err)
			}
			if way.keys > most {
				t.Errorf("%d keys after the digits, want %d at most", way.keys, most)
			}
			fields := *sent.Load()
			for name, want := range map[string]any{
				"institutionCode": "341", "redirectURL": "https://loja.example/volta", "appLink": "https://loja.example/app",
				"appRedirectURLKey": "retorno",
			} {
				if fields[name] != want {
					t.Errorf("%s: %v, want %v", name, fields[name], want)
				}
			}

			// The next customer needs no more.
			c.screen.Type("n")
			c.sees("CPF ou CNPJ", "Protocolo")
			way.keys = 0
			way.types("52998224725")
			c.sees("529.982.247-25")
			way.press("\x13")
			c.sees("Confira", "https://loja.example/volta")
			way.press("\r")
			c.sees("restam")
			if way.keys > 2 {
				t.Errorf("the next customer: %d keys", way.keys)
			}
		})
	}
}
