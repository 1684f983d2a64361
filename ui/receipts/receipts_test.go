package receipts_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi/callback/deliver"
	"klavilink/ui/internal/emulator"
	"klavilink/ui/receipts"
	"klavilink/ui/received"
	"klavilink/ui/text"
)

const body = `{"personalTaxId":"52998224725"}`

// table is the screen on an emulated terminal.
type table struct {
	t *testing.T
	*emulator.Screen
	program *tea.Program
	ended   chan error
	end     func()
}

func show(t *testing.T, cols, rows int, cfg receipts.Config) *table {
	t.Helper()
	cfg.Text, cfg.Zone, cfg.Address = text.For(text.Portuguese), time.UTC, "http://127.0.0.1:4242"
	return start(t, emulator.New(cols, rows, false), cols, rows, cfg)
}

// start shows the screen on a terminal.
func start(t *testing.T, s *emulator.Screen, cols, rows int, cfg receipts.Config) *table {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	p := tea.NewProgram(receipts.New(cfg), tea.WithContext(ctx), tea.WithInput(s), tea.WithOutput(s),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithoutSignalHandler(),
		tea.WithWindowSize(cols, rows), tea.WithColorProfile(colorprofile.TrueColor))
	b := &table{t: t, Screen: s, program: p, ended: make(chan error, 1)}
	b.end = sync.OnceFunc(func() {
		cancel()
		p.Wait()
		s.Close()
	})
	go func() {
		_, err := p.Run()
		b.ended <- err
	}()
	t.Cleanup(b.end)
	return b
}

// sees waits until the screen shows all the texts, and returns the screen.
func (b *table) sees(texts ...string) string {
	b.t.Helper()
	shown, ok := b.Await(func(shown string) bool {
		for _, want := range texts {
			if !strings.Contains(shown, want) {
				return false
			}
		}
		return true
	})
	if !ok {
		b.t.Fatalf("no %q on\n%s", texts, shown)
	}
	return shown
}

func receipt(id int, name string, v received.Verdict) received.Receipt {
	return received.Receipt{
		ID: id, At: time.Date(2026, 11, 28, 14, 0, id, 0, time.UTC), Name: name, Key: fmt.Sprintf("key-%d", id),
		LinkID: "4437b139-8a16-11ee-b636-487b6bad036a", Verdict: v, Header: http.Header{"X-Klavi-Timestamp": {"1740716924"}},
	}
}

func TestTheTableFitsItsWindow(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		b := show(t, size[0], size[1], receipts.Config{Forward: "http://localhost:3000", NoKey: true})
		b.sees("Nada chegou ainda.", "Recebendo em http://127.0.0.1:4242 · repassa a http://localhost:3000",
			"não são conferidas")
		for id := range size[1] + 10 {
			r := receipt(id, "product_generated_success", received.Good)
			r.Forward = &deliver.Result{Status: 200, Took: 42 * time.Millisecond}
			b.program.Send(r)
		}
		newest := fmt.Sprintf("14:00:%02d", size[1]+9)
		shown := b.sees("❯ "+newest, "HORA", "ASSINATURA", "REPASSE", "4437b13", "✓ confere", "200 em 42 ms", "q sair")
		lines := strings.Split(shown, "\n")
		if len(lines) != size[1] {
			t.Errorf("%v: %d lines\n%s", size, len(lines), shown)
		}
		for _, line := range lines {
			if ansi.StringWidth(line) > size[0] {
				t.Errorf("%v: %q", size, line)
			}
		}
	}
}

func TestEveryVerdictHasItsWords(t *testing.T) {
	b := show(t, 120, 40, receipts.Config{})
	for v := received.Good; v <= received.NotJSON; v++ {
		b.program.Send(receipt(int(v), "e", v))
	}
	w := text.For(text.Portuguese).Events
	b.sees(w.Good, w.NotChecked, w.Repeat, w.Test, w.Forged, w.Unsigned, w.Malformed, w.TooLarge, w.Cut, w.NotJSON)
}

func TestTheOutcomeOfHandingOnTakesThePlaceOfTheEllipsis(t *testing.T) {
	b := show(t, 80, 24, receipts.Config{Forward: "http://localhost:3000"})
	r := receipt(1, "link_created", received.Good)
	r.Pending = true
	b.program.Send(r)
	b.sees("confere", "…")
	r.Pending, r.Forward = false, &deliver.Result{Err: errors.New("refused"), Tries: 6, Waited: 7750 * time.Millisecond}
	b.program.Send(r)
	if shown := b.sees("sem resposta"); strings.Count(shown, "link_created") != 1 {
		t.Errorf("%s", shown)
	}
	b.Type("\r")
	b.sees("6 tentativas; as pausas somaram 7.75s")
}

func TestEnterShowsTheHeaderAndTheBodyOnlyIfItWasAskedFor(t *testing.T) {
	for bodies, want := range map[bool]string{false: "só aparece com --print-body", true: body} {
		b := show(t, 80, 24, receipts.Config{Bodies: bodies})
		r := receipt(1, "link_created", received.Good)
		r.Body = []byte(body)
		b.program.Send(r)
		b.sees("link_created")
		b.Type("\r")
		shown := b.sees("X-Klavi-Timestamp: 1740716924", "key-1", want, "esc voltar")
		if !bodies && strings.Contains(shown, "52998224725") {
			t.Errorf("%s", shown)
		}
		b.Type("\x1b")
		b.sees("HORA")
	}
}

func TestTheChosenOneStaysChosenWhenMoreComes(t *testing.T) {
	b := show(t, 80, 24, receipts.Config{})
	b.program.Send(receipt(1, "first", received.Good))
	b.program.Send(receipt(2, "second", received.Good))
	b.sees("❯ 14:00:02")
	b.Type("j")
	b.sees("❯ 14:00:01")
	b.program.Send(receipt(3, "third", received.Good))
	b.sees("third", "❯ 14:00:01")
	b.Type("kkkk")
	b.sees("❯ 14:00:03")
	b.Type("q")
	if err := <-b.ended; err != nil {
		t.Error(err)
	}
}
