package flow_test

import (
	"testing"

	"klavilink/ui/flow"
)

func TestAWizardStartsWithTheFormAndNothingHappening(t *testing.T) {
	var s flow.State
	var e flow.Event
	if s.String() != "form" || e.String() != "stay" {
		t.Errorf("%v, %v", s, e)
	}
}

func TestEveryStateAndEventHasANameOfItsOwn(t *testing.T) {
	states, events := map[string]bool{}, map[string]bool{}
	pairs(func(s flow.State, e flow.Event) {
		states[s.String()], events[e.String()] = true, true
	})
	if len(states) != flow.States || len(events) != flow.Events {
		t.Errorf("%v, %v", states, events)
	}
}

func TestNothingHappeningLeadsNowhere(t *testing.T) {
	for s := flow.State(0); int(s) < flow.States; s++ {
		if to, ok := flow.Next(s, flow.Stay); ok || to != s {
			t.Errorf("%v leads to %v", s, to)
		}
	}
}

// A state to which nothing leads, or from which nothing leads back to the form,
// would hold an agent up.
func TestEveryStateIsReachedFromTheFormAndLeadsBackToIt(t *testing.T) {
	reached := func(from flow.State) map[flow.State]bool {
		seen := map[flow.State]bool{from: true}
		for range flow.States {
			pairs(func(s flow.State, e flow.Event) {
				if to, ok := flow.Next(s, e); ok && seen[s] {
					seen[to] = true
				}
			})
		}
		return seen
	}
	if all := reached(flow.Form); len(all) != flow.States {
		t.Errorf("from the form: %v", all)
	}
	for s := range reached(flow.Form) {
		if !reached(s)[flow.Form] {
			t.Errorf("%v does not lead to the form", s)
		}
	}
}
