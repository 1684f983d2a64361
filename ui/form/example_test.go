package form_test

import (
	"fmt"
	"strings"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/form"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func ExampleNew() {
	s := fake.New(fake.Typed(klavi.LinkRequest{}))
	f := form.New(s.Session)
	fake.Type(f, "52998224725")
	fmt.Println(*s.Desk.Draft().Text(draft.Document))
	first, _, _ := strings.Cut(fake.Shown(f.View(screen.Area{Cols: 80, Rows: 20})), "\n")
	fmt.Println(strings.TrimSpace(first))

	out, _ := fake.Press(f, "ctrl+s")
	fmt.Println(out.Event)
	// Output:
	// 529.982.247-25
	// ● Cliente ──────── ○ Banco ──────── ○ Retorno ──────── ○ Mais ──────── ○ Link
	// finished
}
