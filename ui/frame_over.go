package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/screen"
)

// draw puts around a view what its chrome asks for. A view that lies over the screen
// needs the view of the screen.
func (f *frame) draw(v screen.Frame, under func() screen.Frame) (string, *tea.Cursor) {
	switch v.Chrome {
	case screen.Over:
		content, _ := f.draw(under(), nil)
		return layOver(content, v.Body, f.Terminal.Cols), nil
	case screen.Bare:
		return f.bare(v), nil
	default:
		return f.framed(v)
	}
}

// layOver lays a box over the right side of a window, under its first row. At the right is
// what goes with a code, so that the box hides as little of the code as possible.
func layOver(window, box string, cols int) string {
	rows := strings.Split(window, "\n")
	width := lipgloss.Width(box)
	left := max(cols-width-1, 0)
	for i, line := range strings.Split(box, "\n") {
		if i+1 >= len(rows) {
			break
		}
		row := rows[i+1]
		before := screen.Pad(ansi.Truncate(row, left, ""), left)
		rows[i+1] = before + screen.Pad(line, width) + ansi.TruncateLeft(row, left+width, "")
	}
	return strings.Join(rows, "\n")
}
