package field

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// Choice lets the agent choose one of a few options. Each option has its own line.
type Choice struct {
	base
	options []string
	value   *int
}

// NewChoice returns a choice that is bound to the index of the chosen option. An
// index out of range is moved to the nearest option.
func NewChoice(key, title string, value *int, options ...string) *Choice {
	*value = min(max(*value, 0), len(options)-1)
	return &Choice{base: base{key: key, title: title}, options: options, value: value}
}

var _ Field = (*Choice)(nil)

// Init implements huh.Field.
func (f *Choice) Init() tea.Cmd { return nil }

// Update implements huh.Field. The arrow keys and the space bar choose.
func (f *Choice) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return f, nil
	}
	before := *f.value
	switch k.String() {
	case "enter":
		f.move = Accept
	case "tab":
		f.move = Next
	case "shift+tab":
		f.move = Prev
	case "up", "left":
		if *f.value == 0 && k.String() == "up" {
			f.move = Prev
		}
		*f.value = max(*f.value-1, 0)
	case "down", "right", "space":
		if *f.value == len(f.options)-1 && k.String() == "down" {
			f.move = Next
		}
		*f.value = min(*f.value+1, len(f.options)-1)
	}
	if *f.value != before {
		f.refused = ""
	}
	return f, nil
}

// Problem implements [Field].
func (f *Choice) Problem() string { return "" }

// Focus implements huh.Field.
func (f *Choice) Focus() tea.Cmd {
	f.focus()
	return nil
}

// Blur implements huh.Field.
func (f *Choice) Blur() tea.Cmd {
	f.blur()
	return nil
}

// View implements huh.Field.
func (f *Choice) View() string {
	s := f.styles()
	lines := make([]string, len(f.options))
	for i, o := range f.options {
		if i == *f.value {
			lines[i] = s.SelectSelector.String() + s.SelectedOption.Render(o)
		} else {
			lines[i] = "  " + s.Option.Render(o)
		}
	}
	if f.refused != "" {
		lines = append(lines, f.footer(f.refused, ""))
	}
	return f.frame(f.title, strings.Join(lines, "\n"))
}

// Cursor implements [Field].
func (f *Choice) Cursor() *tea.Cursor { return nil }

// WithTheme implements huh.Field.
func (f *Choice) WithTheme(t huh.Theme) huh.Field {
	f.setTheme(t)
	return f
}

// WithKeyMap implements huh.Field.
func (f *Choice) WithKeyMap(*huh.KeyMap) huh.Field { return f }

// WithWidth implements huh.Field.
func (f *Choice) WithWidth(w int) huh.Field {
	f.width = w
	return f
}

// WithHeight implements huh.Field.
func (f *Choice) WithHeight(int) huh.Field { return f }

// WithPosition implements huh.Field.
func (f *Choice) WithPosition(huh.FieldPosition) huh.Field { return f }
