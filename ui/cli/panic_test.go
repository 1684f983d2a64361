package cli_test

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klavilink/ui/cli"
)

// The transport panics while a page is open. The program must restore the terminal and
// leave nothing secret on it.
func TestAPanicEndsWithAnErrorAndARestoredTerminal(t *testing.T) {
	env := server(t, nil)
	broken := make(chan struct{})
	var pages []string
	c := sit(t, cli.Env{
		Getenv:   func(k string) string { return env[k] },
		OpenFile: func(path string) error { pages = append(pages, path); return nil },
		PageDirs: []string{filepath.Join(t.TempDir(), "pages")},
		Transport: tripping(func(r *http.Request) (*http.Response, error) {
			select {
			case <-broken:
				panic("a fault of the program's own")
			default:
				return http.DefaultTransport.RoundTrip(r)
			}
		}),
	}, "--input", written(t, "in.json", fullRequest))
	c.sees("529.982.247-25")
	c.screen.Type("\x13")
	c.sees("Confira o que")
	c.screen.Type("\r")
	c.sees("restam")
	c.screen.Type("o")
	c.sees("some quando o link vencer")
	close(broken)
	c.screen.Type("n")
	c.sees("CPF ou CNPJ")
	c.screen.Type("11144477735\x13")
	c.sees("Confira o que")
	c.screen.Type("\r")
	if status := c.ends(); status != cli.ExitFailed {
		t.Errorf("exit status %d", status)
	}
	if len(pages) != 1 {
		t.Fatalf("%d pages were opened", len(pages))
	}
	if b, err := os.ReadFile(pages[0]); err != nil || bytes.Contains(b, []byte("<img")) {
		t.Errorf("the code is still in the page: %v", err)
	}
	raw := c.screen.Raw()
	if strings.LastIndex(raw, "\x1b[?1049l") < strings.LastIndex(raw, "\x1b[?1049h") {
		t.Error("left on the alternate screen")
	}
	after := raw[strings.LastIndex(raw, "\x1b[?1049l"):] + c.errors.String()
	for _, s := range secrets {
		if strings.Contains(after, s) {
			t.Errorf("%q is left on the screen", s)
		}
	}
}
