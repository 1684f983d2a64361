package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"klavilink/klavi/sandbox"
	"klavilink/ui/cli"
	"klavilink/ui/clock"
)

// run is a command line and what came of it.
type run struct {
	env        map[string]string
	in         string
	configFile string
	home       string
	keyring    cli.Keyring
	transport  http.RoundTripper
	program    func(context.Context, []string) ([]byte, error)
	terminal   bool // standard input is a person's

	out, err string
	status   int
}

func (r *run) do(args ...string) *run {
	var out, errs bytes.Buffer
	r.status = cli.Run(context.Background(), cli.Env{
		In: strings.NewReader(r.in), Out: &out, Err: &errs, InTerminal: r.terminal,
		Getenv: func(k string) string { return r.env[k] }, Clock: clock.System{}, Build: cli.Build{Version: "test"}, ConfigFile: r.configFile, Home: r.home, Keyring: r.keyring, Transport: r.transport, Run: r.program,
	}, args)
	r.out, r.err = out.String(), errs.String()
	return r
}

// lines decodes the JSON objects on standard output, one a line.
func (r *run) lines(t *testing.T) []map[string]any {
	t.Helper()
	var list []map[string]any
	for line := range strings.Lines(r.out) {
		var v map[string]any
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		list = append(list, v)
	}
	return list
}

// server runs a sandbox and gives the environment of a partner of it.
func server(t *testing.T, wrap func(http.Handler) http.Handler) map[string]string {
	t.Helper()
	box, err := sandbox.New(sandbox.Config{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	var h http.Handler = box
	if wrap != nil {
		h = wrap(box)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return map[string]string{
		"KLAVI_API_BASE": s.URL, "KLAVI_ACCESS_KEY": sandbox.DemoAccessKey.Reveal(), "KLAVI_SECRET_KEY": sandbox.DemoSecretKey.Reveal(),
	}
}

// to sends every request to a server, whatever its host was.
type to string

func (base to) RoundTrip(r *http.Request) (*http.Response, error) {
	there, err := url.Parse(string(base))
	if err != nil {
		return nil, err
	}
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host, r.Host = there.Scheme, there.Host, there.Host
	return http.DefaultTransport.RoundTrip(r)
}

// quiet is a log for servers that are refused on purpose.
func quiet() *log.Logger { return log.New(io.Discard, "", 0) }
