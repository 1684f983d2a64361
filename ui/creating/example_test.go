package creating_test

import (
	"fmt"

	"klavilink/ui/creating"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func ExampleNew() {
	s := fake.New()
	c := creating.New(s.Session)
	c.Enter(flow.Submit, screen.Handover{})

	// The answer of the API makes a link.
	answer := creating.LinkReceived{Request: c.Request(), Link: s.Sample(), Asked: s.Clock.Steady()}
	out, _ := c.Update(answer)
	fmt.Println(out.Event, out.Link.Customer, out.Link.Left())
	// Output: created •••.982.247-•• 30m0s
}
