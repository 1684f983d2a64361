// Package form is the screen on which the agent types what is known of a customer,
// in four steps.
//
// Each step is a huh form that is made anew from the draft whenever it is entered,
// so that nothing typed is ever lost: going back, a refusal by the API, a failure
// and a new size all end in the same data on the same fields. The screen owns
// every way between fields and steps. Huh lays out and themes.
package form

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

// Screen is the form. Make it with [New].
type Screen struct {
	*steps
	on    bool
	keys  keys
	links screen.Binding
}

// New makes the form. It shows the first step.
func New(s *screen.Session) *Screen {
	f := &Screen{steps: newSteps(s), on: true, links: sheet.LinksBinding(s, "ctrl+l")}
	f.keys = f.newKeys()
	return f
}

// Enter implements [screen.Screen].
func (s *Screen) Enter(e flow.Event, h screen.Handover) tea.Cmd {
	s.on, s.draft = true, s.Desk.Draft()
	s.complete = e == flow.Edit || e == flow.Refused
	var warm tea.Cmd
	switch e {
	case flow.NextCustomer:
		s.open(draft.StepCustomer, "")
		warm = s.Connection.Warm()
	case flow.Back:
		s.open(draft.StepMore, "")
	case flow.Refused:
		s.open(h.Step, h.Field)
		s.page.focused().Refuse(s.refusal(h))
	default:
		s.open(h.Step, h.Field)
	}
	s.settle()
	return tea.Batch(warm, s.Follow.LookUp())
}

// Leave implements [screen.Screen].
func (s *Screen) Leave() tea.Cmd {
	s.on = false
	return nil
}

// refusal is what to say beneath a field that the API refused. Not every server
// knows that a CNPJ may have letters.
func (s *Screen) refusal(h screen.Handover) string {
	words := s.Text.RefusedField(h.Err)
	document, _ := s.draft.Document()
	if unlisted := s.UnlistedBank(h.Err); unlisted != "" {
		return unlisted + " " + words
	}
	if h.Field == draft.Document.String() && h.Err.Kind == klavi.KindInput && document.CNPJ().HasLetters() {
		return s.Text.API.AlphaRefused + " " + words
	}
	return words
}

// Update implements [screen.Screen].
func (s *Screen) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) {
	if m, ok := msg.(screen.Resized); ok {
		s.room = m.Area
		s.page.resize(s.room)
	}
	if _, woken := msg.(screen.Woken); woken || !s.on {
		return screen.Outcome{}, nil
	}
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case screen.Refitted:
		s.page.form.WithTheme(s.Theme)
	case tea.PasteMsg:
		s.pass(msg)
	case tea.KeyPressMsg:
		var out screen.Outcome
		if out, cmd = s.typed(msg); out.Event != flow.Stay {
			return out, cmd
		}
	}
	s.settle()
	return screen.Outcome{}, tea.Batch(cmd, s.Follow.LookUp())
}

// Aspects implements [screen.Screen].
func (s *Screen) Aspects() screen.Aspects {
	return screen.Aspects{Place: s.Counts(), Warnings: s.Warnings(s.draft)}
}

// View implements [screen.Screen].
func (s *Screen) View(a screen.Area) screen.Frame {
	_, about := draft.StepWords(s.Text, s.step)
	rows, cursor := s.page.view(about, a, s.Theme)
	if a.Cols >= wideCols {
		for i, line := range s.side(len(rows)) {
			rows[i] += " " + line
		}
	}
	body := " " + s.Steps(s.step).Row(s.Theme, a.Cols-2) + "\n " + strings.Join(rows, "\n ")
	return screen.Frame{Body: body, Cursor: cursor, Chrome: screen.Tight}
}
