package field

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"klavilink/validate"
)

// Option is something that can be picked.
type Option struct {
	Value      string   // stored in the bound value, and searched
	Label      string   // shown and searched
	Detail     string   // shown beside the label
	Keywords   string   // searched, but not shown
	OtherNames []string // searched like the label, but not shown
}

// PickerConfig describes a [Picker].
type PickerConfig struct {
	Key, Title, Placeholder string

	// Value is bound to the value of the picked option. It is empty if None is
	// picked.
	Value   *string
	Options []Option

	// None is the label of the first row, which picks nothing.
	None string

	// UseCode returns the label of the row for a typed code that is not an option.
	// Picking that row stores the code as the value.
	UseCode func(code string) string

	// Count returns the note on how many of all options match. Nothing is the
	// problem if no row is highlighted.
	Count   func(shown, all int) string
	Nothing string
}

// Picker is a list with a search box. The list shows only what matches the box, with a
// letter or two forgiven. Any letter goes into the box, so no key is needed to start a
// search.
type Picker struct {
	base
	cfg     PickerConfig
	entries []entry
	in      textinput.Model
	height  int // of the list, in lines

	list    []row
	matches int    // how many rows are options that match
	at      int    // the highlighted row, or -1
	top     int    // the first row in the window
	initial string // the bound value when the picker was made
}

// row is a line of the list: an option, None (its value is empty), or a code that is
// not an option.
type row struct {
	value, label, detail string
}

// NewPicker returns a picker with the bound value highlighted.
func NewPicker(cfg PickerConfig) *Picker {
	f := &Picker{
		base: base{key: cfg.Key, title: cfg.Title}, cfg: cfg, in: newInput(), height: 8, initial: *cfg.Value,
	}
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
			f.choose(f.at - 1)
		case "down":
			f.choose(f.at + 1)
		case "pgup":
			f.choose(f.at - f.height)
		case "pgdown":
			f.choose(f.at + f.height)
		default:
			return f, f.edit(func() (cmd tea.Cmd) {
				f.in, cmd = f.in.Update(msg)
				return cmd
			})
		}
	}
	return f, nil
}

// edit lets a function change the query, and searches again if the query is new.
func (f *Picker) edit(change func() tea.Cmd) tea.Cmd {
	before := f.in.Value()
	cmd := change()
	if f.in.Value() != before {
		f.search()
	}
	return cmd
}

// Escape clears the query and reports whether there was one.
func (f *Picker) Escape() bool {
	if f.in.Value() == "" {
		return false
	}
	f.in.SetValue("")
	f.search()
	return true
}

// search lists the rows for the query, best match first, and highlights the first
// one. Without a query it lists all options and highlights the value that was bound
// at the start.
func (f *Picker) search() {
	f.refused = ""
	q := newQuery(f.in.Value())
	f.list = f.list[:0]
	if q.text == "" {
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
	found := matches(f.entries, &q)
	for _, ranked := range found {
		for _, e := range ranked {
			f.list = append(f.list, e.row())
		}
	}
	f.matches, f.top = len(f.list), 0
	exact := f.matches - len(found[rankNear]) - len(found[rankFar])
	if code := strings.TrimSpace(f.in.Value()); f.offersCode(code, exact) {
		f.list = append(f.list, row{code, f.cfg.UseCode(code), ""})
	}
	f.highlight(0)
	if f.matches == 0 && hasLetter(q.text) {
		f.highlight(-1) // A name that is not in the list is no code.
	}
}

// row returns the line of the list for an option.
func (e *entry) row() row { return row{e.Value, e.Label, e.Detail} }

// known reports whether a code is the value of an option.
func (f *Picker) known(code string) bool {
	return slices.ContainsFunc(f.entries, func(e entry) bool { return e.Value == code })
}

// offersCode reports whether the list offers the query as a code that is not an
// option. Any short word may be a code. But a word without digits that matches an
// option exactly is more likely a name.
func (f *Picker) offersCode(s string, exact int) bool {
	return isWord(s) && (hasDigit(s) || exact == 0) && !f.known(s)
}

// choose moves to a row, or to the nearest one.
func (f *Picker) choose(i int) {
	f.refused = ""
	f.highlight(max(i, 0))
}

// highlight moves to a row, stores its value in the bound value and scrolls the row
// into the window. With -1 no row is highlighted, and the value is that of the start.
func (f *Picker) highlight(i int) {
	f.at = min(i, len(f.list)-1)
	if f.at < 0 {
		*f.cfg.Value = f.initial
		return
	}
	*f.cfg.Value = f.list[f.at].value
	f.top = min(f.top, f.at)
	f.top = max(f.top, f.at-f.height+1)
}

// Problem implements [Field].
func (f *Picker) Problem() string {
	if f.at < 0 {
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
