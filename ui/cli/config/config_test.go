package config_test

import (
	"fmt"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
)

// file is a valid file with three profiles.
const file = `
profile = "loja"

[profiles.loja]
environment = "production"
company = "Loja Exemplo"
message = "{empresa}: {link}"
channels = ["email"]
institution = "341"
redirect_url = "https://loja.example/volta"
callbacks = { pf_credit_card = "https://loja.example/c", other = "https://loja.example/o" }

[profiles.teste]

[profiles.outra]
environment = "production"
app_link = "https://loja.example/app"
app_redirect_url_key = "retorno"
`

func TestAProfileIsChosenByTheEnvironmentThenByDefault(t *testing.T) {
	c, err := config.Parse([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	for named, want := range map[klavi.Environment]string{"": "loja", klavi.Production: "loja", klavi.Sandbox: "teste"} {
		if p := c.For(named); p.Name != want || named != "" && p.Environment != named {
			t.Errorf("%q: %q", named, p.Name)
		}
	}
	c.Default = ""
	if p := c.For(""); p.Name != "" {
		t.Errorf("of several without a default: %q", p.Name)
	}
	if p := (config.Config{}).For(klavi.Production); p.Environment != klavi.Production || !p.Offers(config.WhatsApp) {
		t.Errorf("without a file: %+v", p)
	}
	alone, err := config.Parse([]byte("[profiles.x]\nenvironment = \"production\""))
	if p := alone.For(""); err != nil || p.Name != "x" {
		t.Errorf("one alone: %q %v", p.Name, err)
	}
}

func TestMotionIsReducedOnlyIfTheFileSaysSo(t *testing.T) {
	for content, want := range map[string]bool{file: false, "reduced_motion = true" + file: true} {
		c, err := config.Parse([]byte(content))
		if err != nil || c.ReducedMotion != want {
			t.Errorf("%t, want %t: %v", c.ReducedMotion, want, err)
		}
	}
}

func TestAProfileFillsInARequest(t *testing.T) {
	c, _ := config.Parse([]byte(file))
	p := c.For("")
	d := p.Defaults()
	if d.RedirectURL != "https://loja.example/volta" || d.InstitutionCode != "341" || len(d.ProductsCallbackURL) != 2 ||
		p.Offers(config.WhatsApp) || !p.Offers(config.Email) || p.Company != "Loja Exemplo" {
		t.Errorf("%+v", p)
	}
}

func Example() {
	c, err := config.Parse([]byte(
		"[profiles.loja]\ncompany = \"Loja Exemplo\"\nredirect_url = \"https://loja.example/volta\""))
	if err != nil {
		panic(err)
	}
	p := c.For("")
	fmt.Println(p.Company, p.Environment, p.Defaults().RedirectURL)
	// Output: Loja Exemplo sandbox https://loja.example/volta
}
