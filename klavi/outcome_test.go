package klavi_test

import (
	"fmt"
	"testing"

	"klavilink/klavi"
)

func TestEveryStateHasOneOutcome(t *testing.T) {
	for status, want := range map[klavi.ConsentStatus]klavi.ConsentOutcome{
		"":                      klavi.Pending,
		klavi.Started:           klavi.Pending,
		klavi.AwaitingBank:      klavi.Pending,
		klavi.AwaitingLGPD:      klavi.Pending,
		"NEW_STATE":             klavi.Pending,
		klavi.Authorised:        klavi.Granted,
		klavi.Rejected:          klavi.Refused,
		klavi.Failed:            klavi.Refused,
		klavi.Expired:           klavi.Refused,
		klavi.Revoked:           klavi.Withdrawn,
		klavi.DeletedByCustomer: klavi.Withdrawn,
	} {
		if got := status.Outcome(); got != want {
			t.Errorf("%q: %v, want %v", status, got, want)
		}
	}
}

func TestAnOutcomeIsFinalUnlessPendingAndBadIfRefusedOrWithdrawn(t *testing.T) {
	for status, want := range map[klavi.ConsentStatus]struct{ final, bad bool }{
		klavi.Started:           {false, false},
		"NEW_STATE":             {false, false},
		klavi.Authorised:        {true, false},
		klavi.Expired:           {true, true},
		klavi.DeletedByCustomer: {true, true},
	} {
		if status.Final() != want.final || status.Outcome().Bad() != want.bad {
			t.Errorf("%q: final %t, bad %t", status, status.Final(), status.Outcome().Bad())
		}
	}
}

func ExampleConsentStatus_Outcome() {
	fmt.Println(klavi.Authorised.Outcome(), klavi.Expired.Outcome(), klavi.Revoked.Outcome())
	// Output: granted refused withdrawn
}
