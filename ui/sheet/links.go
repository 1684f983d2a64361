package sheet

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/desk"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
)

// Links lists the links of this session with what became of each, the last first.
type Links struct {
	*screen.Session
	keys   []screen.Binding
	chosen int // the line of the list
	ticker screen.Ticker
}

// LinksBinding is the key that opens the list. Where letters are typed it is
// ctrl+l alone.
func LinksBinding(s *screen.Session, keys ...string) screen.Binding {
	return screen.Binding{
		Binding: screen.Bind(keys[0], s.Text.Keys.Links, keys...),
		Do: func(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
			s.Desk.ReadAll()
			l := newLinks(s)
			return screen.Outcome{Open: l}, l.tick()
		},
	}
}

func newLinks(s *screen.Session) *Links {
	l := &Links{Session: s}
	t := &s.Text.Keys
	l.keys = []screen.Binding{
		{Binding: screen.Bind("enter", t.Reopen, "enter"), Do: l.reopen},
		{Binding: screen.Bind("↑↓", t.Choose, "up", "down"), Do: l.choose},
		{Binding: screen.Bind("esc", t.Back, "esc"), Do: leave},
	}
	return l
}

// leave closes a sheet.
func leave(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) { return screen.Outcome{Close: true}, nil }

func (l *Links) reopen(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	chosen := l.list()[l.chosen]
	l.Desk.Reopen(chosen)
	return screen.Outcome{Event: flow.Reopen, Handover: screen.Handover{Link: chosen}}, nil
}

func (l *Links) choose(msg tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	by := map[string]int{"up": -1, "down": 1}[msg.String()]
	l.chosen = min(max(l.chosen+by, 0), len(l.list())-1)
	return screen.Outcome{}, nil
}

// list returns the links in the order of the lines.
func (l *Links) list() []*desk.Link {
	list := l.Desk.Links()
	slices.Reverse(list)
	return list
}

// tick waits for the next change of any countdown on the list.
func (l *Links) tick() tea.Cmd {
	var left []time.Duration
	for _, link := range l.Desk.Links() {
		left = append(left, link.Left())
	}
	return l.ticker.Next(l.Clock, left...)
}

// Update implements [screen.Sheet].
func (l *Links) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) {
	if _, resumed := msg.(screen.Resumed); resumed || l.ticker.Ticked(msg) {
		return screen.Outcome{}, l.tick()
	}
	return screen.Outcome{}, nil
}

// Bindings implements [screen.Sheet].
func (l *Links) Bindings() []screen.Binding { return l.keys }

// View implements [screen.Sheet].
func (l *Links) View(a screen.Area) screen.Frame {
	lines := []string{l.Theme.Title.Render(l.Text.Links.Title), ""}
	list := l.list()
	rows := max(a.Rows-len(lines), 1)
	top := min(max(l.chosen-rows+1, 0), max(len(list)-rows, 0))
	for i := top; i < min(top+rows, len(list)); i++ {
		mark := "  "
		if i == l.chosen {
			mark = "❯ "
		}
		lines = append(lines, mark+l.row(l.Facts(list[i], list[i].Left()), a.Cols))
	}
	return screen.Frame{Body: screen.Block(lines...)}
}

// row is a line of the list: whom the link is for, the bank, the time left, and
// how far it is.
func (l *Links) row(f screen.Facts, width int) string {
	left := screen.ClockText(f.Left)
	if f.Left == 0 {
		left = l.Text.Links.Over
	}
	bank := f.Link.Bank
	if latest := f.Link.Latest(); len(latest) > 0 {
		bank = l.Desk.Institutions.Name(latest[len(latest)-1])
	}
	who := screen.Pad(f.Link.Customer, 19) + screen.Pad(screen.Cut(bank, 24), 25)
	standing := f.StandingStyle().Render(screen.Cut(f.Standing(), max(width-60, 1)))
	return l.Theme.Text.Render(who) + screen.Pad(left, 8) + standing
}
