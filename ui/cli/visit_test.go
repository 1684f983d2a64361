package cli_test

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"klavilink/klavi/sandbox/browsertest"
	"klavilink/ui/cli"
)

// browser starts the browser of a customer, with a window of the size of a telephone's.
func browser(t *testing.T) context.Context {
	t.Helper()
	return browsertest.New(t, chromedp.WindowSize(390, 800), chromedp.Flag("accept-lang", "pt-BR"))
}

// The test runs the whole demo: the agent makes a link in the terminal, and the customer
// opens the URL of the QR code in a browser.
func TestTheTerminalShowsEachStepOfACustomerInABrowser(t *testing.T) {
	customer := browser(t)
	c := sit(t, cli.Env{}, "--demo")
	s := c.screen
	c.sees("CPF ou CNPJ")
	s.Type("52998224725\x13")
	c.sees("Confira o que será enviado")
	s.Type("\r")
	c.sees("restam")
	url, err := s.Code()
	if err != nil {
		t.Fatal(err)
	}
	var page string
	do := func(actions ...chromedp.Action[chromedp.Void]) {
		t.Helper()
		for _, action := range actions {
			if _, err := chromedp.Run(customer, action); err != nil {
				t.Fatalf("%v\n%s", err, page)
			}
		}
		var err error
		if page, err = chromedp.Run(customer, chromedp.Text("body")); err != nil {
			t.Fatal(err)
		}
	}
	click := func(button, then string) {
		t.Helper()
		do(chromedp.Click(`//button[contains(., "`+button+`")]`), chromedp.WaitVisible(`//h1[contains(., "`+then+`")]`))
	}
	do(chromedp.Navigate(url), chromedp.WaitVisible(`//h1[contains(., "Escolha o seu banco")]`))
	if !strings.Contains(page, "nenhum banco envolvido") {
		t.Errorf("the page does not say what it is:\n%s", page)
	}
	click("Nubank", "Nubank")
	c.sees("Nubank: cliente começou")
	click("Continuar", "Aqui seria o app")
	c.sees("está no banco")
	click("Autorizar", "Falta aceitar")
	c.sees("falta aceite (LGPD)")
	if got, err := s.Code(); err != nil || got != url {
		t.Errorf("the code went before the end: %q %v", got, err)
	}
	click("Concordo", "Autorizado")
	c.sees("✓ AUTORIZADO")
	if _, err := s.Code(); err == nil {
		t.Error("the code is still there")
	}
	if !strings.Contains(page, "Amostra inventada") || !strings.Contains(page, "Para quem integra") {
		t.Errorf("the last page does not show what would follow:\n%s", page)
	}
}
