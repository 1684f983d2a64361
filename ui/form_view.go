package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

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
}

// layOut has the fields drawn where the last message did not go through the
// form: huh draws them only when it gets one. A blank line goes between them
// where there is room for it.
func (m *Model) layOut(changed bool) {
	if changed || !m.laidOut {
		m.page.form.Update(nil)
	}
	m.laidOut = false
	m.page.gap = 0
	if m.page.rows()+len(m.page.fields) <= m.formHeight() {
		m.page.gap = 1
	}
}

// rows is how many rows the fields take, with what is between them.
func (p *page) rows() int { return p.above(len(p.fields)) - p.gap }

// above is how many rows stand above the i-th field.
func (p *page) above(i int) int {
	total := p.gap * i
	for _, f := range p.fields[:i] {
		total += strings.Count(f.Drawn(), "\n") + 1
	}
	return total
}

// scrolled is how many rows are above the window: none if all fit, else the
// focused field is at its top. huh would do the same, measuring and padding
// every row on every frame.
func (p *page) scrolled(height int) int {
	return min(p.above(p.at), max(p.rows()-height, 0))
}

// formHeight is what header, footer and the line above the fields leave.
func (m *Model) formHeight() int { return m.height - 2 - formTop - m.footerHeight() }

// formWidth keeps lines at a length that is easy to read.
func (m *Model) formWidth() int { return min(m.width-2, 100) }

// viewForm shows the open step.
func (m *Model) viewForm() (string, *tea.Cursor) {
	about := " " + m.theme.text.Render(cut(m.steps[m.step].about, m.width-2)) + "\n\n"
	height := max(m.formHeight(), 0)
	var rows []string
	for i, f := range m.page.fields {
		if i > 0 && m.page.gap > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, strings.Split(f.Drawn(), "\n")...)
	}
	rows = clip(rows[m.page.scrolled(height):], height)
	return about + " " + strings.Join(rows, "\n "), m.page.cursor(height)
}

// cursor finds the focused field's cursor below the line about the step.
func (p *page) cursor(height int) *tea.Cursor {
	c := p.focused().Cursor()
	if c != nil {
		c.X++
		c.Y += formTop + p.above(p.at) - p.scrolled(height)
	}
	return c
}
