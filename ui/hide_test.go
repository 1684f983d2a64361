package ui_test

import (
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
)

// private are a customer's own, as they are typed and written out.
var private = []string{"529.982", "52998224725", "ana@exemplo", "98765", "87654321"}

func (w *wizard) shows(text string, want bool) {
	w.t.Helper()
	if shown := w.screen.Text(); strings.Contains(shown, text) != want {
		w.t.Errorf("%q on the screen is %t:\n%s", text, !want, shown)
	}
}

func TestWhatIsTheCustomersOwnIsHiddenOnceItsFieldIsLeft(t *testing.T) {
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
	w.sees("2 de 4")
	w.press(ctrlS)
	w.sees("Confira", "•••.982.247-••", "a•••@exemplo.com.br")
	for _, p := range private {
		w.shows(p, false)
	}
}

func TestAKeyShowsItForAWhile(t *testing.T) {
	w := start(t, setup{request: klavi.LinkRequest{PersonalTaxID: "52998224725", Email: "ana@exemplo.com", Phone: "11987654321"}})
	w.sees("529.982.247-25")
	w.press(ctrlS)
	w.sees("Confira", "•••.982.247-••")
	w.press(ctrlR)
	w.sees("529.982.247-25", "ana@exemplo.com", "+5511987654321")
	w.clock.advance(9 * time.Second)
	w.press(ctrlR)
	w.doesNotSee("529.982.247-25")
	w.press(ctrlR) // shown anew, for as long
	w.sees("529.982.247-25")
	w.clock.advance(9 * time.Second)
	w.press("1")
	w.sees("1 de 4", "ana@exemplo.com")
	w.clock.advance(2 * time.Second)
	w.doesNotSee("ana@exemplo.com")
}

func TestWhatIsNoValidValueIsHiddenToo(t *testing.T) {
	w := start(t, setup{})
	w.sees("CPF ou CNPJ")
	w.press("5299822472", tab, "ana@", tab)
	w.sees("1 de 4", "•••.•••.•••-•", "•••@")
	w.doesNotSee("529", "ana@")
}

func TestAnAlphanumericCNPJIsNotSpelledOnceItsFieldIsLeft(t *testing.T) {
	w := start(t, setup{})
	w.sees("CPF ou CNPJ")
	w.press("12abc34501de35")
	w.sees("A de amor")
	w.press(tab)
	w.sees("••.ABC.345/01DE-••")
	w.doesNotSee("A de amor")
}
