package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

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
	m.page.height = 0 // layOut finds the height anew
}

// layOut has huh lay the fields out again where the last message did not go
// through the form: it does so only when it gets one, and would show what was
// done to them otherwise later. The form is kept as high as its fields, for huh
// pads and measures every row of it on every frame.
func (m *Model) layOut(changed bool) {
	if changed || !m.laidOut {
		m.page.form.Update(nil)
	}
	m.laidOut = false
	if height := min(m.page.rows(), m.formHeight()); height != m.page.height {
		m.page.height = height
		m.page.form.WithHeight(height)
		m.page.form.Update(nil)
	}
}

// rows is how many rows the fields take, with what is between them.
func (p *page) rows() int {
	total := p.gap * (len(p.fields) - 1)
	for _, f := range p.fields {
		total += f.Rows()
	}
	return total
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

// formHeight is what header, footer and the line above the fields leave.
func (m *Model) formHeight() int { return m.height - 2 - formTop - m.footerHeight() }

// formWidth keeps lines at a length that is easy to read.
func (m *Model) formWidth() int { return min(m.width-2, 100) }

// viewForm shows the open step.
func (m *Model) viewForm() (string, *tea.Cursor) {
	about := " " + m.theme.text.Render(ansi.Truncate(m.steps[m.step].about, m.width-2, "…")) + "\n\n"
	body := " " + strings.ReplaceAll(m.page.form.View(), "\n", "\n ")
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
	above := p.gap * p.at
	for _, f := range p.fields[:p.at] {
		above += f.Rows()
	}
	c.Y += above - min(above, max(p.rows()-height, 0))
	return c
}
