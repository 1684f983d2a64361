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

// run is a command line with its environment and, after do, its output and status.
type run struct {
	env        map[string]string
	in         string
	configFile string
	home       string
	keyring    cli.Keyring
	transport  http.RoundTripper
	program    func(context.Context, []string) ([]byte, error)
	editor     func(context.Context, []string) error
	terminal   bool // standard input is a terminal
	open       func(string) error

	out, err string
	status   int
}

// do runs klavilink with the arguments and returns r.
func (r *run) do(args ...string) *run {
	var out, errs bytes.Buffer
	r.status = cli.Run(context.Background(), cli.Env{
		In: strings.NewReader(r.in), Out: &out, Err: &errs, InTerminal: r.terminal,
		Getenv: func(k string) string { return r.env[k] },
		Clock:  clock.System{}, Build: cli.Build{Version: "test"},
		ConfigFile: r.configFile, Home: r.home, Keyring: r.keyring,
		Transport: r.transport, Run: r.program, OpenURL: r.open, Edit: r.editor,
	}, args)
	r.out, r.err = out.String(), errs.String()
	return r
}

// lines decodes standard output, which holds one JSON object a line.
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

// server starts a sandbox and returns the environment variables for using it. wrap, if
// it is not nil, changes how the sandbox answers.
func server(t *testing.T, wrap func(http.Handler) http.Handler) map[string]string {
	t.Helper()
	return serverOf(t, sandbox.Config{Now: time.Now}, wrap)
}

// serverOf is [server] for a sandbox with a configuration.
func serverOf(t *testing.T, cfg sandbox.Config, wrap func(http.Handler) http.Handler) map[string]string {
	t.Helper()
	box, err := sandbox.New(cfg)
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
		"KLAVI_API_BASE":   s.URL,
		"KLAVI_ACCESS_KEY": sandbox.DemoAccessKey.Reveal(),
		"KLAVI_SECRET_KEY": sandbox.DemoSecretKey.Reveal(),
	}
}

// to is a transport that sends every request to this base URL, whatever its host is. Those
// to the demo, which is on this machine, go where they should.
type to string

func (base to) RoundTrip(r *http.Request) (*http.Response, error) {
	there, err := url.Parse(string(base))
	if err != nil {
		return nil, err
	}
	if r.URL.Hostname() == there.Hostname() {
		return http.DefaultTransport.RoundTrip(r)
	}
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host, r.Host = there.Scheme, there.Host, there.Host
	return http.DefaultTransport.RoundTrip(r)
}

// quiet returns a log that discards the errors of a server whose certificate the client
// refuses.
func quiet() *log.Logger { return log.New(io.Discard, "", 0) }
