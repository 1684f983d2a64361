package field

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"klavilink/validate"
)

// Pair is a row of [Pairs].
type Pair struct{ Key, Value string }

// PairsConfig describes [Pairs].
type PairsConfig struct {
	Key, Title      string
	KeyName, Column string // what the two columns hold
	Note            string

	// Value is bound to the rows that are not empty.
	Value *[]Pair

	// Suggestions complete the keys.
	Suggestions []string

	// Check says what is wrong with a row, the first of them first; empty where
	// nothing is.
	Check func(rows []Pair, i int) string
}

// Pairs is a grid of keys and values. An empty row stands at its end: enter on
// it goes on, typing in it adds a row. Pasted lines of "key=value" become rows.
type Pairs struct {
	base
	cfg    PairsConfig
	cells  [][2]textinput.Model
	y, x   int
	height int
}

// NewPairs makes a grid that shows the bound rows.
func NewPairs(cfg PairsConfig) *Pairs {
	f := &Pairs{base: base{key: cfg.Key, title: cfg.Title}, cfg: cfg, height: 6}
	for _, p := range *cfg.Value {
		f.cells = append(f.cells, f.newRow(p))
	}
	f.cells = append(f.cells, f.newRow(Pair{}))
	return f
}

var _ Field = (*Pairs)(nil)

func (f *Pairs) newRow(p Pair) (cells [2]textinput.Model) {
	for i, text := range []string{p.Key, p.Value} {
		cells[i] = newInput()
		cells[i].SetValue(visible(text))
		cells[i].CursorEnd()
	}
	cells[0].Placeholder, cells[1].Placeholder = f.cfg.KeyName, f.cfg.Column
	if len(f.cfg.Suggestions) > 0 {
		cells[0].ShowSuggestions = true
		cells[0].SetSuggestions(f.cfg.Suggestions)
		cells[0].KeyMap.AcceptSuggestion.SetKeys("right", "ctrl+e")
		cells[0].KeyMap.NextSuggestion.SetEnabled(false)
		cells[0].KeyMap.PrevSuggestion.SetEnabled(false)
	}
	f.dress(&cells)
	return cells
}

// dress gives cells the theme and the width.
func (f *Pairs) dress(cells *[2]textinput.Model) {
	st := inputStyles(f.styles())
	for i := range cells {
		cells[i].SetStyles(st)
		resize(&cells[i], f.cellWidth(i)-1)
	}
}

// cellWidth splits the width: keys are shorter than addresses.
func (f *Pairs) cellWidth(x int) int {
	left := min(max((f.inner()-3)*2/5, 8), 32)
	if x == 0 {
		return left
	}
	return max(f.inner()-3-left, 8)
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
			f.enter()
		case "tab":
			f.step(1)
		case "shift+tab":
			f.step(-1)
		case "up":
			if f.y == 0 {
				f.move = Prev
			} else {
				f.goTo(f.y-1, f.x)
			}
		case "down":
			if f.y == len(f.cells)-1 {
				f.move = Next
			} else {
				f.goTo(f.y+1, f.x)
			}
		case "ctrl+x":
			f.drop()
		default:
			var cmd tea.Cmd
			cell := &f.cells[f.y][f.x]
			before := cell.Value()
			*cell, cmd = cell.Update(msg)
			if cell.Value() != before {
				f.changed()
			}
			return f, cmd
		}
	}
	return f, nil
}

// enter goes from key to value to the next row, and on from the empty last one.
func (f *Pairs) enter() {
	switch {
	case f.y == len(f.cells)-1 && f.pair(f.y) == (Pair{}):
		f.move = Accept
	case f.x == 0:
		f.goTo(f.y, 1)
	default:
		f.goTo(f.y+1, 0)
	}
}

// step goes to the next or the previous cell, and out of the grid at its ends.
func (f *Pairs) step(by int) {
	at := f.y*2 + f.x + by
	last := len(f.cells)*2 - 1
	if f.pair(len(f.cells)-1) == (Pair{}) {
		last-- // the value of the empty row is nowhere to go to
	}
	switch {
	case at < 0:
		f.move = Prev
	case at > last:
		f.move = Next
	default:
		f.goTo(at/2, at%2)
	}
}

func (f *Pairs) goTo(y, x int) {
	f.cells[f.y][f.x].Blur()
	f.y, f.x = min(max(y, 0), len(f.cells)-1), x
	if f.focused {
		f.cells[f.y][f.x].Focus()
	}
}

// drop takes the row away.
func (f *Pairs) drop() {
	f.cells = slices.Delete(f.cells, f.y, f.y+1)
	if len(f.cells) == 0 {
		f.cells = append(f.cells, f.newRow(Pair{}))
	}
	f.y = min(f.y, len(f.cells)-1)
	f.changed()
	f.goTo(f.y, 0)
}

// paste puts a line into the cell, and several lines or a "key=value" typed into
// an empty row into rows.
func (f *Pairs) paste(text string) {
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	_, _, isPair := strings.Cut(strings.TrimSpace(text), "=")
	if len(lines) < 2 && (!isPair || f.x != 0 || f.pair(f.y) != Pair{}) {
		insert(&f.cells[f.y][f.x], visible(validate.Trim(text)))
		f.changed()
		return
	}
	at := f.y
	for _, line := range lines {
		k, v, _ := strings.Cut(line, "=")
		p := Pair{strings.Trim(validate.Trim(k), `"'`), strings.Trim(validate.Trim(v), `"'`)}
		if p == (Pair{}) {
			continue
		}
		f.cells = slices.Insert(f.cells, at, f.newRow(p))
		at++
	}
	f.changed()
	f.y = at
	f.goTo(at, 0)
}

// changed keeps one empty row at the end and tells the value.
func (f *Pairs) changed() {
	f.refused, f.tried = "", false
	if f.pair(len(f.cells)-1) != (Pair{}) {
		f.cells = append(f.cells, f.newRow(Pair{}))
	}
	*f.cfg.Value = f.pairs()
}

func (f *Pairs) pair(y int) Pair {
	return Pair{strings.TrimSpace(f.cells[y][0].Value()), strings.TrimSpace(f.cells[y][1].Value())}
}

// pairs gives the rows that are not empty.
func (f *Pairs) pairs() []Pair {
	var rows []Pair
	for y := range f.cells {
		if p := f.pair(y); p != (Pair{}) {
			rows = append(rows, p)
		}
	}
	return rows
}

// Problem implements [Field].
func (f *Pairs) Problem() string {
	f.tried = true
	return f.problem()
}

func (f *Pairs) problem() string {
	rows := f.pairs()
	for i := range rows {
		if f.cfg.Check == nil {
			break
		}
		if p := f.cfg.Check(rows, i); p != "" {
			return p
		}
	}
	return ""
}

// Focus implements huh.Field.
func (f *Pairs) Focus() tea.Cmd {
	f.focus()
	return f.cells[f.y][f.x].Focus()
}

// Blur implements huh.Field.
func (f *Pairs) Blur() tea.Cmd {
	f.blur()
	f.cells[f.y][f.x].Blur()
	return nil
}
