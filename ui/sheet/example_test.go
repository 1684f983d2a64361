package sheet_test

import (
	"fmt"
	"strings"

	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

func ExampleNewMessage() {
	s := fake.New(func(c *screen.Config) { c.Message = "{empresa}: {link} até {hora}"; c.Company = "Acme" })
	m, _ := sheet.NewMessage(s.Session, s.Made(), sheet.ByWhatsApp)
	for line := range strings.Lines(fake.Shown(m.View(screen.Area{Cols: 80, Rows: 20}))) {
		if strings.Contains(line, "Acme") {
			fmt.Println(strings.TrimSpace(line))
		}
	}
	fmt.Println(fake.Names(m))
	// Output:
	// Acme: https://conecte-sandbox.klavi.ai/path?v=eyJhbGci até 11:30
	// enter c esc
}

func ExampleNewKeys() {
	s := fake.New()
	copied := screen.Binding{Binding: screen.Bind("c", "copiar link", "c"), For: screen.ForSending}
	k := sheet.NewKeys(s.Session, []screen.Binding{copied})
	for line := range strings.Lines(fake.Shown(k.View(screen.Area{Cols: 80, Rows: 20}))) {
		if line = strings.Trim(line, "│╭╮╰╯─ \n"); line != "" {
			fmt.Println(line)
		}
	}
	// Output:
	// Teclas que funcionam agora
	// Enviar o link
	// c       copiar link
	// Programa
	// ctrl+c  sair
	// Qualquer tecla volta.
}

func ExampleSay() {
	s := fake.New()
	fmt.Println(sheet.Say(s.Session, "saved").Notice)
	fmt.Println(sheet.Say(s.Session, strings.Repeat("long ", 20)).Open != nil)
	// Output:
	// saved
	// true
}
