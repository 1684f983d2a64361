package ui

import (
	"fmt"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/validate"
)

func (m *Model) viewSubmitting() string {
	return m.block(m.spinner.View() + " " + m.theme.text.Render(m.t.Link.Submitting))
}

// viewFailed says what happened, what to do, and what the API said.
func (m *Model) viewFailed() string {
	f := m.t.Failure(m.failure)
	parts := []string{m.theme.bad.Render("✗ " + m.t.Failed.Title), ""}
	add := func(style lipgloss.Style, s string) {
		if s != "" {
			parts = append(parts, style.Render(ansi.Wrap(s, m.textWidth(), "")))
		}
	}
	add(m.theme.strong, f.Cause)
	add(m.theme.text, f.Next)
	parts = append(parts, "")
	if m.failure.Unknown {
		add(m.theme.warn, m.t.Failed.MaybeMade)
		parts = append(parts, "")
	}
	add(m.theme.dim, m.t.Failed.Kept)
	if f.Said != "" { // last, for nobody knows how long it is
		parts = append(parts, "")
		add(m.theme.text, fmt.Sprintf(m.t.Failed.SaidF, f.Said))
	}
	if m.detailed {
		parts = append(parts, "")
		add(m.theme.dim, validate.Harmless(m.failure.Error(), maxDetail))
	}
	return m.block(parts...)
}

// maxDetail bounds the technical detail, in characters.
const maxDetail = 600
