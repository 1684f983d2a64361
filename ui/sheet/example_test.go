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
	// Acme: https://conecte-sandbox.klavi.ai/path?v=eyJhbGci até 14:30
	// enter c esc
}

func ExampleNewKeys() {
	s := fake.New()
	k := sheet.NewKeys(s.Session, []screen.Binding{{Binding: screen.Bind("c", "copiar link", "c")}})
	for line := range strings.Lines(fake.Shown(k.View(screen.Area{Cols: 80, Rows: 20}))) {
		if line = strings.TrimSpace(line); line != "" {
			fmt.Println(line)
		}
	}
	// Output:
	// Teclas que funcionam agora
	// c       copiar link                 ctrl+c  sair
	// Qualquer tecla volta ao código.
}

func ExampleSay() {
	s := fake.New()
	fmt.Println(sheet.Say(s.Session, "saved").Notice)
	fmt.Println(sheet.Say(s.Session, strings.Repeat("long ", 20)).Open != nil)
	// Output:
	// saved
	// true
}
