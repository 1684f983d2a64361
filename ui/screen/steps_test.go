package screen_test

import (
	"fmt"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func TestTheWayToALinkHasTheStepsOfTheFormAndTheLink(t *testing.T) {
	s := fake.New()
	words := &s.Text.Step
	names := []string{words.Customer, words.Institution, words.Return, words.More, s.Text.Journey.Link}
	for current := range draft.Steps + 1 {
		way := s.Steps(draft.Step(current))
		if len(way) != len(names) {
			t.Fatalf("%d stages, want %d", len(way), len(names))
		}
		for i, stage := range way {
			want := screen.Stage{State: screen.Ahead, Name: names[i]}
			switch {
			case i < current:
				want.State = screen.Passed
			case i == current:
				want.State = screen.Going
			}
			if stage != want {
				t.Errorf("step %d is open: stage %d is %+v, want %+v", current, i, stage, want)
			}
		}
	}
}

func TestTheCountsAreOfLinksThatWaitAndOfThoseThatAreAuthorised(t *testing.T) {
	s := fake.New()
	if got := s.Counts(); got != "" {
		t.Errorf("without a link: %q", got)
	}
	for i := range 3 {
		l := s.Sample()
		l.ID = fmt.Sprint("link-", i)
		s.Add(l)
	}
	s.Saw(s.Desk.Links()[0], fake.Bank, klavi.Authorised)
	if got, want := s.Counts(), fmt.Sprintf(s.Text.Journey.CountsF, 2, 1); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	s.Clock.Advance(fake.Lifetime)
	if got, want := s.Counts(), fmt.Sprintf(s.Text.Journey.CountsF, 0, 1); got != want {
		t.Errorf("when the links are over: %q, want %q", got, want)
	}
}
