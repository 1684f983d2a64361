package klavi

// ConsentOutcome sums a [ConsentStatus] up: what came of the customer's visit.
type ConsentOutcome uint8

// The outcomes of a consent.
const (
	Pending   ConsentOutcome = iota // the customer is still busy, or the state is not known
	Granted                         // the customer has authorised
	Refused                         // rejected, failed or expired: another try may work
	Withdrawn                       // revoked, or deleted by the customer
)

// Outcome returns what came of the consent. A state that is not known is
// [Pending], so that a new one does not end anything.
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

// Final reports whether nothing more will happen to the consent.
func (s ConsentStatus) Final() bool { return s.Outcome() != Pending }

// Bad reports whether the consent ended without a permission.
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
