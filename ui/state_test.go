package ui

import "testing"

// Every pair of state and event: those in the table lead somewhere, all others
// mean nothing and change nothing.
func TestEveryStateAndEventLeadsWhereTheTableSays(t *testing.T) {
	table := map[State]map[Event]State{
		StateForm:       {Finished: StateReview, Reopen: StateLink},
		StateReview:     {Back: StateForm, Edit: StateForm, Submit: StateSubmitting, Reopen: StateLink},
		StateSubmitting: {Back: StateReview, Created: StateLink, Refused: StateForm, Broke: StateFailed},
		StateLink:       {Back: StateReview, Expire: StateExpired, Authorise: StateAuthorised, Next: StateForm, Reopen: StateLink},
		StateAuthorised: {Next: StateForm, Reopen: StateLink},
		StateExpired:    {Back: StateReview, Submit: StateSubmitting, Authorise: StateAuthorised, Next: StateForm, Reopen: StateLink},
		StateFailed:     {Back: StateReview, Edit: StateForm, Submit: StateSubmitting, Reopen: StateLink},
	}
	for s := StateForm; s <= StateFailed; s++ {
		for e := Finished; e <= Next; e++ {
			want, means := table[s][e]
			if !means {
				want = s
			}
			if got, ok := next(s, e); got != want || ok != means {
				t.Errorf("%v + %v: %v %t, want %v %t", s, e, got, ok, want, means)
			}
		}
	}
}

func TestNothingButTheAgentsKeySubmits(t *testing.T) {
	for s := StateForm; s <= StateFailed; s++ {
		for e := Finished; e <= Next; e++ {
			if to, ok := next(s, e); ok && to == StateSubmitting && e != Submit {
				t.Errorf("%v + %v submits", s, e)
			}
		}
	}
}
