package field

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// View implements huh.Field.
func (f *Pairs) View() string {
	s := f.styles()
	arrow := s.Description.Render(" → ")
	top := f.grid.top(f.height)
	lines := make([]string, 0, f.height+1)
	for y := top; y < min(top+f.height, len(f.grid.rows)); y++ {
		row := &f.grid.rows[y]
		left := ansi.Truncate(row[0].View(), f.cellWidth(0), "") // a suggestion may be longer than the cell
		left += strings.Repeat(" ", max(f.cellWidth(0)-lipgloss.Width(left), 0))
		lines = append(lines, left+arrow+row[1].View())
	}
	problem, meant := f.refused, ""
	if problem == "" && f.tried {
		_, problem, meant = f.cfg.problem(f.grid.pairs())
	}
	if f.focused && meant != "" {
		problem = f.cfg.SuggestionNote(problem)
	}
	return f.frame(f.title, append(lines, f.footer(problem, f.cfg.Note))...)
}

// Cursor implements [Field].
func (f *Pairs) Cursor() *tea.Cursor {
	c := f.grid.cell().Cursor()
	if c == nil {
		return nil
	}
	c.X += 2
	if f.grid.x == 1 {
		c.X += f.cellWidth(0) + 3
	}
	c.Y += 1 + f.grid.y - f.grid.top(f.height)
	return c
}

// WithTheme implements huh.Field.
func (f *Pairs) WithTheme(t huh.Theme) huh.Field {
	f.setTheme(t)
	f.styleRows()
	return f
}

// WithKeyMap implements huh.Field.
func (f *Pairs) WithKeyMap(*huh.KeyMap) huh.Field { return f }

// WithWidth implements huh.Field.
func (f *Pairs) WithWidth(w int) huh.Field {
	f.width = w
	f.styleRows()
	return f
}

// styleRows applies the theme and the width to every row.
func (f *Pairs) styleRows() {
	for y := range f.grid.rows {
		f.styleRow(&f.grid.rows[y])
	}
}

// WithHeight implements huh.Field.
func (f *Pairs) WithHeight(h int) huh.Field {
	f.height = max(h-3, 2)
	return f
}

// WithPosition implements huh.Field.
func (f *Pairs) WithPosition(huh.FieldPosition) huh.Field { return f }
