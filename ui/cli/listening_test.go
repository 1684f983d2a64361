package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"klavilink/klavi/callback"
	"klavilink/klavi/sandbox"
	"klavilink/ui/cli"
	"klavilink/ui/clock"
)

// output is a stream that a test reads while a command writes.
type output struct {
	mu      sync.Mutex
	b       bytes.Buffer
	changed chan struct{}
}

func newOutput() *output { return &output{changed: make(chan struct{}, 1)} }

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	select {
	case o.changed <- struct{}{}:
	default:
	}
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// has waits until the output has a text.
func (o *output) has(t *testing.T, want string) {
	t.Helper()
	limit := time.After(time.Minute)
	for !strings.Contains(o.String(), want) {
		select {
		case <-o.changed:
		case <-limit:
			t.Fatalf("no %q in %q", want, o.String())
		}
	}
}

// ear is a running klavilink listen that writes into a pipe.
type ear struct {
	address  string
	out, err *output
	end      context.CancelFunc
	status   chan int
}

func listening(t *testing.T, env map[string]string, args ...string) *ear {
	t.Helper()
	ctx, end := context.WithCancel(t.Context())
	e := &ear{out: newOutput(), err: newOutput(), end: end, status: make(chan int, 1)}
	go func() {
		e.status <- cli.Run(ctx, cli.Env{
			In: strings.NewReader(""), Out: e.out, Err: e.err, Clock: clock.System{},
			Getenv: func(k string) string { return env[k] },
		}, append([]string{"listen", "--on", "127.0.0.1:0", "--lang", "en"}, args...))
	}()
	t.Cleanup(end)
	e.err.has(t, "Receiving at http://127.0.0.1:")
	e.address = regexp.MustCompile(`http://\S+`).FindString(e.err.String())
	return e
}

// lines ends the command and returns the lines that it printed.
func (e *ear) lines(t *testing.T) (list []map[string]any) {
	t.Helper()
	e.end()
	if got := <-e.status; got != cli.ExitAbandoned {
		t.Errorf("exit status %d", got)
	}
	for line := range strings.Lines(e.out.String()) {
		var v map[string]any
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		list = append(list, v)
	}
	return list
}

func TestListenJudgesWhatTriggerSends(t *testing.T) {
	for name, tt := range map[string]struct {
		listen, trigger []string
		status          int
		verdicts        string
	}{
		"good":                    {[]string{"--demo"}, []string{"consent_authorised"}, cli.ExitOK, "good"},
		"a report":                {[]string{"--demo"}, []string{"pj_loans"}, cli.ExitOK, "good"},
		"tampered":                {[]string{"--demo"}, []string{"link_created", "--tampered"}, cli.ExitOK, "forged"},
		"unsigned":                {[]string{"--demo"}, []string{"link_created", "--unsigned"}, cli.ExitOK, "unsigned"},
		"replayed":                {[]string{"--demo"}, []string{"link_created", "--replayed"}, cli.ExitOK, "good repeat"},
		"not checked":             {nil, []string{"link_created"}, cli.ExitOK, "not checked"},
		"tampered, not checked":   {nil, []string{"link_created", "--tampered"}, cli.ExitFailed, "not checked"},
		"an event of Klavi's own": {[]string{"--demo"}, []string{"app_loaded"}, cli.ExitOK, "good"},
	} {
		e := listening(t, nil, tt.listen...)
		r := (&run{}).do(append([]string{"trigger", "--to", e.address, "--link", "the-link"}, tt.trigger...)...)
		var verdicts []string
		for _, line := range e.lines(t) {
			verdicts = append(verdicts, line["verdict"].(string))
			if line["event"] != tt.trigger[0] || line["linkId"] != "the-link" && tt.trigger[0] != "app_loaded" {
				t.Errorf("%s: %v", name, line)
			}
		}
		if r.status != tt.status || strings.Join(verdicts, " ") != tt.verdicts {
			t.Errorf("%s: exit status %d, %v\n%s%s", name, r.status, verdicts, r.out, r.err)
		}
	}
}

