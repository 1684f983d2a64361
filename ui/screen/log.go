package screen

import (
	"log/slog"

	tea "charm.land/bubbletea/v2"
)

// Log keeps notes until a command writes them, because Update does no input or
// output.
type Log struct {
	to    *slog.Logger
	notes []func()
}

// Note keeps a note. Nothing that is typed may be in it.
func (l *Log) Note(what string, attrs ...any) {
	if l.to != nil {
		l.notes = append(l.notes, func() { l.to.Info(what, attrs...) })
	}
}

// Flush writes what was kept, in its order.
func (l *Log) Flush() tea.Cmd {
	if len(l.notes) == 0 {
		return nil
	}
	notes := l.notes
	l.notes = nil
	return func() tea.Msg {
		for _, write := range notes {
			write()
		}
		return nil
	}
}
