package ui_test

import (
	"strings"
	"testing"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui"
	"klavilink/ui/draft"
	"klavilink/ui/screen"
)

// instant answers at once, in turn with links of several sizes and with errors.
type instant struct{ n int }

func (c *instant) next() (klavi.Link, error) {
	c.n++
	switch c.n % 6 {
	case 1:
		return linkOf(90), nil
	case 2:
		refused := &klavi.Error{Kind: klavi.KindInput, Status: 400, Field: "phone", Messages: []string{"Invalid phone"}}
		return klavi.Link{}, refused
	case 3:
		return linkOf(700), nil
	case 4:
		return klavi.Link{}, &klavi.Error{Kind: klavi.KindNetwork, Unknown: true, Err: errTest}
	case 5:
		return klavi.Link{}, &klavi.Error{Kind: klavi.KindInput, Field: "productsCallbackURL"}
	default:
		return linkOf(3500), nil
	}
}

// FuzzWizard sends random events to the wizard: keys, pastes, sizes, time, answers. Each
// byte is an event. Every frame must fit the window and hold no control character, and
// no event but typing may change the document.
func FuzzWizard(f *testing.F) {
	f.Add([]byte("\x00\x01\x02\x03"), "52998224725", uint8(80), uint8(24))
	f.Add([]byte{13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 30, 31, 13}, "12abc34501de35", uint8(120), uint8(40))
	f.Add([]byte{1, 13, 30, 30, 32, 31, 27, 27}, "a=b\nc=d", uint8(60), uint8(20))
	f.Add([]byte{13, 9, 9, 9, 13, 13, 20, 20, 13, 21, 1, 13}, "\x1b[31m\u202e", uint8(3), uint8(2))
	f.Add([]byte{1, 60, 100, 160, 175, 13}, "5", uint8(3), uint8(18))
	f.Add([]byte("AAAAAAA\x97"), "00000000", uint8(73), uint8(40))
	f.Add([]byte{65, 65, 65, 65, 65, 6, 6, 6, 6, 0x97}, "https://exemplo.com/", uint8(73), uint8(40))
	f.Add([]byte{65, 1, 12, 0, 50, 238, 245, 255, 255, 160, 255}, "", uint8(120), uint8(40))
	f.Add([]byte("$$$"), "0", uint8(65), uint8(24))
	f.Add([]byte{12, 0, 40, 50, 130, 160, 1, 1, 0, 40, 2, 3, 11, 238, 245, 140}, "", uint8(120), uint8(40))
	f.Fuzz(func(t *testing.T, events []byte, typed string, cols, rows uint8) {
		if len(events) > 60 || len(typed) > 200 {
			return
		}
		w := &fuzzed{clock: newClock(), typed: typed, cols: int(cols), rows: int(rows)}
		w.model = ui.New(t.Context(), ui.Config{
			Client: newAPI(), Clock: w.clock, Text: portuguese(), Institutions: directory.Institutions(),
			Place: screen.Place{Demo: cols%2 == 0, Env: klavi.Production, Server: "host"},
			Data:  draft.From(klavi.LinkRequest{PersonalTaxID: "52998224725"}),
		})
		w.size = tea.WindowSizeMsg{Width: 80, Height: 24}
		w.resize(w.cols, w.rows)
		w.check(t, 0)
		for _, event := range events {
			before := spelled(w.model.Document())
			types := w.play(event)
			if after := spelled(w.model.Document()); !types && after != before {
				t.Fatalf("event %d made %q of the document %q", event, after, before)
			}
			w.check(t, event)
		}
	})
}

// spelled returns a document without its punctuation.
func spelled(document string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, document)
}

// fuzzed is a wizard that gets random events.
type fuzzed struct {
	model      *ui.Model
	clock      *clock
	answers    instant
	typed      string
	cols, rows int               // of the window at the start
	size       tea.WindowSizeMsg // of the window now
}

// resize changes the window. The wizard ignores a size of nothing.
func (w *fuzzed) resize(cols, rows int) {
	size := tea.WindowSizeMsg{Width: cols, Height: rows}
	w.model.Update(size)
	if cols > 0 && rows > 0 {
		w.size = size
	}
}

