// Package review is the screen that shows a request as it will go out, before
// anything is sent.
package review

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
	"klavilink/ui/terminal"
)

// Screen shows what will be sent. Make it with [New].
type Screen struct {
	*screen.Session
	keys     keys
	room     screen.Area
	scrolled int  // the first line
	detailed bool // the API's names are shown, and what is not sent
}

type keys struct{ create, edit, back, reveal, scroll, detail, links screen.Binding }

// New makes the screen.
func New(s *screen.Session) *Screen {
	t := &s.Text.Keys
	r := &Screen{Session: s}
	var steps []string
	for step := range draft.Steps {
		steps = append(steps, strconv.Itoa(step+1))
	}
	last := steps[len(steps)-1]
	r.keys = keys{
		create: screen.Binding{Binding: screen.Bind("enter", t.Create, "enter"), Do: r.create},
		edit:   screen.Binding{Binding: screen.Bind("1-"+last, t.Edit, steps...), Do: r.edit},
		back:   screen.Binding{Binding: screen.Bind("esc", t.Back, "esc"), Do: r.back},
		reveal: screen.Binding{Binding: screen.Bind("ctrl+r", t.Reveal, "ctrl+r"), Do: r.reveal},
		scroll: screen.Binding{Binding: screen.Bind("↑↓", t.Scroll, "up", "down", "pgup", "pgdown"), Do: r.scroll},
		detail: screen.Binding{Binding: screen.Bind("d", t.Detail, "d"), Do: r.detail},
		links:  sheet.LinksBinding(s, "ctrl+l"),
	}
	return r
}

// Enter implements [screen.Screen]. The terminal is asked here what images it
// shows: at the start the answer could reach a field.
func (s *Screen) Enter(flow.Event, screen.Handover) tea.Cmd {
	s.scrolled, s.detailed = 0, false
	return tea.Batch(s.Connection.Warm(), s.Terminal.Probe(), s.Follow.LookUp())
}

// Leave implements [screen.Screen].
func (s *Screen) Leave() tea.Cmd { return nil }

// Update implements [screen.Screen].
func (s *Screen) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) {
	if m, ok := msg.(screen.Resized); ok {
		s.room = m.Area
	}
	return screen.Outcome{}, nil
}

// Bindings implements [screen.Screen].
func (s *Screen) Bindings() []screen.Binding {
	k := &s.keys
	create := k.create
	// Once a session: an agent who is in production by mistake finds out before a
	// customer does.
	if !s.Place.Demo && s.Place.Env == klavi.Production && !s.Desk.HasLinks() {
		create.Confirm = s.Text.Review.AskProduction
	}
	list := []screen.Binding{create, k.edit, k.back}
	if s.Desk.Draft().Personal() {
		list = append(list, k.reveal)
	}
	if len(s.lines()) > s.rows() {
		list = append(list, k.scroll)
	}
	list = append(list, k.detail)
	if s.Desk.HasLinks() {
		list = append(list, k.links)
	}
	return list
}

func (s *Screen) create(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Go(flow.Submit), nil
}

func (s *Screen) back(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) { return screen.Go(flow.Back), nil }

func (s *Screen) edit(msg tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	step := draft.Step(msg.String()[0] - '1')
	return screen.Outcome{Event: flow.Edit, Handover: screen.Handover{Step: step}}, nil
}

func (s *Screen) reveal(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Outcome{}, s.Veil.Toggle(s.Desk.Draft())
}

func (s *Screen) scroll(msg tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	by := map[string]int{"up": -1, "down": 1, "pgup": -10, "pgdown": 10}[msg.String()]
	s.scrolled = min(max(s.scrolled+by, 0), max(len(s.lines())-s.rows(), 0))
	return screen.Outcome{}, nil
}

func (s *Screen) detail(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	s.scrolled, s.detailed = 0, !s.detailed
	return screen.Outcome{}, nil
}

// Aspects implements [screen.Screen].
func (s *Screen) Aspects() screen.Aspects {
	return screen.Aspects{Warnings: s.Warnings(s.Desk.Draft())}
}

// rows is how many lines fit. The way and the title take the rows of a tight frame
// that the lines and the border under them leave.
func (s *Screen) rows() int { return max(s.room.Rows-2, 0) }

// cols are the columns of the panel.
func (s *Screen) cols() int { return max(s.room.Cols, terminal.MinCols) - 2 }

// View implements [screen.Screen].
func (s *Screen) View(screen.Area) screen.Frame {
	lines, room := s.lines(), s.rows()
	title := s.Text.Review.Title
	if all := len(lines); all > room {
		from := min(s.scrolled, all-room)
		lines = lines[from : from+room]
		title += " · " + fmt.Sprintf(s.Text.Review.ScrollF, from+1, from+room, all)
	}
	rows := append([]string{s.Steps(draft.Step(draft.Steps)).Row(s.Theme, s.cols())},
		s.Theme.Box(title, lines, s.cols(), 0)...)
	return screen.Frame{Body: " " + strings.Join(rows, "\n "), Chrome: screen.Tight}
}
