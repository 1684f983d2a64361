package field

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"klavilink/validate"
)

// Pair is a row of [Pairs].
//
// It is an alias of a struct type without a name. Another package can declare the
// same alias, and rows of the two packages then have the same type. That is how the
// draft of a request keeps rows without importing this package.
type Pair = struct{ Key, Value string }

// PairsConfig describes [Pairs].
type PairsConfig struct {
	Key, Title      string
	KeyName, Column string // placeholders of the column of keys and the column of values
	Note            string // shown when no problem is shown

	// Value is bound to the rows that are not empty.
	Value *[]Pair

	// Suggestions complete the keys.
	Suggestions []string

	// Check returns what is wrong with row i, or "" if nothing is wrong, and what its
	// value is probably meant to be, or "" if nobody knows.
	Check func(rows []Pair, i int) (problem, meant string)

	// SuggestionNote adds to a problem that ctrl+y takes the value that is probably meant.
	// It may be nil if Check never knows one.
	SuggestionNote func(problem string) string
}

// Pairs is a field of keys and values in rows. The last row is always empty:
// typing in it adds a row, and enter on it leaves the field. Pasted lines of the
// form "key=value" become rows.
//
// The grid of Pairs holds the cells and the cursor. Pairs itself turns keys into
// movements of the grid, and stores the rows in the bound value.
type Pairs struct {
	base
	cfg    PairsConfig
	grid   grid
	height int
}

// NewPairs returns a field that shows the bound rows.
func NewPairs(cfg PairsConfig) *Pairs {
	f := &Pairs{base: base{key: cfg.Key, title: cfg.Title}, cfg: cfg, height: 6}
	f.grid.newRow = func(p Pair) cells {
		row := cfg.newRow(p)
		f.styleRow(&row)
		return row
	}
	for _, p := range *cfg.Value {
		f.grid.add(p)
	}
	f.grid.add(Pair{})
	return f
}

var _ Field = (*Pairs)(nil)

// newRow returns a row that has no theme and no width yet.
func (c PairsConfig) newRow(p Pair) cells {
	var row cells
	for x, text := range []string{p.Key, p.Value} {
		row[x] = newInput()
		row[x].SetValue(visible(text))
		row[x].CursorEnd()
	}
	row[0].Placeholder, row[1].Placeholder = c.KeyName, c.Column
	if len(c.Suggestions) > 0 {
		row[0].ShowSuggestions = true
		row[0].SetSuggestions(c.Suggestions)
		row[0].KeyMap.AcceptSuggestion.SetKeys("right", "ctrl+e")
		row[0].KeyMap.NextSuggestion.SetEnabled(false)
		row[0].KeyMap.PrevSuggestion.SetEnabled(false)
	}
	return row
}

// problem returns the first row that has a problem, with what [PairsConfig.Check] says of it.
func (c PairsConfig) problem(rows []Pair) (row int, problem, meant string) {
	if c.Check == nil {
		return 0, "", ""
	}
	for i := range rows {
		if problem, meant = c.Check(rows, i); problem != "" {
			return i, problem, meant
		}
	}
	return 0, "", ""
}

// styleRow applies the theme and the width to a row.
func (f *Pairs) styleRow(row *cells) {
	st := inputStyles(f.styles())
	for x := range row {
		row[x].SetStyles(st)
		resize(&row[x], f.cellWidth(x)-1)
	}
}

// cellWidth returns the width of the cells in a column. The column of keys is the
// narrower one, because keys are shorter than addresses.
func (f *Pairs) cellWidth(x int) int {
	left := min(max((f.innerWidth()-3)*2/5, 8), 32)
	if x == 0 {
		return left
	}
	return max(f.innerWidth()-3-left, 8)
}

// Init implements huh.Field.
func (f *Pairs) Init() tea.Cmd { return nil }

// Update implements huh.Field.
func (f *Pairs) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		f.paste(msg.Content)
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter":
			f.leave(f.grid.enter())
		case "tab":
			f.leave(f.grid.step(1))
		case "shift+tab":
			f.leave(f.grid.step(-1))
		case "up":
			f.leave(f.grid.up())
		case "down":
			f.leave(f.grid.down())
		case "ctrl+x":
			f.grid.drop()
			f.changed()
		case "ctrl+y":
			f.takeSuggestion()
		default:
			return f, f.edit(msg)
		}
	}
	return f, nil
}

// leave notes where a key takes the focus if the key leaves the field.
func (f *Pairs) leave(m Move) {
	if m != Stay {
		f.move = m
	}
}

// edit passes a key to the cell under the cursor.
func (f *Pairs) edit(msg tea.KeyPressMsg) tea.Cmd {
	cell := f.grid.cell()
	before := cell.Value()
	var cmd tea.Cmd
	*cell, cmd = cell.Update(msg)
	if cell.Value() != before {
		f.changed()
	}
	return cmd
}

// takeSuggestion gives the first row that is wrong the value that it is probably meant to
// have.
func (f *Pairs) takeSuggestion() {
	if row, _, meant := f.cfg.problem(f.grid.pairs()); meant != "" {
		f.grid.set(row, meant)
		f.changed()
	}
}

// paste puts a single line into the cell under the cursor. Several lines become
// rows, and so does a single "key=value" that is pasted into an empty row.
func (f *Pairs) paste(text string) {
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	isPair := strings.Contains(text, "=") && f.grid.atEmptyKey()
	if len(lines) < 2 && !isPair {
		insert(f.grid.cell(), visible(validate.Trim(text)))
		f.changed()
		return
	}
	var rows []Pair
	for _, line := range lines {
		if p := parsePair(line); p != (Pair{}) {
			rows = append(rows, p)
		}
	}
	f.grid.insert(rows)
	f.changed()
}

// parsePair returns the row for a line "key=value". It leaves out the blanks and
// quotation marks around the key and around the value.
func parsePair(line string) Pair {
	k, v, _ := strings.Cut(line, "=")
	return Pair{strings.Trim(validate.Trim(k), `"'`), strings.Trim(validate.Trim(v), `"'`)}
}

// changed adds an empty last row if there is none, and stores the rows in the bound
// value.
func (f *Pairs) changed() {
	f.refused, f.tried = "", false
	f.grid.grow()
	*f.cfg.Value = f.grid.pairs()
}

// Problem implements [Field].
func (f *Pairs) Problem() string {
	f.tried = true
	_, problem, _ := f.cfg.problem(f.grid.pairs())
	return problem
}

// Focus implements huh.Field.
func (f *Pairs) Focus() tea.Cmd {
	f.focus()
	return f.grid.focus()
}

// Blur implements huh.Field.
func (f *Pairs) Blur() tea.Cmd {
	f.blur()
	f.grid.blur()
	return nil
}
