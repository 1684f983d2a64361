package screen

import (
	"fmt"

	"klavilink/ui/draft"
)

// Steps is the way to a link: the steps of the form and the link itself. Current is
// the step that is open, or [draft.Steps] once all of them are done.
func (s *Session) Steps(current draft.Step) Stages {
	way := make(Stages, draft.Steps+1)
	for i := range way {
		way[i].Name, _ = draft.StepWords(s.Text, draft.Step(i))
		switch step := draft.Step(i); {
		case step < current:
			way[i].State = Passed
		case step == current:
			way[i].State = Going
		}
	}
	way[draft.Steps].Name = s.Text.Journey.Link
	return way
}

// Counts says how many links of this session wait for their customers and how many
// customers have authorised. It is empty if no link was made.
func (s *Session) Counts() string {
	waiting, authorised := 0, 0
	for _, l := range s.Desk.Links() {
		switch {
		case l.Authorised():
			authorised++
		case l.Left() > 0:
			waiting++
		}
	}
	if !s.Desk.HasLinks() {
		return ""
	}
	return fmt.Sprintf(s.Text.Journey.CountsF, waiting, authorised)
}
