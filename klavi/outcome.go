package klavi

// ConsentOutcome is the result of a consent. It groups the states of a
// [ConsentStatus].
type ConsentOutcome uint8

// The outcomes of a consent.
const (
	Pending   ConsentOutcome = iota // the customer has not finished, or the state is not known
	Granted                         // the customer has authorised
	Refused                         // rejected, failed or expired; the customer may try again
	Withdrawn                       // revoked or deleted by the customer
)

// Outcome returns the outcome for a state. An unknown state is [Pending], so that a
// program does not stop at a new one.
func (s ConsentStatus) Outcome() ConsentOutcome {
	switch s {
	case Authorised:
		return Granted
	case Rejected, Failed, Expired:
		return Refused
	case Revoked, DeletedByCustomer:
		return Withdrawn
	default:
		return Pending
	}
}

// Final reports whether the outcome is other than [Pending].
func (s ConsentStatus) Final() bool { return s.Outcome() != Pending }

// Bad reports whether the consent is final and gives no permission.
func (o ConsentOutcome) Bad() bool { return o == Refused || o == Withdrawn }

// String returns the outcome in English, for logs and tests.
func (o ConsentOutcome) String() string {
	switch o {
	case Pending:
		return "pending"
	case Granted:
		return "granted"
	case Refused:
		return "refused"
	case Withdrawn:
		return "withdrawn"
	default:
		return "unknown"
	}
}
