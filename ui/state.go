package ui

// State is where the wizard stands.
type State uint8

// The states.
const (
	StateForm       State = iota // filling in a step
	StateReview                  // looking at what will be sent
	StateSubmitting              // waiting for the API
	StateLink                    // the code is on the screen
	StateAuthorised              // the customer has authorised
	StateExpired                 // the link's time is over
	StateFailed                  // the API could not be asked, or refused without naming a field
)

// String names the state for tests and logs.
func (s State) String() string {
	return [...]string{"form", "review", "submitting", "link", "authorised", "expired", "failed"}[s]
}

// Event is what moves the wizard from one state to another.
type Event uint8

// The events.
const (
	Finished  Event = iota // the last step of the form is done, or the agent wants to review now
	Back                   // esc
	Edit                   // a step is to be changed
	Submit                 // create the link
	Created                // the API gave a link
	Refused                // the API refused a field
	Broke                  // the request failed otherwise
	Expire                 // the link's time is over
	Authorise              // the customer has authorised at an institution
	Reopen                 // a link of this run is to be shown again
	Next                   // the next customer
)

// String names the event for tests and logs.
func (e Event) String() string {
	return [...]string{"finished", "back", "edit", "submit", "created", "refused", "broke", "expire", "authorise", "reopen", "next"}[e]
}

// next is the state machine: where an event leads, and whether it means anything
// in that state. All values are kept on every way.
func next(s State, e Event) (State, bool) {
	type on struct {
		s State
		e Event
	}
	switch (on{s, e}) {
	case on{StateForm, Finished}:
		return StateReview, true
	case on{StateReview, Back}, on{StateReview, Edit}, on{StateSubmitting, Refused}:
		return StateForm, true
	case on{StateReview, Submit}, on{StateFailed, Submit}, on{StateExpired, Submit}:
		return StateSubmitting, true
	case on{StateSubmitting, Back}, on{StateFailed, Back}, on{StateLink, Back}, on{StateExpired, Back}:
		return StateReview, true
	case on{StateSubmitting, Created}, on{StateForm, Reopen}, on{StateReview, Reopen}, on{StateLink, Reopen}, on{StateAuthorised, Reopen}, on{StateExpired, Reopen}, on{StateFailed, Reopen}:
		return StateLink, true
	case on{StateLink, Authorise}, on{StateExpired, Authorise}:
		return StateAuthorised, true
	case on{StateLink, Next}, on{StateAuthorised, Next}, on{StateExpired, Next}:
		return StateForm, true
	case on{StateSubmitting, Broke}:
		return StateFailed, true
	case on{StateLink, Expire}:
		return StateExpired, true
	default:
		return s, false
	}
}
