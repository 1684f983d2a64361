package form

import (
	tea "charm.land/bubbletea/v2"

	"klavilink/ui/draft"
	"klavilink/ui/field"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
)

// keys are the bindings of the form. Fields take the keys for editing themselves.
type keys struct {
	accept, nextField, choose, dropRow, reviewNow, back, reveal screen.Binding
}

func (s *Screen) newKeys() keys {
	t := &s.Text.Keys
	return keys{
		accept:    screen.Binding{Binding: screen.Bind("enter", t.Next, "enter"), Do: s.typedKey},
		nextField: screen.Binding{Binding: screen.Bind("tab", t.NextField, "tab"), Do: s.typedKey},
		choose:    screen.Binding{Binding: screen.Bind("↑↓", t.Choose, "up", "down"), Do: s.typedKey},
		dropRow:   screen.Binding{Binding: screen.Bind("ctrl+x", t.DropRow, "ctrl+x"), Do: s.typedKey},
		reviewNow: screen.Binding{Binding: screen.Bind("ctrl+s", t.ReviewNow, "ctrl+s"), Do: s.reviewNow},
		back:      screen.Binding{Binding: screen.Bind("esc", t.Back, "esc"), Do: s.back},
		reveal:    screen.Binding{Binding: screen.Bind("ctrl+r", t.Reveal, "ctrl+r"), Do: s.reveal, Hidden: true},
	}
}

// Bindings implements [screen.Screen]. The fields name the key that reveals.
func (s *Screen) Bindings() []screen.Binding {
	k := &s.keys
	list := append(make([]screen.Binding, 0, 6), k.accept)
	switch s.page.kind() {
	case draft.KindPicker, draft.KindChoice:
		list = append(list, k.choose)
	case draft.KindPairs:
		list = append(list, k.dropRow)
	default:
		list = append(list, k.nextField)
	}
	list = append(list, k.reviewNow)
	if s.step > 0 || s.page.at > 0 {
		list = append(list, k.back)
	}
	if s.Desk.HasLinks() {
		list = append(list, s.links)
	}
	if s.draft.Personal() {
		list = append(list, k.reveal)
	}
	return list
}

// typedKey gives a key of a binding to the focused field, as a key that no binding
// has.
func (s *Screen) typedKey(msg tea.KeyPressMsg) (screen.Outcome, tea.Cmd) { return s.Update(msg) }

// typed gives a key to the focused field and goes where it leads.
func (s *Screen) typed(msg tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	_, cmd := s.page.form.Update(msg)
	switch s.page.focused().TakeMove() {
	case field.Accept:
		return s.accept()
	case field.Next:
		return s.forward()
	case field.Prev:
		s.previous()
		return screen.Outcome{}, nil
	case field.Stay:
	}
	s.passed = true
	return screen.Outcome{}, cmd
}

// reveal shows what is hidden for a while, or hides it again.
func (s *Screen) reveal(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	cmd := s.Veil.Toggle(s.draft)
	s.settle()
	return screen.Outcome{}, cmd
}

// back goes to the field before, once the field has nothing left that esc clears.
func (s *Screen) back(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	if e, ok := s.page.focused().(interface{ Escape() bool }); !ok || !e.Escape() {
		s.previous()
	}
	s.settle()
	return screen.Outcome{}, s.Follow.LookUp()
}

func (s *Screen) reviewNow(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	out := s.finish()
	if out.Event == flow.Stay {
		s.settle()
	}
	return out, nil
}
