package ui_test

import (
	"context"
	"fmt"

	"klavilink/klavi"
	"klavilink/ui"
	systemclock "klavilink/ui/clock"
	"klavilink/ui/screen"
	"klavilink/ui/text"
)

// A wizard is a Bubble Tea model. A program runs it; here nobody presses a key.
func ExampleNew() {
	m := ui.New(context.Background(), ui.Config{
		Client: &klavi.Client{}, Clock: systemclock.System{}, Text: text.For(text.English), Place: screen.Place{Demo: true},
	})
	fmt.Println(m.View().WindowTitle, m.MadeLink())
	// Output: klavilink false
}
