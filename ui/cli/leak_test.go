package cli_test

import (
	"bytes"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"klavilink/klavi/sandbox"
	"klavilink/ui/cli"
)

// tokens is a transport that records every token and URL that a server sends.
type tokens struct {
	mu   sync.Mutex
	seen []string
}

// RoundTrip carries a request and reads the response's body.
func (k *tokens) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(resp.Body)
	_ = resp.Body.Close()
	resp.Body = io.NopCloser(strings.NewReader(string(b)))
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, name := range []string{`"accessToken":"`, `"linkToken":"`, `"linkURL":"`} {
		if _, rest, ok := strings.Cut(string(b), name); ok {
			token, _, _ := strings.Cut(rest, `"`)
			k.seen = append(k.seen, token)
		}
	}
	return resp, err
}

// The test makes one link with known secrets and a known customer, and uses everything
// that writes a file: the log, the cache and the page. Then it looks for the secrets and
// the customer's data in all files and on standard error.
func TestNoFileHoldsSecretsOrCustomersData(t *testing.T) {
	env := server(t, nil)
	home := t.TempDir()
	for _, name := range []string{
		"HOME", "TMPDIR", "TMP", "TEMP", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
		"USERPROFILE", "LocalAppData", "AppData",
	} {
		folder := filepath.Join(home, strings.ToLower(name))
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv(name, folder)
	}
	in := filepath.Join(t.TempDir(), "in.json") // outside home, because it is input
	customer := `{"email":"ana.souza@exemplo.com.br","phone":"11987654321","externalInfo":{"k":"protocolo-7"}}`
	if err := os.WriteFile(in, []byte(customer), 0o600); err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(home, "debug.log")
	transport := &tokens{}
	var pages []string
	c := sit(t, cli.Env{
		Getenv:     func(k string) string { return env[k] },
		Transport:  transport,
		Home:       home,
		ConfigFile: filepath.Join(home, "config", "config.toml"),
		CacheDir:   filepath.Join(home, "cache"),
		PageDirs:   []string{filepath.Join(home, "cache", "pages")},
		OpenFile:   func(path string) error { pages = append(pages, path); return nil },
		Clipboard:  func(string) error { return nil },
		OpenURL:    func(string) error { return nil },
	}, "--input", in, "--debug", log)
	c.sees("CPF ou CNPJ")
	c.screen.Type("52998224725\x13")
	c.sees("Confira o que")
	c.screen.Type("\x12")
	c.sees("529.982.247-25")
	c.screen.Type("\r")
	c.sees("restam")
	url, err := c.screen.Code()
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []struct{ types, sees string }{
		{"c", "opiad"}, {"t", "Mensagem para o cliente"}, {"c", "opiad"},
	} {
		c.screen.Type(key.types)
		c.sees(key.sees)
	}
	c.screen.Type("\x1b")
	c.sees("Link pronto")
	c.screen.Type("o")
	c.sees("some quando o link vencer")

	private := []string{
		"52998224725", "529.982.247", "ana.souza", "987654321", "98765-4321", "protocolo-7", url, url[len(url)-60:],
		sandbox.DemoAccessKey.Reveal(), sandbox.DemoSecretKey.Reveal(),
	}
	transport.mu.Lock()
	private = append(private, transport.seen...)
	transport.mu.Unlock()
	if len(private) < 13 {
		t.Fatalf("only %d secrets known", len(private))
	}
	files := 0
	search := func(when string) {
		t.Helper()
		err := filepath.WalkDir(home, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			files++
			b, err := os.ReadFile(path)
			for _, p := range private {
				if strings.Contains(string(b), p) || strings.Contains(path, p) {
					t.Errorf("%s: %.12q is in %s", when, p, filepath.Base(path))
				}
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
	search("while the link lives")
	if files < 2 || len(pages) != 1 { // the log and the page
		t.Errorf("%d files, %d pages", files, len(pages))
	}
	c.screen.Type("\x03")
	c.sees("Para sair, ctrl+c de novo")
	c.screen.Type("\x03")
	c.ends()
	search("afterwards")
	if b, err := os.ReadFile(pages[0]); err != nil || bytes.Contains(b, []byte("<img")) {
		t.Errorf("the code is still in the page: %v", err)
	}
	if said := c.errors.String(); said != "" {
		t.Errorf("on standard error: %q", said)
	}
	b, err := os.ReadFile(log)
	for _, want := range []string{`"path":"/data/v1/links"`, `"to":"link"`, `"status":`} {
		if err != nil || !strings.Contains(string(b), want) {
			t.Errorf("no %s in the log: %v\n%s", want, err, b)
		}
	}
}
