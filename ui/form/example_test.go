package form_test

import (
	"fmt"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/form"
	"klavilink/ui/internal/fake"
)

func ExampleNew() {
	s := fake.New(fake.Typed(klavi.LinkRequest{}))
	f := form.New(s.Session)
	fake.Type(f, "52998224725")
	fmt.Println(*s.Desk.Draft().Text(draft.Document))
	fmt.Println(f.Aspects().Place)

	out, _ := fake.Press(f, "ctrl+s")
	fmt.Println(out.Event)
	// Output:
	// 529.982.247-25
	// 1 de 4 · Cliente
	// finished
}
