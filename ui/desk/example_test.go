package desk_test

import (
	"context"
	"fmt"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
)

// A desk needs no terminal. Whoever drives it waits and asks.
func ExampleDesk() {
	client := &api{statuses: func(context.Context, string) ([]klavi.InstitutionStatus, error) {
		return []klavi.InstitutionStatus{{Code: "260", Name: "Nubank", Status: klavi.Authorised}}, nil
	}}
	d := desk.New(desk.Config{
		Client: client, Clock: newClock(), Draft: draft.From(klavi.LinkRequest{PersonalTaxID: "52998224725"}),
	})
	d.Subscribe(func(c desk.Change) {
		step, _ := c.Authorised()
		fmt.Println(c.Link.Customer, "authorised at", step.Name)
	})
	l := d.Add(klavi.Link{ID: "id-1", ExpireIn: 30 * time.Minute}, 0, "")
	look, wait, _ := d.NextLook(l)
	fmt.Println("look again in", wait)
	d.Record(d.Look(context.Background(), look))
	// Output:
	// look again in 3s
	// •••.982.247-•• authorised at Nubank
}