// The environment has keys, so both commands use them.
func TestListenAndTriggerUseTheUsersOwnSecretKey(t *testing.T) {
	env := map[string]string{"KLAVI_ACCESS_KEY": "a", "KLAVI_SECRET_KEY": "my-own-key"}
	e := listening(t, env)
	(&run{env: env}).do("trigger", "link_created", "--to", e.address)
	body := `{"eventId":"1"}`
	r, err := http.NewRequest(http.MethodPost, e.address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set(callback.SignatureHeader, callback.Sign([]byte(body), sandbox.DemoSecretKey))
	if resp, err := http.DefaultClient.Do(r); err == nil {
		_ = resp.Body.Close()
	}
	if got := e.lines(t); len(got) != 2 || got[0]["verdict"] != "good" || got[1]["verdict"] != "forged" {
		t.Errorf("%v", got)
	}
	if said := e.out.String() + e.err.String(); strings.Contains(said, "my-own-key") {
		t.Errorf("the key was printed: %s", said)
	}
}

// The body of a sample has the numbers of its customer and the accounts of the report.
func TestListenPrintsNothingOfACustomerUnlessItIsAskedTo(t *testing.T) {
	for bodies, want := range map[bool]bool{false: false, true: true} {
		args := []string{"--demo"}
		if bodies {
			args = append(args, "--print-body")
		}
		e := listening(t, nil, args...)
		for _, name := range []string{"pf_checking_account", "consent_authorised"} {
			(&run{}).do("trigger", name, "--to", e.address)
			(&run{}).do("trigger", name, "--to", e.address, "--tampered")
		}
		e.lines(t)
		said := e.out.String() + e.err.String()
		for _, secret := range []string{"52998224725", "11222333000181", "Pessoa de Exemplo", "2500.0000", "signature"} {
			if strings.Contains(said, secret) != (want && secret != "signature") {
				t.Errorf("bodies %v, %q: %s", bodies, secret, said)
			}
		}
	}
}

func TestABodyThatIsTooLargeOrComesTooSlowlyIsRefused(t *testing.T) {
	e := listening(t, nil, "--demo")
	large := io.MultiReader(bytes.NewReader(make([]byte, 10<<20))) // its length is not announced
	resp, err := http.Post(e.address, "application/json", large)
	if err == nil { // a server may hang up while the client sends
		_ = resp.Body.Close()
		if resp.StatusCode != http.StatusRequestEntityTooLarge {
			t.Errorf("10 MiB: %s", resp.Status)
		}
	}
	c, err := net.Dial("tcp", strings.TrimPrefix(e.address, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.WriteString(c, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
	_ = c.(*net.TCPConn).CloseWrite()
	_, _ = io.ReadAll(c)
	_ = c.Close()
	got := e.lines(t)
	if len(got) != 2 || got[0]["verdict"] != "too large" || got[1]["verdict"] != "cut off" {
		t.Errorf("%v", got)
	}
}

func TestListenOnAnAddressOfNoUseIsAUsageError(t *testing.T) {
	for _, args := range [][]string{
		{"listen", "--on", "nowhere"},
		{"listen", "--forward", "http://example.com/x"},
		{"listen", "--forward", "ftp://a"},
		{"trigger", "link_created", "--to", "http://example.com"},
		{"trigger"},
		{"trigger", "nothing"},
		{"trigger", "link_created", "more"},
		{"trigger", "link_created", "--link", "a b"},
		{"trigger", "link_created", "--slow", "--unsigned"},
	} {
		if r := (&run{}).do(args...); r.status != cli.ExitUsage || r.err == "" {
			t.Errorf("%v: %d %q", args, r.status, r.err)
		}
	}
}

func TestTriggerListsAndCompletesWhatThereIs(t *testing.T) {
	want := strings.Join(sandbox.CallbackNames(), "\n") + "\n"
	if r := (&run{}).do("trigger", "--list"); r.status != cli.ExitOK || r.out != want {
		t.Errorf("%d %q", r.status, r.out)
	}
	if r := (&run{}).do("__complete", "trigger", "consent_a"); !strings.Contains(r.out, "consent_authorised") {
		t.Errorf("%q", r.out)
	}
}

// pythonReceiver verifies the signature by itself and prints its port, then a line for
// each callback.
const pythonReceiver = `
import hashlib, hmac, http.server, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        want = hmac.new(sys.argv[1].encode(), body, hashlib.sha256).hexdigest()
        good = hmac.compare_digest(want, self.headers["X-Klavi-Signature"])
        self.send_response(204 if good else 401)
        self.end_headers()
    def log_message(self, *_):
        pass
server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
print("port", server.server_port, "ready", flush=True)
server.serve_forever()
`

func TestWhatIsHandedOnIsVerifiedByAReceiverInPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3 to receive with")
	}
	out := newOutput()
	cmd := exec.CommandContext(t.Context(), python, "-c", pythonReceiver, sandbox.DemoSecretKey.Reveal())
	cmd.Stdout = out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	out.has(t, "ready")
	port := strings.Fields(out.String())[1]
	e := listening(t, nil, "--demo", "--forward", "http://127.0.0.1:"+port)
	for _, name := range []string{"pf_checking_account", "consent_authorised"} {
		(&run{}).do("trigger", name, "--to", e.address)
		e.out.has(t, name)
	}
	lines := e.lines(t)
	for _, line := range lines {
		forward := line["forward"].(map[string]any)
		if forward["status"] != 204.0 || forward["tries"] != 1.0 {
			t.Errorf("%v", line)
		}
	}
	if len(lines) != 2 {
		t.Errorf("%v", lines)
	}
}

func TestTheTableOfListenEndsByAKeyAndByASignal(t *testing.T) {
	for name, tt := range map[string]struct {
		end  func(*terminal)
		want int
	}{
		"a key":    {func(c *terminal) { c.screen.Type("q") }, cli.ExitOK},
		"a signal": {func(c *terminal) { c.end() }, cli.ExitAbandoned},
	} {
		c := sit(t, cli.Env{}, "listen", "--demo", "--on", "127.0.0.1:0")
		shown := c.sees("Nada chegou ainda.")
		address := regexp.MustCompile(`http://\S+`).FindString(shown)
		(&run{}).do("trigger", "link_created", "--to", address)
		c.sees("link_created", "✓ confere")
		c.screen.Type("\r")
		if shown := c.sees(callback.SignatureHeader, "só aparece com"); strings.Contains(shown, "52998224725") {
			t.Errorf("%s: %s", name, shown)
		}
		tt.end(c)
		if got := c.ends(); got != tt.want {
			t.Errorf("%s: exit status %d", name, got)
		}
	}
}
