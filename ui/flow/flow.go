// Package flow is the state machine of the wizard: the states, the events, and
// [Next], the only place that says which event leads where.
//
//	form ──▶ review ──▶ submitting ──▶ link ──▶ authorised ──▶ form
//	  ▲        │  ▲         │  │         │          ▲
//	  └────────┘  └─cancel──┘  └▶ failed └──▶ expired ──▶ submitting
//
// The page docs/architecture.md draws every arrow, and a test compares it with Next.
// The package knows no screen. Package ui maps each state to the screen that shows it.
package flow

// State is where the wizard stands.
type State uint8

// The states.
const (
	Form       State  = iota // The agent fills in a step.
	Review                   // The agent looks at what will be sent.
	Submitting               // The wizard waits for the API.
	Link                     // The code is on the screen.
	Authorised               // The customer has authorised.
	Expired                  // The time of the link is over.
	Failed                   // The API could not be asked, or refused without naming a field.
	States     = iota        // The number of states.
)

// String names the state in tests and logs.
func (s State) String() string {
	return [...]string{"form", "review", "submitting", "link", "authorised", "expired", "failed"}[s]
}

// Event is what moves the wizard from one state to another.
type Event uint8

// The events.
const (
	Stay         Event  = iota // Nothing happened.
	Finished                   // The last step of the form is done, or the agent wants to review now.
	Back                       // The agent pressed esc.
	Edit                       // The agent wants to change a step.
	Submit                     // The agent wants the link.
	Created                    // The API gave a link.
	Refused                    // The API refused a field.
	Broke                      // The request failed otherwise.
	Expire                     // The time of the link is over.
	Authorise                  // The customer has authorised at an institution.
	Reopen                     // The agent wants to see a link of this session again.
	NextCustomer               // The agent turns to the next customer.
	Events       = iota        // The number of events.
)

// String names the event in tests and logs.
func (e Event) String() string {
	return [...]string{
		"stay", "finished", "back", "edit", "submit", "created", "refused", "broke", "expire", "authorise", "reopen", "next",
	}[e]
}

// arrows is the whole state machine.
var arrows = [States]map[Event]State{
	Form:       {Finished: Review, Reopen: Link},
	Review:     {Back: Form, Edit: Form, Submit: Submitting, Reopen: Link},
	Submitting: {Back: Review, Created: Link, Refused: Form, Broke: Failed},
	Link: {
		Back: Review, Submit: Submitting, Expire: Expired, Authorise: Authorised, NextCustomer: Form, Reopen: Link,
	},
	Authorised: {NextCustomer: Form, Reopen: Link},
	Expired:    {Back: Review, Submit: Submitting, Authorise: Authorised, NextCustomer: Form, Reopen: Link},
	Failed:     {Back: Review, Edit: Form, Submit: Submitting, Reopen: Link},
}

// Next tells where an event leads from a state. It returns the state itself and
// false where the event means nothing, as a late one does.
func Next(s State, e Event) (State, bool) {
	to, ok := arrows[s][e]
	if !ok {
		return s, false
	}
	return to, true
}
