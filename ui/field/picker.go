package field

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"klavilink/validate"
)

// Option is something to pick.
type Option struct {
	Value    string // what is bound
	Label    string
	Detail   string // shown beside the label
	Keywords string // found by, and not shown
}

// PickerConfig describes a [Picker].
type PickerConfig struct {
	Key, Title, Placeholder string

	// Value is bound to the picked option's value; empty means None.
	Value   *string
	Options []Option

	// None is the label of picking nothing, the first row.
	None string

	// UseCode makes the label of the row that takes what is typed as a value
	// that is no option.
	UseCode func(code string) string

	// Count says how many of how many are shown; Nothing that none is.
	Count   func(shown, all int) string
	Nothing string
}

// Picker is a list that narrows while one types. The box is always open: there
// is no key to start searching with.
type Picker struct {
	base
	cfg     PickerConfig
	entries []entry
	in      textinput.Model
	height  int // rows of the list

	list    []row
	matches int    // how many of them are options
	at      int    // the highlighted row
	top     int    // the first row in the window
	initial string // the value when the search began
}

// row is a line of the list: an option, None (value and label set, empty value)
// or a code that is no option.
type row struct {
	value, label, detail string
}

// NewPicker makes a picker with the bound value highlighted.
func NewPicker(cfg PickerConfig) *Picker {
	f := &Picker{base: base{key: cfg.Key, title: cfg.Title}, cfg: cfg, in: newInput(), height: 8, initial: *cfg.Value}
	f.in.Placeholder = cfg.Placeholder
	f.entries = make([]entry, len(cfg.Options))
	for i, o := range cfg.Options {
		f.entries[i] = newEntry(o)
	}
	f.search()
	return f
}

var _ Field = (*Picker)(nil)

// Init implements huh.Field.
func (f *Picker) Init() tea.Cmd { return nil }

// Update implements huh.Field.
func (f *Picker) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return f, f.edit(func() tea.Cmd {
			f.in.SetValue(f.in.Value() + visible(validate.Trim(msg.Content)))
			f.in.CursorEnd()
			return nil
		})
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter":
			f.move = Accept
		case "tab":
			f.move = Next
		case "shift+tab":
			f.move = Prev
		case "up":
			f.highlight(f.at - 1)
		case "down":
			f.highlight(f.at + 1)
		case "pgup":
			f.highlight(f.at - f.height)
		case "pgdown":
			f.highlight(f.at + f.height)
		default:
			return f, f.edit(func() (cmd tea.Cmd) {
				f.in, cmd = f.in.Update(msg)
				return cmd
			})
		}
	}
	return f, nil
}

// edit changes the query and searches again where it did change.
func (f *Picker) edit(change func() tea.Cmd) tea.Cmd {
	before := f.in.Value()
	cmd := change()
	if f.in.Value() != before {
		f.search()
	}
	return cmd
}

// Escape clears the query; it tells whether there was one.
func (f *Picker) Escape() bool {
	if f.in.Value() == "" {
		return false
	}
	f.in.SetValue("")
	f.search()
	return true
}

// search makes the rows for the query and highlights the best.
func (f *Picker) search() {
	f.refused = ""
	query := strings.TrimSpace(fold(f.in.Value()))
	f.list = f.list[:0]
	if query == "" {
		f.list = append(f.list, row{"", f.cfg.None, ""})
		if f.initial != "" && !f.known(f.initial) {
			f.list = append(f.list, row{f.initial, f.cfg.UseCode(f.initial), ""})
		}
		for i := range f.entries {
			f.list = append(f.list, f.entries[i].row())
		}
		f.matches, f.top = len(f.entries), 0
		f.highlight(slices.IndexFunc(f.list, func(r row) bool { return r.value == f.initial }))
		return
	}
	words := strings.Fields(query)
	for want := rankCode; want < noMatch; want++ {
		for i := range f.entries {
			if f.entries[i].rank(query, words) == want {
				f.list = append(f.list, f.entries[i].row())
			}
		}
	}
	f.matches = len(f.list)
	if code := strings.TrimSpace(f.in.Value()); f.offersCode(code) {
		f.list = append(f.list, row{code, f.cfg.UseCode(code), ""})
	}
	f.top = 0
	f.highlight(0)
}

func (e *entry) row() row { return row{e.Value, e.Label, e.Detail} }

func (f *Picker) known(code string) bool {
	return slices.ContainsFunc(f.entries, func(e entry) bool { return e.Value == code })
}

// offersCode tells whether what is typed may be taken as a code that is no
// option. Codes are opaque; a word that finds something is more likely a name.
func (f *Picker) offersCode(s string) bool {
	digit := strings.ContainsAny(s, "0123456789")
	plain := !strings.ContainsFunc(s, func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_'
	})
	return plain && len(s) <= 36 && (digit || f.matches == 0) && !f.known(s)
}

// highlight moves to a row, binds its value and scrolls it into the window.
func (f *Picker) highlight(i int) {
	if len(f.list) == 0 {
		f.at, *f.cfg.Value = 0, f.initial
		return
	}
	f.at = min(max(i, 0), len(f.list)-1)
	*f.cfg.Value = f.list[f.at].value
	f.top = min(f.top, f.at)
	f.top = max(f.top, f.at-f.height+1)
	f.refused = ""
}

// Problem implements [Field].
func (f *Picker) Problem() string {
	if len(f.list) == 0 {
		return f.cfg.Nothing
	}
	return ""
}

// Focus implements huh.Field.
func (f *Picker) Focus() tea.Cmd {
	f.focus()
	return f.in.Focus()
}

// Blur implements huh.Field.
func (f *Picker) Blur() tea.Cmd {
	f.blur()
	f.in.Blur()
	return nil
}

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
			lines = append(lines, selector+picked.over(f.list[i].text(f.inner()-2)))
		default:
			lines = append(lines, "  "+option.over(f.list[i].text(f.inner()-2)))
		}
	}
	count := f.cfg.Count(f.matches, len(f.entries))
	return f.frame(f.title, append(lines, f.says(cmp.Or(f.refused, f.Problem()), count))...)
}

// text lays label and detail out within a width.
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
	resize(&f.in, f.inner()-1)
	return f
}

// WithHeight implements huh.Field: title, box and note leave the rest to the
// list.
func (f *Picker) WithHeight(h int) huh.Field {
	f.height = max(h-3, 3)
	f.highlight(f.at)
	return f
}

// WithPosition implements huh.Field.
func (f *Picker) WithPosition(huh.FieldPosition) huh.Field { return f }
