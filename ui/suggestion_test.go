package ui_test

import (
	"strings"
	"testing"
)

func TestAMistypedAddressIsDoubtedWithoutATickAndCorrectedWithAKey(t *testing.T) {
	client := newAPI(reply{link: linkOf(90)})
	w := start(t, setup{client: client, cols: 80, rows: 24})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", tab, "maria@gmial.com")
	if shown := w.sees("Confira: seria gmail.com? · ctrl+y corrige"); strings.Contains(shown, "✓ Confira") {
		t.Errorf("a doubt has a tick:\n%s", shown)
	}
	w.press(tab)
	if shown := w.sees("m•••@gmial.com", "seria gmail.com? · ctrl+r mostra"); strings.Contains(shown, "maria") {
		t.Errorf("the hint shows what is hidden:\n%s", shown)
	}
	w.press(shiftTab, "\x19")
	w.sees("maria@gmail.com")
	w.press(ctrlS)
	w.sees("Confira o que")
	w.press(enter)
	w.sees("restam")
	if got := client.requests()[0].Email; got != "maria@gmail.com" {
		t.Errorf("sent %q", got)
	}
}

func TestAKeyPutsHTTPSInFrontOfAnAddress(t *testing.T) {
	client := newAPI(reply{link: linkOf(90)})
	w := start(t, setup{client: client, cols: 80, rows: 24})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", enter)
	w.sees("● Banco")
	w.press(enter)
	w.sees("● Retorno")
	w.press("loja.example/volta", enter)
	w.sees("✗ Falta o https:// na frente · ctrl+y corrige")
	w.press("\x19")
	w.sees("https://loja.example/volta")
	w.press(ctrlS)
	w.sees("Confira o que")
	w.press(enter)
	w.sees("restam")
	if got := client.requests()[0].RedirectURL; got != "https://loja.example/volta" {
		t.Errorf("sent %q", got)
	}
}

func TestAKeyPutsHTTPSInFrontOfTheAddressOfAReport(t *testing.T) {
	client := newAPI(reply{link: linkOf(90)})
	w := start(t, setup{client: client, cols: 80, rows: 24})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", enter)
	w.sees("● Banco")
	w.press(enter)
	w.sees("● Retorno")
	w.press(tab, down, down, tab)
	w.sees("→")
	w.press("pf_income", tab, "loja.example/r", ctrlS)
	w.sees("✗ pf_income: Falta o https:// na frente · ctrl+y corrige")
	w.press("\x19")
	w.sees("https://loja.example/r")
	w.press(ctrlS)
	w.sees("Confira o que")
	w.press(enter)
	w.sees("restam")
	if got := client.requests()[0].ProductsCallbackURL["pf_income"]; got != "https://loja.example/r" {
		t.Errorf("sent %q", got)
	}
}
