package form_test

import (
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/form"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// stage is a form in a room.
type stage struct {
	t    *testing.T
	s    *fake.Session
	on   *form.Screen
	area screen.Area
}

// raise shows the form with the values of a request.
func raise(t *testing.T, r klavi.LinkRequest, changes ...func(*screen.Config)) *stage {
	t.Helper()
	s := fake.New(append([]func(*screen.Config){fake.Typed(r)}, changes...)...)
	g := &stage{t: t, s: s, on: form.New(s.Session)}
	g.area = s.Resize(g.on, 100, 40)
	return g
}

// at opens a step.
func (g *stage) at(step draft.Step) *stage {
	g.s.Run(g.on, g.on.Enter(flow.Edit, screen.Handover{Step: step}))
	return g
}

// press presses keys and runs what they want. It returns what the last one led to.
func (g *stage) press(names ...string) (e flow.Event) {
	for _, name := range names {
		out, cmd := fake.Press(g.on, name)
		g.s.Run(g.on, cmd)
		e = out.Event
	}
	return e
}

// types presses the key of every character.
func (g *stage) types(words string) {
	for _, r := range words {
		g.press(string(r))
	}
}

func (g *stage) shown() string { return fake.Shown(g.on.View(g.area)) }

// sees fails the test if a text is not on the screen.
func (g *stage) sees(texts ...string) {
	g.t.Helper()
	for _, words := range texts {
		if !strings.Contains(g.shown(), words) {
			g.t.Errorf("no %q in\n%s", words, g.shown())
		}
	}
}

// doesNotSee fails the test if a text is on the screen.
func (g *stage) doesNotSee(texts ...string) {
	g.t.Helper()
	for _, words := range texts {
		if strings.Contains(g.shown(), words) {
			g.t.Errorf("%q is in\n%s", words, g.shown())
		}
	}
}

// focused returns the line on which the cursor stands.
func (g *stage) focused() string {
	frame := g.on.View(g.area)
	if frame.Cursor == nil {
		return ""
	}
	lines := strings.Split(fake.Shown(frame), "\n")
	return lines[frame.Cursor.Y-1] // the title of the field
}

// typed returns the text of a field in the draft.
func (g *stage) typed(k draft.Key) string { return *g.s.Desk.Draft().Text(k) }

// inside returns the title of the panel and, beneath a blank line, what is in it.
func (g *stage) inside() string {
	lines := strings.Split(g.shown(), "\n")[1:]
	title, _, _ := strings.Cut(strings.TrimLeft(lines[0], " ╭─"), " ─")
	inside := []string{" " + title, ""}
	for _, line := range lines[1:] {
		if strings.HasPrefix(line, " ╰") {
			break
		}
		line, _, _ = strings.Cut(strings.TrimPrefix(line, " │ "), " │")
		inside = append(inside, " "+line)
	}
	return strings.Join(inside, "\n")
}

// place fails the test if another step is open.
func (g *stage) place(step draft.Step) {
	g.t.Helper()
	name, about := draft.StepWords(g.s.Text, step)
	g.sees("● "+name, about)
}

// keys fails the test if other keys work than those that are wanted.
func (g *stage) keys(want string) {
	g.t.Helper()
	if got := fake.Names(g.on); got != want {
		g.t.Errorf("keys %q, want %q", got, want)
	}
}
