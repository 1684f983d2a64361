package message_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"klavilink/ui/message"
)

// all are values of which every one is known.
func all() message.Values {
	return message.Values{
		Link: "https://exemplo.com/v", Company: "Acme", Time: "11:30",
		Domain: "exemplo.com", Contact: "4000-1234", Ticket: "77",
	}
}

func TestEveryPlaceholderStandsForItsValueInBothLanguages(t *testing.T) {
	const filled = "https://exemplo.com/v Acme 11:30 exemplo.com 4000-1234 77"
	for template, want := range map[string]string{
		"{link} {empresa} {hora} {dominio} {contato} {protocolo}": filled,
		"{link} {company} {time} {domain} {contact} {protocol}":   filled,
		"  a  {link}{link}\n\n- b":                                "  a  https://exemplo.com/vhttps://exemplo.com/v\n\n- b",
		"Olá!\r\n\r\n{link}\r\n":                                  "Olá!\n\nhttps://exemplo.com/v",
		"{other} {Link} {} {link":                                 "{other} {Link} {} {link",
	} {
		if got := message.Fill(template, all()); got != want {
			t.Errorf("%q: %q, want %q", template, got, want)
		}
	}
}

func TestAValueIsNoTemplate(t *testing.T) {
	v := all()
	v.Company = "{link}"
	if got := message.Fill("{empresa}", v); got != "{link}" {
		t.Errorf("%q", got)
	}
}

func TestASentenceThatNeedsAnUnknownValueIsLeftOut(t *testing.T) {
	for template, want := range map[string]string{
		"Olá! Aqui é da {empresa}. Abra {dominio}.": "Olá! Abra exemplo.com.",
		"Olá! Na dúvida, ligue para {contato}.":     "Olá!",
		"Na dúvida? Ligue {contato}! Até já.":       "Na dúvida? Até já.",
		"a\nProtocolo: {protocolo}\nb":              "a\nb",
		"a\n\nProtocolo: {protocolo}\n\nb":          "a\n\nb",
		"a\n\nProtocolo: {protocolo}":               "a",
		"Reference: {protocol}\na":                  "a",
		"{empresa}: {link}":                         ": https://exemplo.com/v",
		"Versão 1.5 da {empresa}":                   "",
		"um.{empresa}":                              "",
		"a\n\n\n\nb":                                "a\n\nb",
	} {
		v := all()
		v.Company, v.Contact, v.Ticket = "", "", ""
		if got := message.Fill(template, v); got != want {
			t.Errorf("%q: %q, want %q", template, got, want)
		}
	}
}

func TestAnUnknownPlaceholderIsMetWithTheOneMostLikeIt(t *testing.T) {
	for template, want := range map[string]string{
		"{link} {lnk}":        "{link}",
		"{Link}":              "{link}",
		"{ link }":            "{link}",
		"{emprsa}":            "{empresa}",
		"{domínio}":           "{dominio}",
		"{contacto}":          "{contato}",
		"{protocols}":         "{protocolo}",
		"{protocl}":           "{protocol}",
		"{times}":             "{time}",
		"{horas}":             "{hora}",
		"{link} {lin} {conta": "{link}",
	} {
		if got, found := message.Unknown(template); !found || got != want {
			t.Errorf("%q: %q, %t, want %q", template, got, found, want)
		}
	}
	for _, template := range []string{"", "a", "{", "}{", "{\n}", strings.Join(message.Placeholders(), "")} {
		if got, found := message.Unknown(template); found || got != "" {
			t.Errorf("%q: %q, %t", template, got, found)
		}
	}
}

func FuzzFill(f *testing.F) {
	f.Add("Olá! Aqui é da {empresa}.\n\n{link}\nProtocolo: {protocolo}", "Acme", "")
	f.Add("{link}. {contato}? {{link}}", "{link}", "\n\n")
	f.Fuzz(func(t *testing.T, template, company, ticket string) {
		const link = "https://exemplo.com/v"
		got := message.Fill(template, message.Values{Link: link, Company: company, Ticket: ticket})
		if strings.Contains(template, "{link}") && !strings.Contains(got, link) {
			t.Errorf("the link is lost: %q", got)
		}
		if nearest, found := message.Unknown(template); found && !slices.Contains(message.Placeholders(), nearest) {
			t.Errorf("%q does not exist either", nearest)
		}
	})
}

func ExampleFill() {
	fmt.Println(message.Fill("Olá! Aqui é da {empresa}.\n\n{link}\n\nLigue para {contato}.\nProtocolo: {protocolo}",
		message.Values{Link: "https://exemplo.com/v", Company: "Loja Exemplo", Ticket: "77"}))
	// Output:
	// Olá! Aqui é da Loja Exemplo.
	//
	// https://exemplo.com/v
	//
	// Protocolo: 77
}
