package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"klavilink/ui/field"
)

// formTop is what stands above the fields of a step.
const formTop = 2

// resizePage fits the open step into the window.
func (m *Model) resizePage() {
	if m.page == nil {
		return
	}
	height := m.formHeight()
	m.page.form.WithWidth(m.formWidth())
	for _, f := range m.page.fields {
		switch f := f.(type) {
		case *field.Picker:
			f.WithHeight(min(height, 15))
		case *field.Pairs:
			f.WithHeight(height / 2)
		}
	}
	m.page.spread(m.theme, height)
	m.page.form.WithHeight(height)
}

// spread puts a blank line between the fields where there is room for it.
func (p *page) spread(th *theme, height int) {
	used := len(p.fields) - 1
	for _, f := range p.fields {
		used += lipgloss.Height(f.View())
	}
	p.gap = 0
	if used+1 <= height {
		p.gap = 1
	}
	if p.gap == 1 {
		p.form.WithTheme(spacious{th})
	} else {
		p.form.WithTheme(th)
	}
}

func (m *Model) formHeight() int { return m.height - 3 - formTop }

// formWidth keeps lines at a length that is easy to read.
func (m *Model) formWidth() int { return min(m.width-2, 100) }

// viewForm shows the open step.
func (m *Model) viewForm() (string, *tea.Cursor) {
	about := " " + m.theme.text.Render(m.steps[m.step].about) + "\n\n"
	body := lipgloss.NewStyle().MarginLeft(1).Render(m.page.form.View())
	cursor := m.page.cursor(m.formHeight())
	if cursor != nil {
		cursor.X++
		cursor.Y += formTop
	}
	return about + strings.TrimRight(body, "\n"), cursor
}

// cursor finds the focused field's cursor within the form. huh scrolls a form
// that does not fit until the focused field is at the top.
func (p *page) cursor(height int) *tea.Cursor {
	c := p.focused().Cursor()
	if c == nil {
		return nil
	}
	above, total := 0, 0
	for i, f := range p.fields {
		if i == p.at {
			above = total
		}
		total += lipgloss.Height(f.View())
		if i < len(p.fields)-1 {
			total += p.gap
		}
	}
	c.Y += above - min(above, max(total-height, 0))
	return c
}
