package ui_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui"
	"klavilink/ui/draft"
	"klavilink/ui/text"
)

// private lists personal data of a customer, as typed and as sent.
var private = []string{"529.982", "52998224725", "ana@exemplo", "98765", "87654321"}

func (w *wizard) shows(text string, want bool) {
	w.t.Helper()
	if shown := w.screen.Text(); strings.Contains(shown, text) != want {
		w.t.Errorf("%q on the screen is %t:\n%s", text, !want, shown)
	}
}

func TestPersonalDataIsHiddenOnceItsFieldIsLeft(t *testing.T) {
	w := start(t, setup{})
	w.sees("CPF ou CNPJ")
	w.press("52998224725")
	w.sees("529.982.247-25") // while it is typed it has to be seen
	w.press(tab)
	w.sees("•••.982.247-••", "ctrl+r mostra")
	w.press("ana@exemplo.com.br", tab)
	w.sees("a•••@exemplo.com.br")
	w.press("11987654321", shiftTab, shiftTab)
	w.sees("529.982.247-25")
	w.doesNotSee("ana@exemplo", "98765")
	w.press(tab, tab, tab)
	w.sees("● Banco")
	w.press(ctrlS)
	w.sees("Confira", "•••.982.247-••", "a•••@exemplo.com.br")
	for _, p := range private {
		w.shows(p, false)
	}
}

func TestAKeyShowsPersonalDataForTenSeconds(t *testing.T) {
	s := newStage(t, text.Portuguese, [2]int{80, 24}, scene{change: func(cfg *ui.Config) {
		cfg.Data = draft.From(reachable)
	}})
	shows := func(want bool) {
		t.Helper()
		for _, own := range []string{"529.982.247-25", "ana+banco@exemplo.com.br", "+5511987654321"} {
			if shown := s.text(); strings.Contains(shown, own) != want {
				t.Errorf("%q on the screen is %t:\n%s", own, !want, shown)
			}
		}
	}
	s.press("ctrl+s")
	shows(false)
	s.press("ctrl+r")
	first := s.last
	shows(true)
	if !s.clock.waits(10 * time.Second) {
		t.Error("nothing is due in ten seconds")
	}
	s.clock.sleep(9 * time.Second)
	s.press("ctrl+r")
	shows(false)
	s.press("ctrl+r") // shown anew, for as long
	again := s.last
	s.clock.sleep(9 * time.Second)
	s.run(first)
	s.run(again)
	shows(true)
	s.press("1", "ctrl+s") // on the way to another screen too
	shows(true)
	s.clock.sleep(time.Second)
	s.run(again)
	shows(false)
}

func TestInvalidPersonalDataIsHiddenToo(t *testing.T) {
	w := start(t, setup{})
	w.sees("CPF ou CNPJ")
	w.press("5299822472", tab, "ana@", tab)
	w.sees("● Cliente", "•••.•••.•••-•", "•••@")
	w.doesNotSee("529", "ana@")
}

func TestAnAlphanumericCNPJIsSpelledOnlyInItsField(t *testing.T) {
	w := start(t, setup{})
	w.sees("CPF ou CNPJ")
	w.press("12abc34501de35")
	w.sees("A de amor")
	w.press(tab)
	w.sees("••.ABC.345/01DE-••")
	w.doesNotSee("A de amor")
}

// Below the smallest window the wizard only asks for more room.
func TestAWindowThatIsTooSmallChangesNothing(t *testing.T) {
	for name, scene := range map[string]scene{
		"form":     {play: func(*stage) {}},
		"a CPF":    {play: func(s *stage) { s.write("52998224725") }},
		"review":   {change: full, play: func(s *stage) { s.press("ctrl+s") }},
		"creating": {play: func(s *stage) { s.review(); s.press("enter") }},
		"failed":   {play: (*stage).failed},
		"link":     {play: func(s *stage) { s.link(90) }},
		"expired":  {play: func(s *stage) { s.link(90); s.sleeps(time.Hour) }},
		"links":    {play: func(s *stage) { s.link(90); s.press("l") }},
	} {
		s := newStage(t, text.Portuguese, [2]int{80, 24}, scene)
		scene.play(s)
		before := s.text()
		s.send(tea.WindowSizeMsg{Width: 59, Height: 30})
		s.send(tea.PasteMsg{Content: "52998224725"})
		for _, key := range []string{
			"5", "n", "p", "c", "d", "l", "?", "1", "tab", "down", "ctrl+s", "ctrl+l", "enter", "esc",
		} {
			s.press(key)
			if s.last != nil {
				t.Errorf("%s: %s did something", name, key)
			}
		}
		s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		if got := s.text(); got != before {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, before)
		}
	}
}
