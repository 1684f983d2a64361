package form

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"klavilink/ui/draft"
	"klavilink/ui/field"
	"klavilink/ui/screen"
)

// page is the form of one step with its fields.
type page struct {
	form   *huh.Form
	shape  draft.Shape    // which fields are asked for
	asked  []*draft.Field // those fields
	fields []field.Field  // their controls
	at     int            // the focused field
	gap    int            // blank lines between the fields
}

// aboutRows are the rows above the fields of a step: the way and the border of the
// panel. Another row of border is under the fields, where a blank row of the frame
// makes room for it.
const aboutRows = 2

// aboutCols are the columns at the left of the fields: a margin and the border.
const aboutCols = 1 + screen.BoxCols/2

// panelRows are the rows of the panel, unless its fields need more or the window has
// fewer. It keeps its height while notes come and go beneath the fields, and leaves a row
// to what is said above the keys.
const panelRows = 24

// newPage builds a step's form and focuses the field with the key, or the first.
// Forms are thrown away and made anew, because the values are in the draft. Fields
// of a page before it are kept where the new page has them too.
func (s *steps) newPage(step draft.Step, key string, before ...field.Field) *page {
	p := &page{asked: draft.Asked(s.draft, step), shape: draft.ShapeOf(s.draft, step)}
	list := make([]huh.Field, len(p.asked))
	p.fields = make([]field.Field, len(p.asked))
	for i, f := range p.asked {
		same := func(b field.Field) bool { return b.GetKey() == f.Key.String() }
		if j := slices.IndexFunc(before, same); j >= 0 {
			p.fields[i] = before[j]
		} else {
			p.fields[i] = s.control(f)
		}
		list[i] = p.fields[i]
	}
	p.form = huh.NewForm(huh.NewGroup(list...)).WithTheme(s.Theme)
	p.form.Init()
	p.focus(max(slices.IndexFunc(p.fields, func(f field.Field) bool { return f.GetKey() == key }), 0))
	return p
}

// focus moves to the i-th field.
func (p *page) focus(i int) {
	for p.at < i {
		p.form.NextField()
		p.at++
	}
	for p.at > i {
		p.form.PrevField()
		p.at--
	}
}

func (p *page) focused() field.Field { return p.fields[p.at] }

// kind is the kind of the focused field.
func (p *page) kind() draft.Kind { return p.asked[p.at].Kind }

// fine reports whether the step may be left. Otherwise the focus goes to what is
// wrong.
func (p *page) fine() bool {
	i := p.wrong()
	if i >= 0 {
		p.focus(i)
	}
	return i < 0
}

// wrong returns the first field with a problem, or -1.
func (p *page) wrong() int {
	return slices.IndexFunc(p.fields, func(f field.Field) bool { return f.Problem() != "" })
}

// resize fits the fields into a room.
func (p *page) resize(room screen.Area) {
	height := room.Rows - aboutRows
	p.form.WithWidth(panelCols(room) - screen.BoxCols)
	for _, f := range p.fields {
		switch f := f.(type) {
		case *field.Picker:
			f.WithHeight(min(height, 15))
		case *field.Pairs:
			f.WithHeight(height / 2)
		}
	}
}

// spread puts a blank line between the fields if the room allows it.
func (p *page) spread(room screen.Area) {
	p.gap = 0
	if p.rows()+len(p.fields) <= room.Rows-aboutRows {
		p.gap = 1
	}
}

// rows are the rows of the fields, with what is between them.
func (p *page) rows() int { return p.above(len(p.fields)) - p.gap }

// above are the rows above the i-th field.
func (p *page) above(i int) int {
	total := p.gap * i
	for _, f := range p.fields[:i] {
		total += strings.Count(f.Drawn(), "\n") + 1
	}
	return total
}

// scrolled is how many rows are above the window: none if all fit, else as many as
// bring the focused field to the top. Huh does the same, but measures and pads
// every row on every frame.
func (p *page) scrolled(height int) int {
	return min(p.above(p.at), max(p.rows()-height, 0))
}

// view draws the fields into an area, in a panel that says what the step is about.
func (p *page) view(about string, a screen.Area, t *screen.Theme) ([]string, *tea.Cursor) {
	height := max(a.Rows-aboutRows, 0)
	var rows []string
	for i, f := range p.fields {
		if i > 0 && p.gap > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, strings.Split(f.Drawn(), "\n")...)
	}
	rows = screen.Clip(rows[p.scrolled(height):], height)
	return t.Box(about, rows, panelCols(a), min(height+1, panelRows)), p.cursor(height)
}

// cursor finds the cursor of the focused field in the panel.
func (p *page) cursor(height int) *tea.Cursor {
	c := p.focused().Cursor()
	if c != nil {
		c.X += aboutCols
		c.Y += aboutRows + p.above(p.at) - p.scrolled(height)
	}
	return c
}
