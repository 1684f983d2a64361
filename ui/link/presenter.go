package link

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/screen"
	"klavilink/ui/sheet"
	"klavilink/validate"
)

// presenterFace is a live link on a screen that is shared: the code, the time left in
// large digits, the company, the journey, and nothing that tells whom the link is for.
type presenterFace struct {
	*subject
	drawing            *drawing
	leave, play, other screen.Binding
}

func newPresenter(f *liveFace) *presenterFace {
	p := &presenterFace{subject: f.subject, drawing: f.drawing, play: f.keys.play, other: f.keys.redraw}
	p.leave = bind(screen.Bind("p", f.Text.Keys.LeavePresenter, "p"), p.unshare)
	return p
}

// bindings are the way out and the keys that help a phone. A stray key shows
// nothing private.
func (f *presenterFace) bindings() []screen.Binding {
	list := []screen.Binding{f.leave}
	if f.Follow.Playable(f.link) {
		list = append(list, f.play)
	}
	if len(f.drawing.fitting) > 1 {
		list = append(list, f.other)
	}
	return f.behind(list)
}

// behind hides keys behind one that lists them.
func (s *subject) behind(keys []screen.Binding) []screen.Binding {
	list := []screen.Binding{bind(screen.Bind("?", s.Text.Keys.AllKeys, "?"),
		func(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
			return screen.Outcome{Open: sheet.NewKeys(s.Session, keys)}, nil
		})}
	for _, b := range keys {
		b.Hidden = true
		list = append(list, b)
	}
	return list
}

func (f *presenterFace) unshare(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	f.presenting = false
	f.drawing.refit()
	return screen.Outcome{}, nil
}

func (f *presenterFace) view(a screen.Area) screen.Frame {
	facts := f.facts()
	if f.drawing.Code == "" {
		why := f.drawing.whyNot(a.Cols-2, false)
		return screen.Frame{Body: " " + strings.ReplaceAll(why, "\n", "\n ") + "\n\n " + facts.Countdown()}
	}
	words := f.Text.Link.PresenterScan
	if f.link.Standing() != "" {
		words = facts.Standing()
	}
	frame := f.drawing.over(facts.Countdown() + "  " + f.Theme.Text.Render(words))
	frame.Body = f.around(frame.Body)
	return frame
}

// sideGap are the columns between the code and what stands at its right.
const sideGap = 3

// around puts the company, the time and the journey around the code, which keeps its
// place: at its right if that has room, else above it and below it.
func (f *presenterFace) around(code string) string {
	facts := f.facts()
	way := facts.Journey(true).Names()
	digits := strings.Split(facts.Urgent(strings.Join(screen.Large(facts.TimeLeft()), "\n")), "\n")
	rows := strings.Split(code, "\n")
	room := f.Terminal.Cols - f.drawing.Col - f.drawing.Size.Cols - sideGap - 1
	side := append(f.company(room), digits...)
	side = append(append(side, ""), way.Column(f.Theme, room, len(way))...)
	from := f.drawing.Row + (f.drawing.Size.Rows-len(side))/2
	if widest(side) <= room && room >= leastSide && from > f.drawing.Row {
		for i, line := range side {
			rows[from+i] += strings.Repeat(" ", sideGap) + line
		}
		return strings.Join(rows, "\n")
	}
	above := append(f.company(f.Terminal.Cols), digits...)
	if f.drawing.Row <= len(above) {
		return code
	}
	middle := lipgloss.NewStyle().Width(f.Terminal.Cols).Align(lipgloss.Center)
	for i, line := range above {
		rows[f.drawing.Row-len(above)-1+i] = middle.Render(line)
	}
	return strings.Join(append(rows, "", middle.Render(way.Row(f.Theme, f.Terminal.Cols-2))), "\n")
}

// leastSide are the fewest columns for what stands at the right of the code.
const leastSide = 17

// company is the name of the company and a blank line, or nothing.
func (f *presenterFace) company(width int) []string {
	if f.Company == "" {
		return nil
	}
	return []string{f.Theme.Strong.Render(screen.Cut(validate.Harmless(f.Company, 80), width)), ""}
}

func widest(lines []string) int {
	most := 0
	for _, line := range lines {
		most = max(most, ansi.StringWidth(line))
	}
	return most
}
