package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/ui/text"
)

// browsing is a browser that keeps what it was asked to open.
type browsing struct {
	opened []string
	err    error
}

// open opens an address.
func (b *browsing) open(address string) error {
	b.opened = append(b.opened, address)
	return b.err
}

// atHost is a line of create --json for a link at a host, with a path that is its ID.
func atHost(id, host string) string {
	return strings.Replace(result(id, "t"), "https://conecte.klavi.ai/x", "https://"+host+"/"+id, 1)
}

func TestOpenOpensTheLinkOfAKnownHost(t *testing.T) {
	config := filepath.Join(t.TempDir(), "config.toml")
	toml := "[profiles.loja]\nlink_hosts = [\"links.loja.example\"]\n"
	if err := os.WriteFile(config, []byte(toml), 0o600); err != nil {
		t.Fatal(err)
	}
	words := &text.For("en").CLI.Tools
	ours := "https://conecte.klavi.ai/"
	one := atHost("a", "conecte.klavi.ai")
	two := one + atHost("b", "conecte.klavi.ai")
	over := strings.Replace(one, "12:30", "12:00", 1)
	for name, tt := range map[string]struct {
		in     string
		args   []string
		opened []string
		err    string
		status int
	}{
		"a result":      {one, nil, []string{ours + "a"}, "expires at 12:30:00.", ExitOK},
		"a URL":         {ours + "a?v=t\n", nil, []string{ours + "a?v=t"}, words.Opened, ExitOK},
		"a known host":  {atHost("a", "links.loja.example"), nil, []string{"https://links.loja.example/a"}, "", ExitOK},
		"a dash":        {ours + "a", []string{"-"}, []string{ours + "a"}, words.Opened, ExitOK},
		"after others":  {"{}\n\n" + `{"index":0,"linkId":"a","status":"x"}` + "\n" + ours, nil, []string{ours}, "", ExitOK},
		"the first one": {two, nil, []string{ours + "a"}, words.OpenMore, ExitOK},
		"by its ID":     {two, []string{"b"}, []string{ours + "b"}, "", ExitOK},
		"of the demo":   {"http://127.0.0.1:4000/x", []string{"--demo"}, []string{"http://127.0.0.1:4000/x"}, "", ExitOK},

		"no such ID":      {one, []string{"b"}, nil, "The link b is not in the input.", ExitUsage},
		"nothing":         {"", nil, nil, words.OpenNone, ExitUsage},
		"no link":         {"{}\n", nil, nil, words.OpenNone, ExitUsage},
		"no URL":          {`{"linkId":"a","linkURL":"x"}`, nil, nil, words.OpenNoURL, ExitUsage},
		"a script":        {"javascript://x", nil, nil, words.OpenNoURL, ExitUsage},
		"a file":          {"file:///etc/passwd", nil, nil, words.OpenNoURL, ExitUsage},
		"something else":  {"hello you", nil, nil, "Line 1:", ExitUsage},
		"a foreign host":  {atHost("a", "evil.example"), nil, nil, "evil.example", ExitFailed},
		"one that poses":  {atHost("a", "klavi.ai.evil.example"), nil, nil, "klavi.ai.evil.example", ExitFailed},
		"plain http":      {"http://conecte.klavi.ai/x", nil, nil, words.OpenUnsafe, ExitFailed},
		"this machine":    {"https://localhost/x", nil, nil, words.OpenUnsafe, ExitFailed},
		"the demo's":      {"http://127.0.0.1:4000/x", nil, nil, words.OpenUnsafe, ExitFailed},
		"two IDs":         {ours, []string{"a", "b"}, nil, "Unexpected argument: b", ExitUsage},
		"one that's over": {over, nil, nil, "12:00:00", ExitUsage},
	} {
		b := &browsing{}
		env := Env{Transport: untouched(t), OpenURL: b.open, ConfigFile: config}
		r := commanded(t.Context(), env, tt.in, append([]string{"open", "--lang", "en"}, tt.args...)...)
		if r.status != tt.status || r.out != "" || !slices.Equal(b.opened, tt.opened) || !strings.Contains(r.err, tt.err) {
			t.Errorf("%s: %d %q, opened %q", name, r.status, r.err, b.opened)
		}
		if strings.Contains(r.err, "v=t") || strings.Contains(r.err, "ai/a") {
			t.Errorf("%s: the URL is on standard error: %q", name, r.err)
		}
	}
}

func TestOpenSaysThatNoBrowserOpened(t *testing.T) {
	broken := &browsing{err: errors.New("https://secret.example")}
	for name, open := range map[string]func(string) error{"none": nil, "a broken one": broken.open} {
		r := commanded(t.Context(), Env{OpenURL: open}, atHost("a", "klavi.ai"), "open")
		if r.status != ExitFailed || r.err != text.For("pt").CLI.Tools.OpenNoBrowser+"\n" {
			t.Errorf("%s: %d %q", name, r.status, r.err)
		}
	}
}

// create --wait writes the link long before it ends.
func TestOpenOpensALinkWhileItsWriterGoesOnAndReadsToTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in, out := io.Pipe()
		b := &browsing{}
		done := make(chan int)
		go func() {
			env := Env{In: in, Out: io.Discard, Err: io.Discard, OpenURL: b.open, Clock: bubble{time.Now()}, Getenv: getenv()}
			done <- Run(t.Context(), env, []string{"open"})
		}()
		_, _ = io.WriteString(out, "https://klavi.ai/x\n")
		synctest.Wait()
		if len(b.opened) != 1 {
			t.Error("it waits for the end")
		}
		for range 3 {
			if _, err := io.WriteString(out, strings.Repeat("x", 1<<20)+"\n"); err != nil {
				t.Errorf("the writer is cut off: %v", err)
			}
		}
		_ = out.Close()
		if status := <-done; status != ExitOK {
			t.Errorf("status %d", status)
		}
	})
}

func TestOpenAsksForTheLinkOnATerminalWithoutShowingIt(t *testing.T) {
	b := &browsing{}
	answers := []string{"x", " https://klavi.ai/x "}
	env := Env{InTerminal: true, OpenURL: b.open, ReadSecret: func(context.Context) (string, error) {
		answer := answers[0]
		answers = answers[1:]
		return answer, nil
	}}
	r := commanded(t.Context(), env, "", "open")
	if r.status != ExitOK || !slices.Equal(b.opened, []string{"https://klavi.ai/x"}) ||
		strings.Count(r.err, text.For("pt").CLI.Tools.AskLink) != 2 || strings.Contains(r.err, "klavi.ai/x") {
		t.Errorf("%d %q %q", r.status, b.opened, r.err)
	}
	name := filepath.Join(t.TempDir(), "links.jsonl")
	if err := os.WriteFile(name, []byte(atHost("a", "klavi.ai")), 0o600); err != nil {
		t.Fatal(err)
	}
	if r = commanded(t.Context(), env, "", "open", "--input", name); r.status != ExitOK || len(b.opened) != 2 {
		t.Errorf("a file: %d %q", r.status, r.err)
	}
}
