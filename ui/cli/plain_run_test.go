package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/klavi/sandbox"
)

// interruption stands for ctrl+c among the answers.
const interruption = "^C"

// sitting is a run of the plain questions: what is typed, and what the customer and the
// API do. Its time jumps to the next timer.
type sitting struct {
	args     []string
	config   string   // the content of config.toml
	input    string   // the content of the file for --input, or empty
	answers  []string // each is typed when it is asked for
	piped    bool     // the answers come from a pipe
	story    sandbox.Story
	leaves   time.Duration // the agent presses ctrl+c so long after the start, unless it is zero
	refuse   map[int]string
	terminal bool // standard output is a terminal too
	env      map[string]string
	size     [2]int // of the window, zeros if it is not known
}

// transcript is what a terminal shows: what is written, with what is typed where it was
// asked for.
type transcript struct {
	mu     sync.Mutex
	text   strings.Builder
	typist []string
	pipe   bool // what is typed does not show
	ctx    context.Context
	cancel func()
	status int
	out    strings.Builder // standard output alone
	sent   string          // the last request for a link
}

func (t *transcript) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.Write(p)
}

// Read types the next answer.
func (t *transcript) Read(p []byte) (int, error) {
	if len(t.typist) == 0 {
		if !t.pipe {
			_, _ = t.Write([]byte("[nobody answers]"))
			t.cancel()
		}
		return 0, io.EOF
	}
	next := t.typist[0]
	t.typist = t.typist[1:]
	if next == interruption {
		_, _ = t.Write([]byte(next))
		t.cancel()
		return 0, io.EOF
	}
	_, _ = t.Write([]byte(next + "\n"))
	return copy(p, next+"\n"), nil
}

// stdout is the part of a transcript that goes to standard output.
type stdout struct{ *transcript }

func (s stdout) Write(p []byte) (int, error) {
	_, _ = s.out.Write(p)
	return s.transcript.Write(p)
}

// inside carries requests to a handler without a network. The answers in refuse take the
// place of those of the handler, by the number of the request for a link. An answer that
// is empty is none at all.
type inside struct {
	handler http.Handler
	refuse  map[int]string
	links   int
	sent    []byte // the last request for a link
}

func (i *inside) RoundTrip(r *http.Request) (*http.Response, error) {
	if strings.HasSuffix(r.URL.Path, "/links") {
		i.links++
		i.sent, _ = io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(i.sent))
		if answer, ok := i.refuse[i.links]; ok {
			if answer == "" {
				return nil, errors.New("connection refused")
			}
			w := httptest.NewRecorder()
			var status int
			_, _ = fmt.Sscan(answer, &status)
			w.WriteHeader(status)
			_, _ = w.WriteString(answer[4:])
			return w.Result(), nil
		}
	}
	w := httptest.NewRecorder()
	i.handler.ServeHTTP(w, r)
	return w.Result(), nil
}

// runs runs the plain questions.
func (s sitting) runs(t *testing.T, lang string) (r *transcript) {
	t.Helper()
	folder := t.TempDir()
	file, input := filepath.Join(folder, "config.toml"), filepath.Join(folder, "input.json")
	for name, content := range map[string]string{file: s.config, input: s.input} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	args := append([]string{"--plain", "--lang", lang}, s.args...)
	if s.input != "" {
		args = append(args, "--input", input)
	}
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		clock := bubble{time.Now()}
		box, err := sandbox.New(sandbox.Config{
			Now: time.Now, Story: s.story, Sleep: waits(clock), PageBase: "https://conecte.klavi.ai",
			AccessKey: "access", SecretKey: "secret",
		})
		if err != nil {
			t.Fatal(err)
		}
		go box.Run(ctx)
		r = &transcript{typist: s.answers, pipe: s.piped, ctx: ctx, cancel: cancel}
		if s.leaves > 0 {
			time.AfterFunc(s.leaves, func() { _, _ = r.Write([]byte(interruption)); cancel() })
		}
		api := &inside{handler: box, refuse: s.refuse}
		keys := []string{"KLAVI_ACCESS_KEY", "access", "KLAVI_SECRET_KEY", "secret"}
		for name, value := range s.env {
			keys = append(keys, name, value)
		}
		env := Env{
			Chance: func() float64 { return 0.4 }, // no look is due when the story goes on
			In:     r, Out: stdout{r}, Err: r, InTerminal: !s.piped, ErrTerminal: true, OutTerminal: s.terminal,
			Clock: clock, ConfigFile: file, Transport: api, Getenv: getenv(keys...),
			Zone: time.FixedZone("BRT", -3*60*60),
		}
		if s.size[0] > 0 {
			env.Size = func() (int, int, error) { return s.size[0], s.size[1], nil }
		}
		r.status = Run(ctx, env, args)
		r.sent = string(api.sent)
		cancel()
		time.Sleep(time.Hour) // for the waits that were left to themselves
	})
	return r
}

var linkURL = regexp.MustCompile(`https://conecte\.klavi\.ai/path\?v=\S+`)

// String returns the transcript. A link is different each time.
func (t *transcript) String() string {
	text := linkURL.ReplaceAllString(t.text.String(), "[link]")
	return fmt.Sprintf("%s\nexit status %d\n", strings.TrimSuffix(text, "\n"), t.status)
}

var _ http.RoundTripper = (*inside)(nil)
