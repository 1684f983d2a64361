package sheet

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/screen"
	"klavilink/validate"
)

// maxCell limits a cell whose text the agent or the API chooses, in characters.
const maxCell = 20

// row is what the list says of a link.
type row struct {
	time, who, ticket, name, left, bank, stage string
	age                                        string // how old the stage is, if it is old
	style                                      lipgloss.Style
}

// row puts a link into words.
func (l *Links) row(link *desk.Link) row {
	f, t := l.Facts(link, link.Left()), &l.Text.Links
	r := row{
		time: l.Time(link.Made()), who: link.Customer, ticket: validate.Harmless(link.Ticket, maxCell), name: link.Name(),
		left: screen.ClockText(f.Left), bank: link.Bank, stage: f.Standing(), style: f.StandingStyle(),
	}
	standing := link.Standing()
	for _, s := range link.Latest() {
		if s.Status == standing {
			r.bank = l.Desk.Institutions.Name(s)
		}
	}
	if f.Left == 0 {
		r.left = ""
		if standing.Outcome() != klavi.Granted {
			r.stage = fmt.Sprintf(t.OverF, r.stage)
		}
	}
	if unseen := link.Unseen(); unseen > time.Minute {
		r.age = fmt.Sprintf(t.AgeF, int(unseen.Minutes()))
	}
	return r
}

// words is what the row says, to be searched. The time left is not in it, because it
// changes every second.
func (r row) words() string {
	return strings.Join([]string{r.time, r.who, r.ticket, r.name, r.bank, r.stage}, " ")
}

// rows puts links into words. Rows that would look alike have the ID of the link in place
// of a name.
func (l *Links) rows(list []*desk.Link) []row {
	alike := map[[4]string]int{}
	all := make([]row, len(list))
	key := func(r row) [4]string { return [4]string{r.time, r.who, r.ticket, r.name} }
	for i, link := range list {
		all[i] = l.row(link)
		alike[key(all[i])]++
	}
	for i, link := range list {
		if alike[key(all[i])] > 1 {
			all[i].name = validate.Harmless(link.ID, maxCell)
		}
	}
	return all
}

// table draws rows in columns of equal widths.
type table struct {
	theme  *screen.Theme
	width  int // of a line
	widths [6]int
	folded bool // two lines a row, because one has no room for everything
}

// newTable fits a table of all rows into a width.
func newTable(theme *screen.Theme, rows []row, width int) table {
	t := table{theme: theme, width: width}
	stage := 0
	for _, r := range rows {
		for i, cell := range r.columns() {
			t.widths[i] = max(t.widths[i], ansi.StringWidth(cell))
		}
		stage = max(stage, ansi.StringWidth(r.standing()))
	}
	whole := stage
	for _, w := range t.widths {
		if w > 0 {
			whole += w + 2
		}
	}
	t.folded = whole > width
	return t
}

// height is how many lines a row takes.
func (t table) height() int {
	if t.folded {
		return 2
	}
	return 1
}

// columns are the cells that have columns of their own.
func (r row) columns() [6]string { return [6]string{r.time, r.left, r.who, r.ticket, r.name, r.bank} }

// standing says how far the link is, and how old that is.
func (r row) standing() string {
	return strings.Join(slices.DeleteFunc([]string{r.stage, r.age}, empty), " · ")
}

func empty(s string) bool { return s == "" }

// lines draws a row.
func (t table) lines(r row) []string {
	cells := r.columns()
	own := len(cells)
	if t.folded {
		own-- // The bank goes to the second line.
	}
	var b strings.Builder
	for i, cell := range cells[:own] {
		if t.widths[i] > 0 {
			b.WriteString(screen.Pad(cell, t.widths[i]+2))
		}
	}
	first := t.theme.Text.Render(screen.Cut(strings.TrimRight(b.String(), " "), t.width))
	if !t.folded {
		return []string{t.theme.Text.Render(b.String()) + t.standing(r, t.width)}
	}
	// The stage matters more than the bank.
	bank := screen.Cut(r.bank, max(t.width-ansi.StringWidth(r.standing())-len(" · "), 8))
	left := t.theme.Dim.Render(bank + " · ")
	return []string{first, left + t.standing(r, t.width-ansi.StringWidth(left))}
}

// standing draws how far the link is, and how old that is.
func (t table) standing(r row, width int) string {
	stage := r.style.Render(screen.Cut(r.stage, width))
	if r.age != "" {
		stage += t.theme.Dim.Render(" · " + r.age)
	}
	return screen.Cut(stage, width)
}
