package form

import (
	tea "charm.land/bubbletea/v2"

	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
)

// steps are the steps of the form: the one that is open, and the ways between them.
type steps struct {
	*screen.Session
	draft *draft.Draft // the fields write to it
	step  draft.Step
	page  *page
	room  screen.Area

	// complete is set if the agent came from the review or a refusal to change something.
	// Then enter leads back to the review.
	complete bool

	// passed tells that the last message went through the huh form, which then has
	// the fields drawn as they are.
	passed bool
}

func newSteps(s *screen.Session) *steps {
	f := &steps{Session: s, draft: s.Desk.Draft(), room: screen.Area{Cols: s.Terminal.Cols, Rows: s.Terminal.Rows}}
	f.open(draft.StepCustomer, "")
	return f
}

// pass gives a message to the focused field.
func (s *steps) pass(msg tea.Msg) tea.Cmd {
	_, cmd := s.page.form.Update(msg)
	s.passed = true
	return cmd
}

// settle brings up to date what is derived from the draft: which fields are asked
// for, and how they are drawn.
func (s *steps) settle() {
	reshaped := s.reshape()
	if reshaped || !s.passed {
		s.page.form.Update(nil) // Huh has its fields drawn only when it gets a message.
	}
	s.passed = false
	s.page.spread(s.room)
}

// open shows a step with the focus on a field, or on the first.
func (s *steps) open(step draft.Step, key string) {
	s.step = step
	s.page = s.newPage(step, key)
	s.page.resize(s.room)
}

// reshape makes the step's form anew if the draft asks for other fields. Those that
// stay are the same ones, with their cursor and what is said beneath them.
func (s *steps) reshape() bool {
	if s.page.shape == draft.ShapeOf(s.draft, s.step) {
		return false
	}
	old := s.page
	s.page = s.newPage(s.step, old.focused().GetKey(), old.fields...)
	s.page.resize(s.room)
	return true
}

// accept leaves the step, as enter does in any form.
func (s *steps) accept() (screen.Outcome, tea.Cmd) {
	if s.complete {
		return s.finish(), nil
	}
	return s.next()
}

// next goes to the next step, and from the last one to the review. If something is
// wrong in the step, the focus goes there instead.
func (s *steps) next() (screen.Outcome, tea.Cmd) {
	if !s.page.fine() {
		return screen.Outcome{}, nil
	}
	if s.step < draft.StepMore {
		s.open(s.step+1, "")
		return screen.Outcome{}, s.Connection.Warm()
	}
	return s.finish(), nil
}

// forward goes to the next field, and from the last one to the next step. It says
// what is wrong with the field that is left, and holds nobody back.
func (s *steps) forward() (screen.Outcome, tea.Cmd) {
	s.page.focused().Problem()
	if s.page.at+1 < len(s.page.fields) {
		s.page.focus(s.page.at + 1)
		return screen.Outcome{}, nil
	}
	return s.next()
}

// previous goes to the field before, or to the last one of the step before. What
// is wrong holds nobody back.
func (s *steps) previous() {
	switch {
	case s.page.at > 0:
		s.page.focus(s.page.at - 1)
	case s.step > 0:
		s.open(s.step-1, "")
		s.page.focus(len(s.page.fields) - 1)
	}
}

// finish goes to the review if all steps are fine, and to the first field that is
// not.
func (s *steps) finish() screen.Outcome {
	if !s.page.fine() {
		return screen.Outcome{}
	}
	for i := range draft.Steps {
		step := draft.Step(i)
		p := s.newPage(step, "")
		if i := p.wrong(); i >= 0 {
			s.open(step, p.fields[i].GetKey())
			s.page.focused().Problem()
			return screen.Outcome{}
		}
	}
	return screen.Go(flow.Finished)
}
