package draft_test

import (
	"fmt"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/text"
)

func Example() {
	var d draft.Draft
	*d.Text(draft.Document) = "529.982.247-25"
	*d.Text(draft.Phone) = "(11) 98765-4321"

	english := text.For(text.English)
	for _, row := range draft.Review(english, &d, english.Field.CustomerChooses, true)[:4] {
		fmt.Printf("%s: %q\n", row.Label, row.Value)
	}
	fmt.Println(d.Request().Phone)
	fmt.Println(d)
	// Output:
	// CPF: "•••.982.247-••"
	// E-mail: ""
	// Mobile: "(11) •••••-4321"
	// Bank: "The customer chooses"
	// +5511987654321
	// draft.Draft
}

func ExamplePrepare() {
	r, found := draft.Prepare(klavi.LinkRequest{PersonalTaxID: "529.982.247-25", Phone: "(11) 8765-4321"})
	fmt.Println(r.PersonalTaxID)
	for _, f := range found {
		fmt.Println(f.Field, f.Words(text.For(text.English)))
	}
	// Output:
	// 52998224725
	// phone A mobile has 9 numbers: is a 9 missing after the area code?
}

func ExamplePlace() {
	d := draft.From(klavi.LinkRequest{PersonalTaxID: "52998224725"})
	if f, ok := draft.Place("personalTaxId", &d); ok {
		fmt.Println(f.Key, f.Step == draft.StepCustomer)
	}
	// Output: document true
}

func ExampleField_Check() {
	english := text.For(text.English)
	document := draft.Asked(&draft.Draft{}, draft.StepCustomer)[0]
	v := document.Check(english, "529.982.247-24")
	fmt.Println(v.Title)
	fmt.Println(v.Problem)
	// Output:
	// CPF
	// The digits do not fit: read again with the customer the end, after the dash.
}
