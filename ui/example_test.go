package ui_test

import (
	"fmt"

	"klavilink/klavi"
	"klavilink/ui"
	"klavilink/ui/text"
)

func ExamplePrepare() {
	r, found := ui.Prepare(text.For(text.English), klavi.LinkRequest{
		PersonalTaxID: "529.982.247-25", Phone: "(11) 8765-4321",
	})
	fmt.Println(r.PersonalTaxID)
	for _, f := range found {
		fmt.Println(f.Field, f.Message)
	}
	// Output:
	// 52998224725
	// phone Is the 9 in front of the mobile number missing?
}
