package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

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
		StateFailed:     {Back: StateReview, Submit: StateSubmitting, Reopen: StateLink},
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

// Reopen would be an arrow from nearly everywhere; the READMEs say it in a sentence.
func TestThePictureInTheREADMEsIsTheStateMachine(t *testing.T) {
	for _, file := range []string{"../README.md", "../docs/LEIAME.md"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		drawn := map[string]bool{}
		for line := range strings.Lines(string(text)) {
			from, rest, arrow := strings.Cut(strings.TrimSpace(line), " --> ")
			to, events, _ := strings.Cut(rest, " : ")
			for event := range strings.SplitSeq(events, ", ") {
				if arrow && from != "[*]" {
					drawn[fmt.Sprintf("%s + %s: %s", from, event, to)] = true
				}
			}
		}
		for s := StateForm; s <= StateFailed; s++ {
			for e := Finished; e <= Next; e++ {
				to, means := next(s, e)
				if e == Reopen {
					if means == (s == StateSubmitting) {
						t.Errorf("%s says where %v means something; for %v it is %t", file, e, s, means)
					}
					continue
				}
				edge := fmt.Sprintf("%v + %v: %v", s, e, to)
				if drawn[edge] != means {
					t.Errorf("%s: %s is drawn: %t, and is there: %t", file, edge, drawn[edge], means)
				}
				delete(drawn, edge)
			}
		}
		if len(drawn) > 0 {
			t.Errorf("%s draws %v", file, drawn)
		}
	}
}
