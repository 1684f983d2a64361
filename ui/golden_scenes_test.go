package ui_test

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui"
	"klavilink/ui/draft"
	"klavilink/ui/screen"
)

func full(cfg *ui.Config) {
	cfg.Data = draft.From(klavi.LinkRequest{
		BusinessTaxID: "12ABC34501DE35", PersonalTaxID: "52998224725", Email: "ana@exemplo.com", Phone: "11987654321",
		InstitutionCode: "341", RedirectURL: "https://exemplo.com/volta",
		AppLink: "exemplo://volta", AppRedirectURLKey: "destino", ConnectionKey: "chave-1",
		ProductsCallbackURL: map[string]string{"pf_loans": "https://exemplo.com/a", "other": "https://exemplo.com/b"},
		ExternalInfo:        []byte(`{"pedido":42,"canal":"telefone"}`),
	})
}

func at(p screen.Place) func(*ui.Config) { return func(cfg *ui.Config) { cfg.Place = p } }

// scenes lead to every screen and every sheet.
func scenes() []scene {
	steps := func(keys ...string) func(*stage) { return func(s *stage) { s.press(keys...) } }
	onLink := func(n int, keys ...string) func(*stage) {
		return func(s *stage) {
			s.link(n)
			s.press(keys...)
		}
	}
	looked := func(status klavi.ConsentStatus, keys ...string) func(*stage) {
		return func(s *stage) {
			s.link(230)
			s.press(keys...)
			s.model.Look(status, "Nubank")
		}
	}
	return append([]scene{
		{"form, empty", nil, func(*stage) {}},
		{"form, demo", at(screen.Place{Demo: true}), func(*stage) {}},
		{"form, open demo", at(screen.Place{Demo: true, Open: "http://192.0.2.1:8080"}), func(*stage) {}},
		{"form, own server", at(screen.Place{Env: klavi.Sandbox, Server: "127.0.0.1:9"}), func(*stage) {}},
		{"form, a CPF", nil, func(s *stage) { s.write("52998224725") }},
		{"form, a wrong CPF", nil, func(s *stage) { s.write("52998224724") }},
		{"form, hidden", nil, func(s *stage) { s.write("52998224725"); s.press("tab") }},
		{"form, a company", full, func(*stage) {}},
		{"form, a company revealed", full, steps("tab", "ctrl+r")},
		{"form, nothing typed and enter", nil, steps("enter")},
		{"form, institution", nil, func(s *stage) { s.write("52998224725"); s.press("enter") }},
		{"form, institution searched", nil, func(s *stage) { s.write("52998224725"); s.press("enter"); s.write("ba") }},
		{"form, institution not found", nil, func(s *stage) { s.write("52998224725"); s.press("enter"); s.write("zzz 1") }},
		{"form, return", nil, func(s *stage) { s.write("52998224725"); s.press("enter", "enter") }},
		{"form, return filled", full, steps("enter", "enter")},
		{"form, callbacks for all", nil, func(s *stage) {
			s.write("52998224725")
			s.press("enter", "enter", "tab", "down", "tab")
		}},
		{"form, more", full, steps("enter", "enter", "enter")},
		{"form, with a reminder", func(cfg *ui.Config) { cfg.Reminder = "lembrete" }, func(*stage) {}},
		{"review", nil, func(s *stage) { s.review() }},
		{"review, full", full, steps("ctrl+s")},
		{"review, full, scrolled", full, steps("ctrl+s", "pgdown", "down")},
		{"review, full, revealed", full, steps("ctrl+s", "ctrl+r")},
		{"review, production asks", at(screen.Place{Env: klavi.Production}), func(s *stage) { s.review(); s.press("enter") }},
		{"creating", nil, func(s *stage) { s.review(); s.press("enter") }},
		{"failed", nil, func(s *stage) { s.failed() }},
		{"failed, detail", nil, func(s *stage) { s.failed(); s.press("d") }},
		{"refused", full, func(s *stage) {
			s.press("ctrl+s", "enter")
			refused := &klavi.Error{Kind: klavi.KindInput, Field: "redirectURL", Messages: []string{"Invalid"}}
			s.model.Answer(klavi.Link{}, refused)
		}},
		{"link, 90 bytes", nil, onLink(90)},
		{"link, 230 bytes", nil, onLink(230)},
		{"link, 400 bytes", nil, onLink(400)},
		{"link, 700 bytes", nil, onLink(700)},
		{"link, no code", nil, onLink(3000)},
		{"link, foreign host", nil, func(s *stage) { s.foreign() }},
		{"sheet, message of a foreign host", nil, func(s *stage) { s.foreign(); s.press("t") }},
		{"link, demo", at(screen.Place{Demo: true}), onLink(230)},
		{"link, asks before quitting", nil, onLink(230, "ctrl+c")},
		{"link, asks before going back", nil, onLink(230, "esc")},
		{"link, full cells", nil, onLink(90, "m")},
		{"link, not the only one", full, func(s *stage) {
			s.press("ctrl+s", "enter")
			s.model.Answer(linkOf(230), nil)
			s.press("n")
			s.link(90)
		}},
	}, linkScenes(onLink, looked)...)
}

