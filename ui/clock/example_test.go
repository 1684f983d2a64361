package clock_test

import (
	"fmt"
	"time"

	"klavilink/ui/clock"
)

func ExampleSystem() {
	var c clock.Clock = clock.System{}
	before := c.Steady()
	fmt.Println(c.After(time.Microsecond, "due")())
	fmt.Println(c.Steady() >= before)
	// Output:
	// due
	// true
}
