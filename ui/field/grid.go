package field

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// cells is a row: the cell of a key, and the cell of its value.
type cells [2]textinput.Model

// pair returns the texts of a row without the blanks around them.
func (c *cells) pair() Pair {
	return Pair{strings.TrimSpace(c[0].Value()), strings.TrimSpace(c[1].Value())}
}

// grid holds the rows of [Pairs] and the cursor. It always has at least one row.
// It does not know what the rows are for, nor how they look.
type grid struct {
	rows    []cells
	y, x    int // the cursor's row, and its cell within the row
	focused bool
	newRow  func(Pair) cells
}

// add puts a row at the end.
func (g *grid) add(p Pair) { g.rows = append(g.rows, g.newRow(p)) }

// grow adds an empty row if the last one is not empty.
func (g *grid) grow() {
	if !g.lastIsEmpty() {
		g.add(Pair{})
	}
}

// lastIsEmpty reports whether the last row is empty.
func (g *grid) lastIsEmpty() bool { return g.rows[len(g.rows)-1].pair() == Pair{} }

// insert puts rows above the cursor's row. The cursor goes to the key below them.
func (g *grid) insert(pairs []Pair) {
	rows := make([]cells, len(pairs))
	for i, p := range pairs {
		rows[i] = g.newRow(p)
	}
	g.rows = slices.Insert(g.rows, g.y, rows...)
	g.y += len(rows)
	g.goTo(g.y, 0)
}

// drop removes the cursor's row.
func (g *grid) drop() {
	g.rows = slices.Delete(g.rows, g.y, g.y+1)
	if len(g.rows) == 0 {
		g.add(Pair{})
	}
	g.y = min(g.y, len(g.rows)-1)
	g.goTo(g.y, 0)
}

// pairs returns the rows that are not empty.
func (g *grid) pairs() []Pair {
	var pairs []Pair
	for y := range g.rows {
		if p := g.rows[y].pair(); p != (Pair{}) {
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// set changes the value of the i-th of the rows that are not empty.
func (g *grid) set(i int, value string) {
	for y := range g.rows {
		if row := &g.rows[y]; row.pair() != (Pair{}) {
			if i == 0 {
				row[1].SetValue(value)
				row[1].CursorEnd()
				return
			}
			i--
		}
	}
}

// cell returns the cell under the cursor.
func (g *grid) cell() *textinput.Model { return &g.rows[g.y][g.x] }

// atEmptyKey reports whether the cursor is on the key of an empty row.
func (g *grid) atEmptyKey() bool { return g.x == 0 && g.rows[g.y].pair() == Pair{} }

// enter goes from a key to its value, and from a value to the next row. It leaves
// the grid from the empty last row.
func (g *grid) enter() Move {
	switch {
	case g.y == len(g.rows)-1 && g.lastIsEmpty():
		return Accept
	case g.x == 0:
		g.goTo(g.y, 1)
	default:
		g.goTo(g.y+1, 0)
	}
	return Stay
}

// step goes to the next cell or the previous one. It leaves the grid at its ends.
func (g *grid) step(by int) Move {
	at := g.y*2 + g.x + by
	last := len(g.rows)*2 - 1
	if g.lastIsEmpty() {
		last-- // the cursor does not go to the value of the empty row
	}
	switch {
	case at < 0:
		return Prev
	case at > last:
		return Next
	default:
		g.goTo(at/2, at%2)
		return Stay
	}
}

// up goes to the row above. It leaves the grid from the first row.
func (g *grid) up() Move {
	if g.y == 0 {
		return Prev
	}
	g.goTo(g.y-1, g.x)
	return Stay
}

// down goes to the row below. It leaves the grid from the last row.
func (g *grid) down() Move {
	if g.y == len(g.rows)-1 {
		return Next
	}
	g.goTo(g.y+1, g.x)
	return Stay
}

// goTo moves the cursor, and the focus with it.
func (g *grid) goTo(y, x int) {
	g.cell().Blur()
	g.y, g.x = min(max(y, 0), len(g.rows)-1), x
	if g.focused {
		g.cell().Focus()
	}
}

// focus gives the cell under the cursor the focus.
func (g *grid) focus() tea.Cmd {
	g.focused = true
	return g.cell().Focus()
}

// blur takes the focus away.
func (g *grid) blur() {
	g.focused = false
	g.cell().Blur()
}

// top returns the first row to show in a window of so many rows. The window shows
// the last rows, unless the cursor is above them; then it begins at the cursor.
func (g *grid) top(height int) int { return min(max(len(g.rows)-height, 0), g.y) }
