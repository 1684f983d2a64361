package field

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// labelWidth is the width of the column of labels, in cells.
const labelWidth = 30

// View implements huh.Field.
func (f *Picker) View() string {
	selector := f.styles().SelectSelector.String()
	option, picked := f.option[f.focusIndex()], f.picked[f.focusIndex()]
	lines := make([]string, 0, f.height+2)
	lines = append(lines, f.in.View())
	for i := f.top; i < f.top+f.height; i++ {
		switch {
		case i >= len(f.list):
			lines = append(lines, "")
		case i == f.at:
			lines = append(lines, selector+picked.apply(f.list[i].text(f.innerWidth()-2)))
		default:
			lines = append(lines, "  "+option.apply(f.list[i].text(f.innerWidth()-2)))
		}
	}
	count := f.cfg.Count(f.matches, len(f.entries))
	return f.frame(f.title, append(lines, f.footer(cmp.Or(f.refused, f.Problem()), count))...)
}

// text returns the label and the detail of a row, side by side. A label without a
// detail is cut at the width.
func (r row) text(width int) string {
	label := []rune(r.label)
	if r.detail == "" {
		return string(label[:min(len(label), width)])
	}
	if len(label) > labelWidth {
		label = append(label[:labelWidth-1], '…')
	}
	return string(label) + strings.Repeat(" ", labelWidth-len(label)) + " " + r.detail
}

// Cursor implements [Field].
func (f *Picker) Cursor() *tea.Cursor {
	c := f.in.Cursor()
	if c != nil {
		c.X += 2
		c.Y++
	}
	return c
}

// WithTheme implements huh.Field.
func (f *Picker) WithTheme(t huh.Theme) huh.Field {
	f.setTheme(t)
	f.in.SetStyles(inputStyles(f.styles()))
	return f
}

// WithKeyMap implements huh.Field.
func (f *Picker) WithKeyMap(*huh.KeyMap) huh.Field { return f }

// WithWidth implements huh.Field.
func (f *Picker) WithWidth(w int) huh.Field {
	f.width = w
	resize(&f.in, f.innerWidth()-1)
	return f
}

// WithHeight implements huh.Field. The title, the search box and the note take one
// line each, and the list takes the rest.
func (f *Picker) WithHeight(h int) huh.Field {
	f.height = max(h-3, 3)
	f.highlight(f.at)
	return f
}

// WithPosition implements huh.Field.
func (f *Picker) WithPosition(huh.FieldPosition) huh.Field { return f }
