package flow_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"klavilink/ui/flow"
)

// pairs gives every state with every event.
func pairs(do func(flow.State, flow.Event)) {
	for s := flow.State(0); int(s) < flow.States; s++ {
		for e := flow.Event(0); int(e) < flow.Events; e++ {
			do(s, e)
		}
	}
}

// The table is written out a second time, by the names that logs show. A pair that
// is not in it means nothing and changes nothing.
func TestEveryStateAndEventLeadsWhereTheTableSays(t *testing.T) {
	table := map[string]map[string]string{
		"form":   {"finished": "review", "reopen": "link"},
		"review": {"back": "form", "edit": "form", "submit": "submitting", "reopen": "link"},
		"submitting": {
			"back": "review", "created": "link", "refused": "form", "broke": "failed",
		},
		"link": {
			"back": "review", "submit": "submitting", "expire": "expired", "authorise": "authorised", "next": "form",
			"reopen": "link",
		},
		"authorised": {"next": "form", "reopen": "link"},
		"expired": {
			"back": "review", "submit": "submitting", "authorise": "authorised", "next": "form", "reopen": "link",
		},
		"failed": {"back": "review", "edit": "form", "submit": "submitting", "reopen": "link"},
	}
	pairs(func(s flow.State, e flow.Event) {
		want, means := table[s.String()][e.String()]
		if !means {
			want = s.String()
		}
		if got, ok := flow.Next(s, e); got.String() != want || ok != means {
			t.Errorf("%v + %v: %v %t, want %v %t", s, e, got, ok, want, means)
		}
	})
}

func TestNothingButTheAgentsKeySubmits(t *testing.T) {
	pairs(func(s flow.State, e flow.Event) {
		if to, ok := flow.Next(s, e); ok && to == flow.Submitting && e != flow.Submit {
			t.Errorf("%v + %v submits", s, e)
		}
	})
}

// An arrow for reopen would start at nearly every state, so the page says it in a
// sentence.
func TestThePictureOfTheStatesIsTheStateMachine(t *testing.T) {
	page, err := os.ReadFile("../../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	drawn := map[string]bool{}
	for line := range strings.Lines(string(page)) {
		from, rest, arrow := strings.Cut(strings.TrimSpace(line), " --> ")
		to, events, named := strings.Cut(rest, " : ")
		if !arrow || !named {
			continue
		}
		for event := range strings.SplitSeq(events, ", ") {
			drawn[fmt.Sprintf("%s + %s: %s", from, event, to)] = true
		}
	}
	pairs(func(s flow.State, e flow.Event) {
		to, means := flow.Next(s, e)
		if e == flow.Reopen {
			if means == (s == flow.Submitting) {
				t.Errorf("reopen in %v means something: %t", s, means)
			}
			return
		}
		edge := fmt.Sprintf("%v + %v: %v", s, e, to)
		if drawn[edge] != means {
			t.Errorf("%s is drawn: %t, and is there: %t", edge, drawn[edge], means)
		}
		delete(drawn, edge)
	})
	if len(drawn) > 0 {
		t.Errorf("the page draws %v", drawn)
	}
}
