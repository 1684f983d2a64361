package flow_test

import (
	"fmt"

	"klavilink/ui/flow"
)

func ExampleNext() {
	fmt.Println(flow.Next(flow.Review, flow.Submit))
	fmt.Println(flow.Next(flow.Form, flow.Expire)) // means nothing there
	// Output:
	// submitting true
	// form false
}
