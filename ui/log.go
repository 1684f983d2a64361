package ui

import tea "charm.land/bubbletea/v2"

// note keeps something for the log. It is written by a command: Update does no
// input or output.
func (m *Model) note(what string, attrs ...any) {
	if m.cfg.Log != nil {
		m.notes = append(m.notes, func() { m.cfg.Log.Info(what, attrs...) })
	}
}

// writeNotes writes what was kept, in its order.
func (m *Model) writeNotes() tea.Cmd {
	if len(m.notes) == 0 {
		return nil
	}
	notes := m.notes
	m.notes = nil
	return func() tea.Msg {
		for _, write := range notes {
			write()
		}
		return nil
	}
}
