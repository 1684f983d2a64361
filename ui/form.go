package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"klavilink/ui/field"
)

// pressForm gives a key to the focused field and goes where it leads.
func (m *Model) pressForm(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case msg.String() == "esc":
		if e, ok := m.page.focused().(interface{ Escape() bool }); ok && e.Escape() {
			return nil
		}
		m.previous()
		return nil
	case key.Matches(msg, m.keys.reviewNow):
		return m.finish()
	}
	_, cmd := m.page.form.Update(msg)
	switch m.page.focused().TakeMove() {
	case field.Accept:
		return m.accept()
	case field.Next:
		return m.forward()
	case field.Prev:
		m.previous()
		return nil
	case field.Stay:
	}
	m.laidOut = true
	return cmd
}

// accept leaves the step, as enter does in any form, unless something is wrong
// in it: then the focus goes there.
func (m *Model) accept() tea.Cmd {
	if !m.stepIsFine() {
		return nil
	}
	if m.step+1 < len(m.steps) {
		m.open(m.step+1, "")
		return m.warm()
	}
	return m.finish()
}

// forward goes to the next field. What is wrong with the one that is left is
// said, and holds nobody back; behind the last one the step is left.
func (m *Model) forward() tea.Cmd {
	m.page.focused().Problem()
	if m.page.at+1 < len(m.page.fields) {
		m.page.focus(m.page.at + 1)
		return nil
	}
	return m.accept()
}

// previous goes to the field before, or to the last one of the step before.
// What is wrong holds nobody back.
func (m *Model) previous() {
	switch {
	case m.page.at > 0:
		m.page.focus(m.page.at - 1)
	case m.step > 0:
		m.open(m.step-1, "")
		m.page.focus(len(m.page.fields) - 1)
	}
}

// finish goes to the review if all steps are fine, and to the first field that
// is not.
func (m *Model) finish() tea.Cmd {
	if !m.stepIsFine() {
		return nil
	}
	for i, s := range m.steps {
		p := newPage(s, m.data, m.theme, "")
		if j := wrong(p.fields); j >= 0 {
			m.open(i, p.fields[j].GetKey())
			m.page.focused().Problem()
			return nil
		}
	}
	return m.follow(Finished)
}

// stepIsFine tells whether the open step may be left; else the focus goes to
// what is wrong.
func (m *Model) stepIsFine() bool {
	i := wrong(m.page.fields)
	if i >= 0 {
		m.page.focus(i)
	}
	return i < 0
}

// wrong gives the first field with a problem, or -1.
func wrong(fields []field.Field) int {
	return slices.IndexFunc(fields, func(f field.Field) bool { return f.Problem() != "" })
}

// open shows a step with the focus on a field.
func (m *Model) open(step int, key string) {
	m.step = step
	m.page = newPage(m.steps[step], m.data, m.theme, key)
	m.resizePage()
}

// reshape makes the step's form anew where the data asks for other fields. Those
// that stay are the same ones, with their cursor and what is said beneath them.
// It tells whether it did.
func (m *Model) reshape() bool {
	s := m.steps[m.step]
	if m.page.shape == s.shape(m.data) {
		return false
	}
	old := m.page
	old.focused().Blur()
	m.page = newPage(s, m.data, m.theme, old.focused().GetKey(), old.fields...)
	m.resizePage()
	return true
}
