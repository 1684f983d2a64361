package ui_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui"
	"klavilink/ui/draft"
	"klavilink/ui/screen"
	"klavilink/ui/text"
)

// instant answers at once, a link of a size or an error, in turn.
type instant struct{ n int }

func (c *instant) next() (klavi.Link, error) {
	c.n++
	switch c.n % 6 {
	case 1:
		return linkOf(90), nil
	case 2:
		return klavi.Link{}, &klavi.Error{Kind: klavi.KindInput, Status: 400, Field: "phone", Messages: []string{"Invalid phone"}}
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

// FuzzWizard plays anything to the wizard: keys, pastes, sizes, time, answers.
// Each byte is an event; every frame must fit the window, hold no control
// character and lose nothing of the document.
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
	f.Fuzz(func(t *testing.T, events []byte, typed string, cols, rows uint8) {
		if len(events) > 60 || len(typed) > 200 {
			return
		}
		clock, api := newClock(), &instant{}
		m := ui.New(t.Context(), ui.Config{
			Client: newAPI(), Clock: clock, Text: text.For(text.Portuguese), Place: screen.Place{Demo: cols%2 == 0, Env: klavi.Production, Server: "host"},
			Institutions: directory.Institutions(), Data: draft.From(klavi.LinkRequest{PersonalTaxID: "52998224725"}),
		})
		size := tea.WindowSizeMsg{Width: int(cols), Height: int(rows)}
		m.Update(size)
		check := func(event byte) {
			frame := ansi.Strip(m.View().Content)
			lines := strings.Split(frame, "\n")
			if len(lines) > max(size.Height, 1) && size.Height > 3 {
				t.Fatalf("after event %d: %d lines in %d rows:\n%s", event, len(lines), size.Height, frame)
			}
			for _, l := range lines {
				if ansi.StringWidth(l) > size.Width && size.Width > 9 {
					t.Fatalf("after event %d: a line of %d in %d columns:\n%s", event, ansi.StringWidth(l), size.Width, l)
				}
			}
			if i := strings.IndexFunc(frame, func(r rune) bool { return r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u202e') }); i >= 0 {
				t.Fatalf("after event %d: a control character in %q", event, frame[i:])
			}
		}
		check(0)
		keys := []tea.KeyPressMsg{
			{Code: tea.KeyEnter},
			{Code: tea.KeyEscape},
			{Code: tea.KeyTab},
			{Code: tea.KeyTab, Mod: tea.ModShift},
			{Code: tea.KeyUp},
			{Code: tea.KeyDown},
			{Code: tea.KeyLeft},
			{Code: tea.KeyRight},
			{Code: tea.KeyBackspace},
			{Code: tea.KeyDelete},
			{Code: tea.KeyHome},
			{Code: tea.KeyPgDown},
			{Code: 's', Mod: tea.ModCtrl},
			{Code: 'x', Mod: tea.ModCtrl},
			{Code: 'z', Mod: tea.ModCtrl},
			{Code: '3', Text: "3"},
			{Code: 'i', Text: "i"},
			{Code: 'é', Text: "é"},
			{Code: 't', Text: "t"},
			{Code: 'w', Text: "w"},
			{Code: 'l', Text: "l"},
			{Code: 'l', Mod: tea.ModCtrl},
			{Code: 'n', Text: "n"},
			{Code: '?', Text: "?"},
			{Code: 'p', Text: "p"},
			{Code: 'c', Text: "c"},
		}
		for _, e := range events {
			switch {
			case e < 40:
				m.Update(keys[int(e)%len(keys)])
			case e < 50:
				link, err := api.next()
				m.Answer(link, err)
			case e < 60:
				m.Look(klavi.ConsentStatus([]string{"STARTED", "AUTHORISED", "REJECTED", "\x1b[2J\u202e", "AWAITING_AUTHORISATION"}[e%5]), "Banco\n\x1b[2J de nome bem comprido, maior que a janela")
			case e < 90:
				m.Update(tea.PasteMsg{Content: typed})
			case e < 120:
				for _, r := range typed {
					m.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
				}
			case e < 150:
				clock.sleep(time.Duration(e) * time.Minute / 8)
				m.Update(nil)
			case e < 180:
				size = tea.WindowSizeMsg{Width: int(e) * int(cols) / 160, Height: int(e) * int(rows) / 160}
				m.Update(size)
			case e < 200:
				m.Update(tea.ColorProfileMsg{Profile: colorprofile.Profile(e % 6)})
			case e < 220:
				m.Update(tea.BackgroundColorMsg{})
			case e < 230:
				m.Update(tea.ResumeMsg{})
			case e < 240:
				m.Update(uv.CellSizeEvent{Width: int(e) - 232, Height: 2 * (int(e) - 232)})
			case e < 250:
				m.Update(uv.PrimaryDeviceAttributesEvent{64, 4})
			default:
				m.Update(tea.KeyPressMsg{Code: 'm', Text: "m"})
			}
			check(e)
		}
	})
}
