package ui_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/text"
)

func TestNoKeySweepsAnAuthorisationAwayThatHasJustCome(t *testing.T) {
	const banner = "✓ AUTORIZADO"
	for _, key := range []string{"enter", "n", "esc", "l", "p", "ctrl+c"} {
		s := newStage(t, text.Portuguese, [2]int{120, 40}, scene{})
		s.link(230)
		s.model.Look(klavi.Authorised, "Nubank")
		s.send(tea.PasteMsg{Content: "529"})
		before := s.text()
		s.press(key)
		s.sleeps(500*time.Millisecond - 1)
		s.press(key)
		if s.text() != before || !strings.Contains(before, banner) {
			t.Errorf("%s: got\n%s\nwant\n%s", key, s.text(), before)
		}
	}
	s := newStage(t, text.Portuguese, [2]int{120, 40}, scene{})
	s.link(230)
	s.model.Look(klavi.Authorised, "Nubank")
	s.sleeps(500 * time.Millisecond)
	s.press("enter")
	if shown := s.text(); !strings.Contains(shown, "CPF ou CNPJ") || strings.Contains(shown, banner) {
		t.Errorf("enter does not lead to the next customer:\n%s", shown)
	}
}
