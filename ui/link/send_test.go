package link_test

import (
	"testing"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
	"klavilink/ui/sheet"
)

func TestWhatsAppAsksForAMobileOnlyIfTheLinkHasNone(t *testing.T) {
	for phone, asks := range map[string]bool{"": true, "1134567890": true, "11987654321": false} {
		r := klavi.LinkRequest{PersonalTaxID: fake.CPF, Phone: phone}
		g := raise(t, beside, short, fake.Typed(r))
		said := g.press("w")
		if len(said) != 1 {
			t.Fatalf("%q: said %+v", phone, said)
		}
		if _, asked := said[0].Open.(*sheet.Recipient); asked != asks {
			t.Errorf("%q: opens %T", phone, said[0].Open)
		}
		if _, mail := g.press("e")[0].Open.(*sheet.Message); !mail {
			t.Errorf("%q: e opens no message", phone)
		}
	}
}
