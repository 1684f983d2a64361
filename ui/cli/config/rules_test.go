package config_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"klavilink/ui/cli/config"
	"klavilink/ui/message"
)

func TestAnErrorSaysWhatIsWrongAndWithWhichKey(t *testing.T) {
	for problem, want := range map[config.Problem]string{
		config.Syntax:         "config: not readable profiles.a",
		config.UnknownKey:     "config: unknown key profiles.a",
		config.BadValue:       "config: bad value profiles.a",
		config.BadPlaceholder: "config: unknown placeholder profiles.a",
		config.WrongKind:      "config: value of another kind profiles.a",
		config.Twice:          "config: twice profiles.a",
		config.Missing:        "config: missing key profiles.a",
	} {
		err := &config.Error{Problem: problem, Key: "profiles.a"}
		if got := err.Error(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAnErrorQuotesNoValue(t *testing.T) {
	for _, text := range []string{
		"company = \"valor\"", "[profiles.a]\ncompany = valor", "[profiles.a]\nlanguage = \"valor\"",
		"[profiles.a]\nredirect_url = \"valor\"", "profile = \"valor\"", "[profiles.a]\nlink_hosts = [\"valor\"]",
		"[profiles.a]\nmessage = \"{link} {valor}\"",
	} {
		_, err := config.Parse([]byte(text))
		if err == nil || strings.Contains(err.Error(), "valor") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestAHostOfLinksIsANameInLowerCaseWithADot(t *testing.T) {
	label := strings.Repeat("a", 63)
	name := strings.Repeat(label+".", 3) + strings.Repeat("b", 61) // 253 characters
	for host, want := range map[string]bool{
		"links.loja.example": true,
		"a-1.example":        true,
		"0.z9":               true,
		label + ".example":   true,
		name:                 true,
		name + "b":           false,
		label + "a.example":  false,
		"":                   false,
		"localhost":          false,
		"Loja.example":       false,
		"loja..example":      false,
		".example":           false,
		"loja.":              false,
		"-loja.example":      false,
		"loja-.example":      false,
		"loja_1.example":     false,
		"loja.example:443":   false,
		"loja.example/":      false,
		"*.loja.example":     false,
		"olá.example":        false,
		"loja .example":      false,
	} {
		_, err := config.Parse(fmt.Appendf(nil, "[profiles.a]\nlink_hosts = [\"klavi.example\", %q]", host))
		var e *config.Error
		switch {
		case want && err != nil:
			t.Errorf("%q: %v", host, err)
		case !want && (!errors.As(err, &e) || e.Key != "profiles.a.link_hosts" || e.Problem != config.BadValue):
			t.Errorf("%q: %v", host, err)
		}
	}
}

func TestABadAppLinkIsNamed(t *testing.T) {
	_, err := config.Parse([]byte("[profiles.a]\napp_link = \"loja\"\napp_redirect_url_key = \"retorno\""))
	var e *config.Error
	if !errors.As(err, &e) || e.Key != "profiles.a.app_link" {
		t.Errorf("%v", err)
	}
}

func TestAFileRunsAProgramOnlyIfAProfileNamesOne(t *testing.T) {
	for text, want := range map[string]bool{
		"":                                 false,
		"[profiles.a]\n[profiles.b]":       false,
		"[profiles.a]\ntoken_command = []": false,
		"[profiles.a]\ntoken_command = [\"loja-cli\"]":        true,
		"[profiles.a]\n[profiles.b]\ntoken_command = [\"x\"]": true,
	} {
		c, err := config.Parse([]byte(text))
		if err != nil || c.RunsPrograms() != want {
			t.Errorf("%q: %t, %v", text, c.RunsPrograms(), err)
		}
	}
}

func TestALabelIsShortAndHarmless(t *testing.T) {
	for label, want := range map[string]bool{
		"": true, "protocolo": true, "número do caso": true,
		strings.Repeat("a", 40): true, strings.Repeat("a", 41): false,
		"a\u009bb": false, " a": false, " ": false, "a\n": false,
	} {
		for _, key := range []string{"ticket_key", "institution"} {
			c, err := config.Parse(fmt.Appendf(nil, "[profiles.a]\n%s = %q", key, label))
			p := c.Profiles["a"]
			var e *config.Error
			switch {
			case want && (err != nil || p.TicketKey+p.Institution != label):
				t.Errorf("%s %q: %v", key, label, err)
			case !want && (!errors.As(err, &e) || e.Key != "profiles.a."+key || e.Problem != config.BadValue):
				t.Errorf("%s %q: %v", key, label, err)
			}
		}
	}
}

func TestATemplateMayHaveTheKnownPlaceholdersOnly(t *testing.T) {
	for template, nearest := range map[string]string{
		"{link}": "",
		strings.Join(message.Placeholders(), " "): "",
		"{link} {emprsa}":                         "{empresa}",
		"{link} {Link}":                           "{link}",
		"{link} {cpf}":                            "{link}",
	} {
		_, err := config.Parse(fmt.Appendf(nil, "[profiles.a]\nmessage = %q", template))
		var e *config.Error
		switch {
		case nearest == "" && err != nil:
			t.Errorf("%q: %v", template, err)
		case nearest != "" && (!errors.As(err, &e) || e.Problem != config.BadPlaceholder || e.Nearest != nearest):
			t.Errorf("%q: %+v, want %s", template, err, nearest)
		}
	}
}

func TestATemplateKeepsItsParagraphs(t *testing.T) {
	c, err := config.Parse([]byte("[profiles.a]\nmessage = \"\"\"Oi!\n\n{link}\n\nTchau.\"\"\"\ncontact = \"4000-1234\""))
	if p := c.Profiles["a"]; err != nil || p.Message != "Oi!\n\n{link}\n\nTchau." || p.Contact != "4000-1234" {
		t.Errorf("%q, %v", p.Message, err)
	}
}
