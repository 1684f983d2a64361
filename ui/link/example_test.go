package link_test

import (
	"fmt"

	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/link"
	"klavilink/ui/screen"
)

func ExampleNew() {
	s := fake.New()
	l := link.New(s.Session)
	s.Resize(l, 80, 24)
	l.Enter(flow.Created, screen.Handover{Link: s.Made()})
	fmt.Println(fake.Names(l))
	fmt.Println(l.Aspects().ConfirmQuit)

	s.Clock.Advance(fake.Lifetime)
	out, _ := l.Update(screen.Woken{})
	fmt.Println(out.Event)
	// Output:
	// n c t w e p b l esc ?
	// O link ainda vale 30:00. Para sair, ctrl+c de novo.
	// expire
}
