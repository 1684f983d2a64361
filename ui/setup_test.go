package ui_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/klavi/sandbox"
	"klavilink/ui"
	"klavilink/ui/draft"
	"klavilink/ui/internal/emulator"
	"klavilink/ui/screen"
	"klavilink/ui/text"
)

// Keys as a terminal sends them.
const (
	enter    = "\r"
	esc      = "\x1b"
	tab      = "\t"
	shiftTab = "\x1b[Z"
	up       = "\x1b[A"
	down     = "\x1b[B"
	right    = "\x1b[C"
	left     = "\x1b[D"
	pgDown   = "\x1b[6~"
	back     = "\x7f"
	ctrlC    = "\x03"
	ctrlL    = "\x0c"
	ctrlR    = "\x12"
	ctrlS    = "\x13"
	ctrlX    = "\x18"
)

// wizard is the program on an emulated screen.
type wizard struct {
	t       *testing.T
	screen  *emulator.Screen
	clock   *clock
	model   *ui.Model
	program *tea.Program
	rows    int // of the window
	ended   chan error
}

// setup says how the wizard of a test differs from the usual one.
type setup struct {
	cols, rows int
	light      bool
	profile    colorprofile.Profile // zero is TrueColor
	lang       text.Lang
	client     screen.Client // nil is a real client of a sandbox
	request    klavi.LinkRequest
	place      *screen.Place
	clock      *clock
	zone       *time.Location // nil is the tests' own
	clipboard  func(string) error
	paste      func() (string, error)
	pages      screen.Pages
	save       func(string, []byte) (string, error)
	graphics   emulator.Graphics
	answers    string // the name of the terminal; it does not answer if this is empty
	tmux       func(context.Context) (string, error)
	pixels     func() (int, int)
	environ    []string
	openURL    func(string) error
	remember   func([]directory.Institution) error
	company    string
	message    string
	defaults   klavi.LinkRequest
	ticketKey  string
	play       func(linkID, institutionCode string, s klavi.ConsentStatus) error
}

// demo returns the configuration of a demo that runs without a program.
func demo(cpf string) ui.Config {
	return ui.Config{
		Client: newAPI(), Clock: newClock(), Zone: brasilia(), Text: portuguese(),
		Place: screen.Place{Demo: true}, Data: draft.From(klavi.LinkRequest{PersonalTaxID: cpf}),
	}
}

func start(t *testing.T, s setup) *wizard {
	t.Helper()
	if s.cols == 0 {
		s.cols, s.rows = 120, 40
	}
	if s.profile == 0 {
		s.profile = colorprofile.TrueColor
	}
	if s.clock == nil {
		s.clock = newClock()
	}
	if s.zone == nil {
		s.zone = brasilia()
	}
	if s.client == nil {
		s.client = sandboxClient(t, s.clock)
	}
	if s.place == nil {
		s.place = &screen.Place{Demo: true}
	}
	first, later := draft.From(s.request), draft.From(s.defaults)
	first.AskTicket(s.ticketKey)
	later.AskTicket(s.ticketKey)
	ctx, cancel := context.WithCancel(context.Background())
	terminal := emulator.New(s.cols, s.rows, s.light)
	w := &wizard{t: t, screen: terminal, clock: s.clock, rows: s.rows, ended: make(chan error, 1)}
	if s.graphics != (emulator.Graphics{}) {
		w.screen.Knows(s.graphics)
	}
	if s.answers != "" {
		w.screen.Answers(s.answers)
	}
	if s.environ == nil {
		s.environ = []string{"TERM=xterm-256color"}
	}
	w.model = ui.New(ctx, ui.Config{
		Client: s.client, Clock: s.clock, Zone: s.zone, Text: text.For(s.lang), Place: *s.place,
		Institutions: directory.Institutions(), Remember: s.remember,
		Data: first, Defaults: later,
		Clipboard: s.clipboard, ReadClipboard: s.paste, Pages: s.pages, Save: s.save, Pixels: s.pixels,
		OpenURL: s.openURL, Company: s.company, Message: s.message, Play: s.play,
		TmuxClients: s.tmux,
	})
	w.program = tea.NewProgram(w.model, tea.WithInput(w.screen), tea.WithOutput(w.screen),
		tea.WithWindowSize(s.cols, s.rows), tea.WithColorProfile(s.profile), tea.WithEnvironment(s.environ),
		tea.WithoutSignals(), tea.WithContext(ctx))
	go func() {
		_, err := w.program.Run()
		w.ended <- err
	}()
	t.Cleanup(func() {
		cancel()
		w.program.Kill()
		<-w.ended
		w.clock.end()
		w.screen.Close()
	})
	return w
}

