package config_test

import (
	"fmt"
	"strings"
	"testing"

	"klavilink/ui/cli/config"
)

// A command may have a password among its arguments.
func TestTheLineOfATokenCommandIsNotShown(t *testing.T) {
	const a = "[profiles.a]\n"
	for text, want := range map[string]string{
		a + "token_command = \"vault zebra\"":                          "token_command\n^^^^^^^^^^^^^",
		a + "token_command = [\"vault\", 5, \"zebra\"]":                "token_command\n^^^^^^^^^^^^^",
		a + "token_command = [\"vault\",\n\"zebra\", 5]":               "token_command\n^^^^^^^^^^^^^",
		a + "token_command = [\"vault\", \"zebra\"] x":                 "token_command\n^^^^^^^^^^^^^",
		a + "token_command = [\"vault\", \"zebra]\n":                   "token_command\n^^^^^^^^^^^^^",
		a + "token_command = [\"vault\",\n\"zebra\" x":                 "token_command\n^^^^^^^^^^^^^",
		a + "token_command = [\"vault\",\n\"zebra\"\n":                 "token_command\n^^^^^^^^^^^^^",
		a + "token_comand = [\"vault\", \"zebra\"]":                    "token_comand\n^^^^^^^^^^^^",
		a + "tokne_command = [\"vault\", \"zebra\"]":                   "tokne_command\n^^^^^^^^^^^^^",
		"token_command = [\"vault\", \"zebra\"]":                       "token_command\n^^^^^^^^^^^^^",
		a + "compani.tokne_command = \"zebra\"":                        "compani\n^^^^^^^",
		"[profiles.a.api_key.b]\ncompany = 5":                          "api_key\n^^^^^^^",
		"[loja]\ntoken_command = [\"vault\", \"zebra\"]":               "[loja]\n ^^^^",
		a + "channels = [\"email\"\ntoken_command = [\"zebra\"]":       "channels\n^^^^^^^^",
		a + "company = [\ntoken_command = [\n\"zebra\" x":              "company\n^^^^^^^",
		a + "message = \"\"\"\ntoken_command = [\n\"zebra\\q\"]":       "message\n^^^^^^^",
		a + "token_command = [\"vault\"]\ntoken_command = [\"zebra\"]": "token_command\n^^^^^^^^^^^^^",
	} {
		p := failure(t, text).Place
		if got := drawn(p); got != want || strings.Contains(got, "zebra") {
			t.Errorf("%q: %d:%d\n%s\nwant\n%s", text, p.Line, p.Column, got, want)
		}
	}
}

func TestALineIsNotShownIfItCouldHoldASecretOrACustomersData(t *testing.T) {
	for value, hidden := range map[string]bool{
		"https://loja.example/volta":           false,
		"redirect_url_2":                       false,
		"Loja Exemplo":                         false,
		"LOJAEXEMPLOSA":                        false,
		"lojaexemplosa":                        false,
		"responsabilidade":                     false,
		"9f83hd72kf":                           false,
		"1234567":                              false,
		"12345678":                             true,
		"529.982.247-25":                       true,
		"ana@loja.example":                     true,
		"9f83hd72kfab":                         true,
		"sk-live-51H8xyzk":                     true,
		"sk-live-51H8xyz":                      false,
		"aBcDefghijkl":                         true,
		"Abcdefghijkl":                         false,
		"abcdefghijklmnopqrstuvwx":             true,
		"abcdefghijklmnopqrstuvw":              false,
		"https://loja.example/?k=aBcDefghijkl": true,
		"eyJhbGciOiJI.eyJzdWIi.abc":            true,
		"Bearer abc":                           true,
		"minha senha":                          true,
		"the API key":                          true,
		"my pass_word":                         true,
		"https://u:mat@loja.example/":          true,
		"u:mat:loja.example":                   false,
		"https://loja.example/?mat=x":          true,
		"https://loja.example/#mat=x":          true,
		"https://loja.example/?mat":            false,
		"the key is under the mat":             false,
	} {
		// Under an unknown key, and after the end of the value of a known one.
		if config.LooksSecret(value) && !hidden {
			t.Errorf("%q looks like a secret", value)
		}
		p := failure(t, fmt.Sprintf("[profiles.a]\nnonsense = %q\n", value)).Place
		if p.Text == "nonsense" != hidden || strings.Contains(p.Text, value) == hidden {
			t.Errorf("%q: %q", value, p.Text)
		}
		if p.Line != 2 || p.Column != 1 || p.At != 0 || p.Width != len("nonsense") {
			t.Errorf("%q: %+v", value, p)
		}
	}
	for key, hidden := range map[string]bool{
		"nonsense": false, "password": true, "client_secret": true, "apiKey": true, "key": false, "senha": true,
		"credencial": true, "jwt": true, "authorization": true, "private-key": true, "access_key": true, "pwd": true,
		"segredo": true, "credentials": true, "autorizacao": true,
	} {
		p := failure(t, fmt.Sprintf("[profiles.a]\n%s = \"mat\"\n", key)).Place
		if strings.Contains(p.Text, "mat") == hidden {
			t.Errorf("%s: %q", key, p.Text)
		}
	}
}

