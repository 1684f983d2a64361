package config_test

import (
	"errors"
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
	if d.RedirectURL != "https://loja.example/volta" || len(d.ProductsCallbackURL) != 2 ||
		p.Offers(config.WhatsApp) || !p.Offers(config.Email) || p.Company != "Loja Exemplo" {
		t.Errorf("%+v", p)
	}
}

func TestAnErrorNamesTheKeyAndItsLine(t *testing.T) {
	for text, want := range map[string]config.Error{
		"profile = ":                             {Problem: config.Syntax, Line: 1},
		"x = 1":                                  {Problem: config.UnknownKey, Line: 1, Key: "x"},
		"\n[profiles.a]\ncompani = \"secret\"":   {Problem: config.UnknownKey, Line: 3, Key: "profiles.a.compani"},
		"[profiles.a]\ncompany = 5":              {Problem: config.Syntax, Line: 2, Key: "profiles.a.company"},
		"profile = \"nobody\"":                   {Problem: config.BadValue, Key: "profile"},
		"[profiles.a]\nenvironment = \"prod\"":   {Problem: config.BadValue, Key: "profiles.a.environment"},
		"[profiles.a]\nlanguage = \"fr\"":        {Problem: config.BadValue, Key: "profiles.a.language"},
		"[profiles.a]\nmessage = \"no address\"": {Problem: config.BadValue, Key: "profiles.a.message"},
		"[profiles.a]\nmessage = \"{link} {oops}\"": {
			Problem: config.BadPlaceholder, Key: "profiles.a.message", Nearest: "{hora}",
		},
		"[profiles.a]\nchannels = [\"sms\"]":              {Problem: config.BadValue, Key: "profiles.a.channels"},
		"[profiles.a]\nredirect_url = \"loja\"":           {Problem: config.BadValue, Key: "profiles.a.redirect_url"},
		"[profiles.a]\napp_link = \"https://x.example\"":  {Problem: config.BadValue, Key: "profiles.a.app_redirect_url_key"},
		"[profiles.a]\ncallbacks = { all = \"nowhere\" }": {Problem: config.BadValue, Key: "profiles.a.callbacks"},
		"[profiles.a]\ncallbacks = { all = \"https://a.example\", other = \"https://b.example\" }": {
			Problem: config.BadValue, Key: "profiles.a.callbacks",
		},
	} {
		_, err := config.Parse([]byte(text))
		var e *config.Error
		if !errors.As(err, &e) || *e != want {
			t.Errorf("%q: %+v, want %+v", text, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(file))
	f.Add([]byte("[profiles.a]\ncallbacks = 1"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := config.Parse(b)
		var e *config.Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("%T", err)
		}
		if err == nil {
			_ = c.For("")
		}
	})
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
