package ui

import "testing"

// Every pair of state and event: those in the table lead somewhere, all others
// mean nothing and change nothing.
func TestEveryStateAndEventLeadsWhereTheTableSays(t *testing.T) {
	table := map[State]map[Event]State{
		StateForm:       {Finished: StateReview},
		StateReview:     {Back: StateForm, Edit: StateForm, Submit: StateSubmitting},
		StateSubmitting: {Back: StateReview, Created: StateLink, Refused: StateForm, Broke: StateFailed},
		StateLink:       {Back: StateReview, Expire: StateExpired},
		StateExpired:    {Back: StateReview, Submit: StateSubmitting},
		StateFailed:     {Back: StateReview, Edit: StateForm, Submit: StateSubmitting},
	}
	for s := StateForm; s <= StateFailed; s++ {
		for e := Finished; e <= Expire; e++ {
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
		for e := Finished; e <= Expire; e++ {
			if to, ok := next(s, e); ok && to == StateSubmitting && e != Submit {
				t.Errorf("%v + %v submits", s, e)
			}
		}
	}
}
