package sheet

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/screen"
)

// Note shows words that are too long for the line of notices, such as a path.
// Cutting them would help nobody.
type Note struct {
	*screen.Session
	words string
}

// Say shows words as a notice if they fit into the line, and else on a sheet.
func Say(s *screen.Session, words string) screen.Outcome {
	if ansi.StringWidth(words)+4 <= s.Terminal.Cols {
		return screen.Outcome{Notice: words}
	}
	return screen.Outcome{Open: &Note{s, words}}
}

// Update implements [screen.Sheet].
func (n *Note) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) { return anyKey(msg) }

// Bindings implements [screen.Sheet].
func (n *Note) Bindings() []screen.Binding { return nil }

// View implements [screen.Sheet].
func (n *Note) View(a screen.Area) screen.Frame {
	width := max(a.Cols-4, 1)
	how := n.Theme.Dim.Render(screen.Cut(n.Text.Link.AnyKey, width))
	return screen.Frame{Body: screen.Block(n.Theme.Text.Render(screen.Wrap(n.words, width)), "", how)}
}