func (w *fuzzed) check(t *testing.T, event byte) {
	t.Helper()
	frame := ansi.Strip(w.model.View().Content)
	lines := strings.Split(frame, "\n")
	if len(lines) > w.size.Height && w.size.Height > 3 {
		t.Fatalf("after event %d: %d lines in %d rows:\n%s", event, len(lines), w.size.Height, frame)
	}
	for _, l := range lines {
		if n := ansi.StringWidth(l); n > w.size.Width && w.size.Width > 9 {
			t.Fatalf("after event %d: a line of %d in %d columns:\n%s", event, n, w.size.Width, l)
		}
	}
	control := func(r rune) bool { return r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u202e') }
	if i := strings.IndexFunc(frame, control); i >= 0 {
		t.Fatalf("after event %d: a control character in %q", event, frame[i:])
	}
}

// play sends an event. It reports whether the event may change the document, because it
// types or deletes something or turns to another customer.
func (w *fuzzed) play(e byte) (types bool) {
	switch {
	case e < 40:
		k := fuzzedKeys()[int(e)%len(fuzzedKeys())]
		w.model.Update(k.KeyPressMsg)
		return k.types
	case e < 50:
		w.model.Answer(w.answers.next())
	case e < 60:
		status := []klavi.ConsentStatus{
			klavi.Started, klavi.Authorised, klavi.Rejected, "\x1b[2J\u202e", klavi.AwaitingBank,
		}[e%5]
		w.model.Look(status, "Banco\n\x1b[2J de nome bem comprido, maior que a janela")
	case e < 90:
		w.model.Update(tea.PasteMsg{Content: w.typed})
		return true
	case e < 120:
		for _, r := range w.typed {
			w.model.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
		return true
	case e < 150:
		w.clock.sleep(time.Duration(e) * time.Minute / 8)
		w.model.Update(nil)
	case e < 180:
		w.resize(int(e)*w.cols/160, int(e)*w.rows/160)
	case e < 200:
		w.model.Update(tea.ColorProfileMsg{Profile: colorprofile.Profile(e % 6)})
	case e < 220:
		w.model.Update(tea.BackgroundColorMsg{})
	case e < 230:
		w.model.Update(tea.ResumeMsg{})
	case e < 240:
		w.model.Update(uv.CellSizeEvent{Width: int(e) - 232, Height: 2 * (int(e) - 232)})
	case e < 250:
		w.model.Update(uv.PrimaryDeviceAttributesEvent{64, 4})
	default:
		w.model.Update(tea.KeyPressMsg{Code: 'm', Text: "m"})
		return true
	}
	return false
}

// fuzzedKey is a key, and whether it may change the document. Enter may, because it
// opens the link of another customer.
type fuzzedKey struct {
	tea.KeyPressMsg
	types bool
}

func fuzzedKeys() []fuzzedKey {
	letter := func(r rune) fuzzedKey { return fuzzedKey{tea.KeyPressMsg{Code: r, Text: string(r)}, true} }
	ctrl := func(r rune) fuzzedKey { return fuzzedKey{tea.KeyPressMsg{Code: r, Mod: tea.ModCtrl}, false} }
	key := func(code rune, types bool) fuzzedKey { return fuzzedKey{tea.KeyPressMsg{Code: code}, types} }
	return []fuzzedKey{
		key(tea.KeyEnter, true),
		key(tea.KeyEscape, false),
		key(tea.KeyTab, false),
		{tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}, false},
		key(tea.KeyUp, false),
		key(tea.KeyDown, false),
		key(tea.KeyLeft, false),
		key(tea.KeyRight, false),
		key(tea.KeyBackspace, true),
		key(tea.KeyDelete, true),
		key(tea.KeyHome, false),
		key(tea.KeyPgDown, false),
		ctrl('s'),
		ctrl('x'),
		ctrl('z'),
		letter('3'),
		letter('i'),
		letter('é'),
		letter('t'),
		letter('w'),
		letter('l'),
		ctrl('l'),
		letter('n'),
		letter('?'),
		letter('p'),
		letter('c'),
	}
}