// A text of a known key is the company's own, and not a customer's.
func TestTheLineOfAKnownKeyIsShownUnlessItLooksLikeASecret(t *testing.T) {
	for line, want := range map[string]string{
		"contact = \"4000-12345\" x":               "contact = \"4000-12345\" x",
		"contact = \"eu@loja.example\" x":          "contact = \"eu@loja.example\" x",
		"contact = \"9f83hd72kfab\" x":             "contact",
		"contact = \"minha senha\" x":              "contact",
		"contact = 5 # senha 5":                    "contact",
		"redirect_url = \"https://u:m@x.example\"": "redirect_url",
		"redirect_url = \"x.example?a=b\"":         "redirect_url",
		"redirect_url = \"x.example # a = b\"":     "redirect_url = \"x.example # a = b\"",
	} {
		if p := failure(t, "[profiles.a]\n"+line).Place; p.Text != want {
			t.Errorf("%q: %q", line, p.Text)
		}
	}
	if p := failure(t, "[profiles.segredo]\ncompany = 5").Place; p.Text != "company = 5" {
		t.Errorf("the name of a profile is taken for a key: %q", p.Text)
	}
	if p := failure(t, "k9f83hd72kfh38fh = 5").Place; p.Text != "…" || p.Width != 1 {
		t.Errorf("a key that is a secret: %+v", p)
	}
	if e := failure(t, "[profiles.\"senha mat\"]\ncompany = 5"); e.Key != "profiles.….company" {
		t.Errorf("a name that is a secret: %+v", e)
	}
	if e := failure(t, "\"senha mat\" = 5"); e.Key != "…" || e.Place.Text != "…" {
		t.Errorf("a key that is a secret: %+v", e)
	}
	if e := failure(t, "senha = 5"); e.Key != "senha" || e.Place.Text != "senha" {
		t.Errorf("a key that names a secret: %+v", e)
	}
	if p := failure(t, "9f83hd72kfab\n").Place; p.Text != "…" {
		t.Errorf("a secret alone: %+v", p)
	}
	if p := failure(t, "= \"9f83hd72kfab\"\n").Place; p.Text != "" || p.Line != 1 || p.Width != 0 {
		t.Errorf("a value without a key: %+v", p)
	}
	if p := failure(t, "= \"eu@loja.example\"\n").Place; p.Text != "" {
		t.Errorf("a value without a key: %+v", p)
	}
}

func TestAPasswordOrAKeyLooksLikeASecretAndAWordDoesNot(t *testing.T) {
	for s, want := range map[string]bool{
		"": false, "Loja Exemplo": false, "ticket_key": false, "https://loja.example/volta": false,
		"9f83hd72kfab": true, "aBcDefghijkl": true, "loja 9f83hd72kfab": true, "https://loja.example/9f83hd72kfab": true,
		"9f83hd72kfa": false, "3f2504e0-4f89-11d3": true, "abcdefgh-ijklmnop-1": false, "abcdefgh-ijklmn-123": true,
		"a-b-c-d-1-2-3-4": false, "a-b-c-d-1-2-3-4-": true, "ABCDEFGHIJKL": false, "ABCDEFGHIJKl": true,
		"aBcdefghijkl": false, "{ABC}9f83hd7": false,
	} {
		if got := config.LooksSecret(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

func TestALongLineIsCutAroundThePlace(t *testing.T) {
	long := strings.Repeat("ab ", 200)
	for text, want := range map[string]string{
		"company = 5 # " + strings.Repeat("x ", 31): "company = 5 # " + strings.Repeat("x ", 31) + "\n" +
			strings.Repeat(" ", 10) + "^",
		"company = 5 # " + strings.Repeat("x ", 31) + "y": "company = 5 # " + strings.Repeat("x ", 30) + "x…\n" +
			strings.Repeat(" ", 10) + "^",
		"company = \"" + long + "\" x": "…ab " + strings.Repeat("ab ", 7) + "ab \" x\n" + strings.Repeat(" ", 30) + "^",
		"company = \"" + long + "\" x # " + long: "…ab " + strings.Repeat("ab ", 7) + "ab \" x # " +
			strings.Repeat("ab ", 13) + "ab…\n" + strings.Repeat(" ", 30) + "^",
		"environment = \"" + long + "\"": "environment = \"" + strings.Repeat("ab ", 20) + "…\n" +
			strings.Repeat(" ", 14) + strings.Repeat("^", 62),
		"environment = \"" + long + "\" # note": "environment = \"" + strings.Repeat("ab ", 20) + "…\n" +
			strings.Repeat(" ", 14) + strings.Repeat("^", 62),
		"company = \"" + strings.Repeat("日", 40) + "\" x": "…" + strings.Repeat("日", 13) + "\" x\n" +
			strings.Repeat(" ", 29) + "^",
	} {
		p := failure(t, "[profiles.a]\n"+text).Place
		if got := drawn(p); got != want {
			t.Errorf("%.40q:\n%s\nwant\n%s", text, got, want)
		}
	}
	p := failure(t, "[profiles.a]\n"+strings.Repeat("k ", 100)+"= \"minha senha\"").Place
	if len([]rune(p.Text)) > config.TextCells/2 {
		t.Errorf("a long key: %q", p.Text)
	}
}