func (s *stage) failed() {
	s.review()
	s.press("enter")
	s.model.Answer(klavi.Link{}, &klavi.Error{
		Op: "create link", Kind: klavi.KindNetwork, Unknown: true, Err: context.DeadlineExceeded,
	})
}

func (s *stage) foreign() {
	s.review()
	s.press("enter")
	l := linkOf(90)
	l.Foreign = "evil.example"
	s.model.Answer(l, nil)
}

func linkScenes(
	onLink func(int, ...string) func(*stage), looked func(klavi.ConsentStatus, ...string) func(*stage),
) []scene {
	without := func(p colorprofile.Profile, keys ...string) func(*stage) {
		return func(s *stage) {
			s.send(tea.ColorProfileMsg{Profile: p})
			s.link(90)
			s.press(keys...)
		}
	}
	return []scene{
		{"link, sixteen colours", nil, without(colorprofile.ANSI)},
		{"link, no colours", nil, without(colorprofile.ASCII)},
		{"link, no colours, swapped", nil, without(colorprofile.ASCII, "i")},
		{"link, light", nil, func(s *stage) {
			s.send(tea.BackgroundColorMsg{Color: ansi.BrightWhite})
			s.link(230)
		}},
		{"link, as an image", nil, func(s *stage) {
			s.send(tea.EnvMsg{"TERM=xterm-kitty"})
			s.review()
			s.send(uv.CellSizeEvent{Width: 8, Height: 17}, uv.PrimaryDeviceAttributesEvent{64, 4})
			s.press("enter")
			s.model.Answer(linkOf(400), nil)
		}},
		{"link, sextants", nil, func(s *stage) { s.send(tea.TerminalVersionMsg{Name: "Konsole 25.04.2"}); s.link(230) }},
		{"link, octants", nil, func(s *stage) { s.send(tea.TerminalVersionMsg{Name: "VTE(8001)"}); s.link(640) }},
		{"link, under five minutes", nil, func(s *stage) { s.link(230); s.sleeps(26 * time.Minute) }},
		{"link, last minute", nil, func(s *stage) { s.link(230); s.sleeps(29*time.Minute + time.Second) }},
		{"link, started", nil, looked(klavi.Started)},
		{"link, rejected", nil, looked(klavi.Rejected)},
		{"presenter", nil, onLink(230, "p")},
		{"presenter, demo", at(screen.Place{Demo: true}), onLink(90, "p")},
		{"presenter, at the bank", nil, looked(klavi.AwaitingBank, "p")},
		{"presenter, authorised", nil, looked(klavi.Authorised, "p")},
		{"presenter, expired", nil, func(s *stage) { s.link(230); s.press("p"); s.sleeps(time.Hour) }},
		{"authorised", nil, looked(klavi.Authorised)},
		{"authorised, code shown again", nil, func(s *stage) {
			s.link(230)
			s.model.Look(klavi.Authorised, "Nubank")
			s.sleeps(500 * time.Millisecond)
			s.press("esc")
		}},
		{"expired", nil, func(s *stage) { s.link(230); s.sleeps(time.Hour) }},
		{"link, below in 66x60", nil, func(s *stage) { s.send(tea.WindowSizeMsg{Width: 66, Height: 60}); s.link(230) }},
		{"link, alone in 60x30", nil, func(s *stage) { s.send(tea.WindowSizeMsg{Width: 60, Height: 30}); s.link(230) }},
		{"sheet, URL in 60x30", nil, func(s *stage) {
			s.send(tea.WindowSizeMsg{Width: 60, Height: 30})
			s.link(230)
			s.press("c")
		}},
		{"too small", nil, func(s *stage) { s.link(230); s.send(tea.WindowSizeMsg{Width: 50, Height: 18}) }},
		{"sheet, other bank", nil, onLink(230, "b")},
		{"sheet, message", nil, onLink(230, "t")},
		{"sheet, WhatsApp", nil, onLink(230, "w")},
		{"sheet, e-mail", full, func(s *stage) {
			s.press("ctrl+s", "enter")
			s.model.Answer(linkOf(230), nil)
			s.press("e")
		}},
		{"sheet, e-mail that nothing opens", nil, onLink(230, "e", "enter")},
		{"sheet, keys", nil, onLink(230, "?")},
		{"sheet, note", nil, func(s *stage) { s.link(230); s.press("o"); s.run(s.last) }},
		{"sheet, links", full, func(s *stage) {
			s.press("ctrl+s", "enter")
			s.model.Answer(linkOf(230), nil)
			s.press("n")
			s.link(90)
			s.model.Look(klavi.AwaitingLGPD, "Banco de nome comprido")
			s.sleeps(29 * time.Minute)
			s.press("l", "down")
		}},
		{"news of another customer", nil, func(s *stage) {
			s.link(230)
			s.press("n")
			s.model.Look(klavi.Authorised, "Nubank")
		}},
	}
}
