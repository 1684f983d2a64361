package cli_test

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"klavilink/klavi/sandbox/browsertest"
	"klavilink/ui/cli"
)

// visitor is a customer with a browser.
type visitor struct {
	t   *testing.T
	ctx context.Context
}

// newVisitor starts a browser with a window of the size of a telephone's.
func newVisitor(t *testing.T) visitor {
	t.Helper()
	return visitor{t, browsertest.New(t, chromedp.WindowSize(390, 800), chromedp.Flag("accept-lang", "pt-BR"))}
}

// sees waits for a heading and returns the text of the page.
func (v visitor) sees(heading string) string {
	v.t.Helper()
	browsertest.Do(v.ctx, v.t, chromedp.WaitVisible(`//h1[contains(., "`+heading+`")]`))
	page, err := chromedp.Run(v.ctx, chromedp.Text("body"))
	if err != nil {
		v.t.Fatal(err)
	}
	return page
}

// opens opens a link and waits for a heading.
func (v visitor) opens(url, heading string) string {
	v.t.Helper()
	browsertest.Do(v.ctx, v.t, chromedp.Navigate(url))
	return v.sees(heading)
}

// clicks clicks on a button and waits for a heading.
func (v visitor) clicks(button, heading string) string {
	v.t.Helper()
	browsertest.Do(v.ctx, v.t, chromedp.Click(`//button[contains(., "`+button+`")]`))
	return v.sees(heading)
}

// linked makes a link with the wizard of the demo and returns the URL of its code.
func linked(t *testing.T, args ...string) (c *terminal, url string) {
	t.Helper()
	c = sit(t, cli.Env{}, append([]string{"--demo"}, args...)...)
	c.sees("CPF ou CNPJ")
	c.screen.Type("52998224725\x13")
	c.sees("Confira o que será enviado")
	c.screen.Type("\r")
	c.sees("restam")
	url, err := c.screen.Code()
	if err != nil {
		t.Fatal(err)
	}
	return c, url
}

// The test runs the whole demo: the agent makes a link in the terminal, and the customer
// opens the URL of the QR code in a browser.
func TestTheTerminalShowsEachStepOfACustomerInABrowser(t *testing.T) {
	customer := newVisitor(t)
	c, url := linked(t)
	if page := customer.opens(url, "Escolha o seu banco"); !strings.Contains(page, "nenhum banco envolvido") {
		t.Errorf("the page does not say what it is:\n%s", page)
	}
	customer.clicks("Nubank", "Nubank")
	c.sees("Nubank: cliente começou")
	customer.clicks("Continuar", "Aqui seria o app")
	c.sees("está no banco")
	customer.clicks("Autorizar", "Falta aceitar")
	c.sees("falta aceite (LGPD)")
	if got, err := c.screen.Code(); err != nil || got != url {
		t.Errorf("the code went before the end: %q %v", got, err)
	}
	page := customer.clicks("Concordo", "Autorizado")
	c.sees("✓ AUTORIZADO")
	if _, err := c.screen.Code(); err == nil {
		t.Error("the code is still there")
	}
	if !strings.Contains(page, "Amostra inventada") || !strings.Contains(page, "Para quem integra") {
		t.Errorf("the last page does not show what would follow:\n%s", page)
	}
}

// The demo delivers what the customer does, and the command listen shows it row by row.
func TestListenShowsEachEventOfACustomerInABrowser(t *testing.T) {
	customer := newVisitor(t)
	ear := sit(t, cli.Env{}, "listen", "--demo", "--on", "127.0.0.1:0")
	address := regexp.MustCompile(`http://\S+`).FindString(ear.sees("Nada chegou ainda."))
	_, url := linked(t, "--demo-events", address)
	ear.sees("link_created", "✓ confere")
	customer.opens(url, "Escolha o seu banco")
	customer.clicks("Nubank", "Nubank")
	customer.clicks("Continuar", "Aqui seria o app")
	customer.clicks("Autorizar", "Falta aceitar")
	if shown := ear.screen.Text(); strings.Contains(shown, "consent_") {
		t.Errorf("an event before the customer has decided:\n%s", shown)
	}
	customer.clicks("Concordo", "Autorizado")
	ear.sees("consent_authorised", "product_request_received", "product_generated_success", "pf_checking_account",
		"pf_categorized_checking_l3")
	customer.clicks("Escolher outro banco", "Escolha o seu banco")
	customer.clicks("Itaú", "Itaú")
	customer.clicks("Não quero", "Não autorizado")
	shown := ear.sees("consent_rejected")
	if good := strings.Count(shown, "✓ confere"); good != 8 || strings.Contains(shown, "✗") ||
		strings.Contains(shown, "52998224725") {
		t.Errorf("%d good rows:\n%s", good, shown)
	}
	ear.screen.Type("\r")
	header := ear.sees("X-Klavi-Signature", "X-Klavi-Timestamp", "consent_rejected")
	if strings.Contains(header, "52998224725") {
		t.Errorf("%s", header)
	}
}