// sandboxClient makes a real client of a sandbox on this machine.
func sandboxClient(t *testing.T, c *clock) *klavi.Client {
	t.Helper()
	box, err := sandbox.New(sandbox.Config{Now: c.Now})
	if err != nil {
		t.Fatal(err)
	}
	return clientOf(t, c, box)
}

// clientOf makes a real client of a server on this machine.
func clientOf(t *testing.T, c *clock, h http.Handler) *klavi.Client {
	t.Helper()
	server := httptest.NewServer(h)
	transport := klavi.NewTransport()
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		server.Close()
	})
	client, err := klavi.New(klavi.Config{
		BaseURL: server.URL, AccessKey: sandbox.DemoAccessKey, SecretKey: sandbox.DemoSecretKey,
		Now: c.Now, Transport: transport,
	})
	if err != nil {
		t.Fatal(err)
	}
	return client
}

// press types keys. The program tells the escape key from the start of a sequence by the
// bytes that follow, so a test waits for the screen before it presses the next key.
func (w *wizard) press(keys ...string) {
	for _, k := range keys {
		w.screen.Type(k)
	}
}

// sees waits until all of the texts are on the screen.
func (w *wizard) sees(texts ...string) string {
	w.t.Helper()
	shown, ok := w.screen.Await(func(s string) bool {
		for _, text := range texts {
			if !strings.Contains(s, text) {
				return false
			}
		}
		return true
	})
	if !ok {
		w.t.Fatalf("waited for %q, saw:\n%s", texts, shown)
	}
	return shown
}

// doesNotSee waits until none of the texts is on the screen.
func (w *wizard) doesNotSee(texts ...string) string {
	w.t.Helper()
	shown, ok := w.screen.Await(func(s string) bool {
		for _, text := range texts {
			if strings.Contains(s, text) {
				return false
			}
		}
		return true
	})
	if !ok {
		w.t.Fatalf("waited for %q to go, saw:\n%s", texts, shown)
	}
	return shown
}

// ends waits until the program is over.
func (w *wizard) ends() {
	w.t.Helper()
	err := <-w.ended
	w.ended <- nil // for the cleanup
	if err != nil {
		w.t.Errorf("the program ended with %v", err)
	}
}

// emits waits until a sequence was written to the terminal. That may be a moment after
// the frame.
func (w *wizard) emits(sequence string) {
	w.t.Helper()
	if _, ok := w.screen.Await(func(string) bool { return strings.Contains(w.screen.PeekRaw(), sequence) }); !ok {
		w.t.Fatalf("waited for %q to be written", sequence)
	}
}

// scans waits until a code can be read from the screen that is not the given one.
func (w *wizard) scans(not string) string {
	w.t.Helper()
	var url string
	shown, ok := w.screen.Await(func(string) bool {
		got, err := w.screen.Peek()
		url = got
		return err == nil && got != not
	})
	if !ok {
		w.t.Fatalf("no code on the screen:\n%s", shown)
	}
	return url
}

// toCode fills in a CPF and goes on to the link.
func (w *wizard) toCode() {
	w.t.Helper()
	w.sees("CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira o que será enviado")
	w.press(enter)
	w.sees("restam 30:00")
}

// toLink goes on until the code can be read.
func (w *wizard) toLink() {
	w.t.Helper()
	w.toCode()
	w.scans("")
}

func portuguese() *text.Catalogue { return text.For(text.Portuguese) }

var errTest = &klavi.Error{Kind: klavi.KindServer, Status: 500}
