package sheet

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/desk"
	"klavilink/ui/field"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
)

// Links lists the links of this session with what became of each, the last first. The
// agent can search it and name a link.
type Links struct {
	*screen.Session
	keys   linksKeys
	chosen *desk.Link // nil for the first of the list
	ticker screen.Ticker
	typed  typed
	query  line
	name   line
}

// typed is what the keys of letters go to.
type typed uint8

const (
	noText typed = iota
	theQuery
	theName
)

// linksKeys are the keys of the list. The last three work while something is typed.
type linksKeys struct{ reopen, choose, search, rename, leave, done, save, cancel screen.Binding }

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
	l := &Links{Session: s, query: line{most: 40}, name: line{most: desk.MaxName}}
	t, own := &s.Text.Keys, &s.Text.Links
	l.keys = linksKeys{
		reopen: screen.Binding{Binding: screen.Bind("enter", t.Reopen, "enter"), Do: l.reopen},
		choose: screen.Binding{Binding: screen.Bind("↑↓", t.Choose, "up", "down"), Do: l.choose},
		search: screen.Binding{Binding: screen.Bind("/", own.Search, "/"), Do: l.search},
		rename: screen.Binding{Binding: screen.Bind("n", own.Rename, "n"), Do: l.rename},
		leave:  screen.Binding{Binding: screen.Bind("esc", t.Back, "esc"), Do: l.leave},
		done:   screen.Binding{Binding: screen.Bind("enter", t.Choose, "enter"), Do: l.done},
		save:   screen.Binding{Binding: screen.Bind("enter", own.Keep, "enter"), Do: l.save},
		cancel: screen.Binding{Binding: screen.Bind("esc", t.Cancel, "esc"), Do: l.cancel},
	}
	return l
}

// leave closes a sheet.
func leave(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) { return screen.Outcome{Close: true}, nil }

func (l *Links) reopen(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	link := l.selected()
	if link == nil {
		return screen.Outcome{}, nil
	}
	l.Desk.Reopen(link)
	return screen.Outcome{Event: flow.Reopen, Handover: screen.Handover{Link: link}}, nil
}

func (l *Links) choose(msg tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	by := map[string]int{"up": -1, "down": 1}[msg.String()]
	if list := l.list(); len(list) > 0 {
		l.chosen = list[min(max(l.at(list)+by, 0), len(list)-1)]
	}
	return screen.Outcome{}, nil
}

// at is the line of the chosen link, or the first one if the link is not on the list.
func (l *Links) at(list []*desk.Link) int { return max(slices.Index(list, l.chosen), 0) }

// selected returns the chosen link, or nil if the list is empty.
func (l *Links) selected() *desk.Link {
	list := l.list()
	if len(list) == 0 {
		return nil
	}
	return list[l.at(list)]
}

// search has the agent type what to search for.
func (l *Links) search(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	l.typed = theQuery
	return screen.Outcome{}, nil
}

// rename has the agent type a name for the chosen link.
func (l *Links) rename(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	if l.chosen = l.selected(); l.chosen != nil {
		l.typed, l.name.text = theName, l.chosen.Name()
	}
	return screen.Outcome{}, nil
}

// leave shows all links again after a search, and else closes the sheet.
func (l *Links) leave(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	if l.query.text == "" {
		return screen.Outcome{Close: true}, nil
	}
	l.query.text, l.chosen = "", nil
	return screen.Outcome{}, nil
}

// done ends the typing and keeps what was found.
func (l *Links) done(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	l.typed = noText
	return screen.Outcome{}, nil
}

// save gives the link the name that was typed.
func (l *Links) save(msg tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	l.chosen.Rename(l.name.text)
	return l.done(msg)
}

// cancel ends the typing without its result.
func (l *Links) cancel(msg tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	if l.typed == theQuery {
		l.query.text, l.chosen = "", nil
	}
	return l.done(msg)
}

// list returns the links that the search finds, in the order of the lines.
func (l *Links) list() []*desk.Link {
	list := l.Desk.Links()
	slices.Reverse(list)
	if l.query.text == "" {
		return list
	}
	return slices.DeleteFunc(list, func(link *desk.Link) bool { return !field.Matches(l.query.text, l.row(link).words()) })
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
	switch before := l.query.text; l.typed {
	case theQuery:
		l.query.update(msg)
		if l.query.text != before {
			l.chosen = nil
		}
	case theName:
		l.name.update(msg)
	case noText:
	}
	return screen.Outcome{}, nil
}

// Bindings implements [screen.Sheet].
func (l *Links) Bindings() []screen.Binding {
	k := &l.keys
	switch {
	case l.typed == theQuery:
		return []screen.Binding{k.done, k.choose, k.cancel}
	case l.typed == theName:
		return []screen.Binding{k.save, k.cancel}
	case len(l.list()) == 0:
		return []screen.Binding{k.search, k.leave}
	default:
		return []screen.Binding{k.reopen, k.choose, k.search, k.rename, k.leave}
	}
}

// View implements [screen.Sheet].
func (l *Links) View(a screen.Area) screen.Frame {
	asked, cursor := l.question(a.Cols - 4)
	lines := []string{l.Theme.Title.Render(l.Text.Links.Title), asked}
	list := l.list()
	all := l.rows(list)
	t := newTable(l.Theme, all, a.Cols-4)
	rows := max((a.Rows-len(lines)-2)/t.height(), 1) // The totals take two lines.
	chosen := l.at(list)
	top := max(chosen-rows+1, 0)
	for i := top; i < min(top+rows, len(list)); i++ {
		mark := "  "
		if i == chosen {
			mark = "❯ "
		}
		for _, line := range t.lines(all[i]) {
			lines = append(lines, mark+line)
			mark = "  "
		}
	}
	if len(list) == 0 {
		lines = append(lines, l.Text.Links.NoneFound)
	}
	lines = append(lines, "", l.Theme.Dim.Render(screen.Cut(l.totals(), a.Cols-4)))
	return screen.Frame{Body: screen.Block(lines...), Cursor: cursor}
}

// question is what is typed at the moment, or what was searched for.
func (l *Links) question(width int) (string, *tea.Cursor) {
	label, words := l.Text.Links.SearchLabel, l.query.text
	switch {
	case l.typed == theName:
		label, words = l.Text.Links.NameLabel, l.name.text
	case l.typed == noText && words == "":
		return "", nil
	}
	asked := screen.Cut(label+" "+words, width)
	if l.typed == noText {
		return l.Theme.Dim.Render(asked), nil
	}
	return l.Theme.Text.Render(asked), tea.NewCursor(2+ansi.StringWidth(asked), 1)
}

// totals counts the links of the session, whatever is searched for.
func (l *Links) totals() string {
	var authorised, open, over int
	links := l.Desk.Links()
	for _, link := range links {
		switch {
		case link.Authorised():
			authorised++
		case link.Left() == 0:
			over++
		default:
			open++
		}
	}
	return fmt.Sprintf(l.Text.Links.TotalsF, len(links), authorised, open, over)
}
