package text

import (
	"fmt"

	"klavilink/klavi"
	"klavilink/validate"
)

// Standing returns the words for the state of a consent. It quotes a state that it does
// not know, so that the agent can read a new state of the API.
func (t *Catalogue) Standing(s klavi.ConsentStatus) string {
	w := &t.Status
	switch s {
	case klavi.Started:
		return w.Started
	case klavi.AwaitingBank:
		return w.AwaitingBank
	case klavi.AwaitingLGPD:
		return w.AwaitingLGPD
	case klavi.Authorised:
		return w.Authorised
	case klavi.Rejected:
		return w.Rejected
	case klavi.Failed:
		return w.Failed
	case klavi.Expired:
		return w.Expired
	case klavi.Revoked:
		return w.Revoked
	case klavi.DeletedByCustomer:
		return w.Deleted
	default:
		return fmt.Sprintf(w.OtherF, validate.Harmless(string(s), 40))
	}
}
