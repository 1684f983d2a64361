package review_test

import (
	"fmt"
	"strings"

	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/review"
	"klavilink/ui/screen"
)

func ExampleNew() {
	s := fake.New()
	r := review.New(s.Session)
	area := screen.Area{Cols: 80, Rows: 21}
	r.Update(screen.Resized{Area: area})
	r.Enter(flow.Finished, screen.Handover{})
	for line := range strings.Lines(fake.Shown(r.View(area))) {
		if strings.Contains(line, "CPF") {
			fmt.Println(strings.Join(strings.Fields(line), " "))
		}
	}
	out, _ := fake.Press(r, "enter")
	fmt.Println(out.Event)
	// Output:
	// │ CPF •••.982.247-•• │
	// submit
}
