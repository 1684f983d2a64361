// Package review is the screen that shows a request as it will go out, before
// anything is sent.
package review

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
	"klavilink/validate"
)

// Screen shows what will be sent. Make it with [New].
type Screen struct {
	*screen.Session
	keys     keys
	room     screen.Area
	scrolled int // the first line
}

type keys struct{ create, edit, back, reveal, scroll, links screen.Binding }

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
		links:  sheet.LinksBinding(s, "ctrl+l"),
	}
	return r
}

// Enter implements [screen.Screen]. The terminal is asked here what images it
// shows: at the start the answer could reach a field.
func (s *Screen) Enter(flow.Event, screen.Handover) tea.Cmd {
	s.scrolled = 0
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

// Aspects implements [screen.Screen].
func (s *Screen) Aspects() screen.Aspects {
	return screen.Aspects{Warnings: s.Warnings(s.Desk.Draft())}
}

// titleRows are the rows of the title and the blank line under it.
const titleRows = 2

// rows is how many lines fit.
func (s *Screen) rows() int { return max(s.room.Rows-titleRows, 0) }

// View implements [screen.Screen].
func (s *Screen) View(screen.Area) screen.Frame {
	lines, room := s.lines(), s.rows()
	title := " " + s.Theme.Text.Render(s.Text.Review.Title)
	if all := len(lines); all > room {
		from := min(s.scrolled, all-room)
		lines = lines[from : from+room]
		title += s.Theme.Dim.Render("  " + fmt.Sprintf(s.Text.Review.ScrollF, from+1, from+room, all))
	}
	return screen.Frame{Body: title + "\n\n  " + strings.Join(lines, "\n  ")}
}

const labelWidth = 23

// maxValue limits a value, in characters.
const maxValue = 600

// lines lays the rows out, with a heading for each step.
func (s *Screen) lines() []string {
	d := s.Desk.Draft()
	var lines []string
	heading := draft.Step(-1)
	for _, r := range draft.Review(s.Text, d, s.Bank(d), s.Veil.Hides(d)) {
		if r.Step != heading {
			name, _ := draft.StepWords(s.Text, r.Step)
			lines = append(lines, s.Theme.Title.Render(strconv.Itoa(int(r.Step)+1)+" "+name))
			heading = r.Step
		}
		lines = append(lines, s.row(r)...)
	}
	return lines
}

// row lays a value out over as many lines as it needs. The API's name for it stands
// at the right of the first, if there is room.
func (s *Screen) row(r draft.Row) []string {
	room := s.room.Cols - 4 - labelWidth - 3
	paint := s.Theme.Text
	if r.Value == "" {
		r.Value, paint = s.Text.Review.Nothing, s.Theme.Dim
	}
	value := ansi.Hardwrap(ansi.Wordwrap(validate.Harmless(r.Value, maxValue), room, " "), room, true)
	lines := strings.Split(value, "\n")
	for i, part := range lines {
		indent := strings.Repeat(" ", labelWidth+3)
		if i == 0 {
			indent = "  " + s.Theme.Dim.Render(screen.Pad(screen.Cut(r.Label, labelWidth), labelWidth)) + " "
		}
		lines[i] = indent + paint.Render(part)
		if gap := room - ansi.StringWidth(part) - len(r.Name); i == 0 && gap >= 2 {
			lines[i] += strings.Repeat(" ", gap) + s.Theme.Dim.Render(r.Name)
		}
	}
	return lines
}
