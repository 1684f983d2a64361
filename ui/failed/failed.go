// Package failed is the screen that says why no link was created, and what to do.
package failed

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
	"klavilink/validate"
)

// Screen explains a failure. Make it with [New].
type Screen struct {
	*screen.Session
	keys     []screen.Binding
	bank     screen.Binding // instead of the first one, if the API does not take the bank
	links    screen.Binding
	failure  *klavi.Error
	detailed bool // with what it was for those who maintain things
}

// New makes the screen.
func New(s *screen.Session) *Screen {
	t := &s.Text.Keys
	f := &Screen{Session: s, links: sheet.LinksBinding(s, "ctrl+l")}
	f.keys = []screen.Binding{
		{Binding: screen.Bind("enter", t.TryAgain, "enter"), Do: f.tryAgain},
		{Binding: screen.Bind("esc", t.EditData, "esc"), Do: f.back},
		{Binding: screen.Bind("d", t.Detail, "d"), Do: f.detail},
	}
	f.bank = screen.Binding{Binding: screen.Bind("enter", t.OtherBank, "enter"), Do: f.otherBank}
	return f
}

// Enter implements [screen.Screen].
func (s *Screen) Enter(_ flow.Event, h screen.Handover) tea.Cmd {
	s.failure, s.detailed = h.Err, false
	return nil
}

// Leave implements [screen.Screen].
func (s *Screen) Leave() tea.Cmd { return nil }

// Update implements [screen.Screen].
func (s *Screen) Update(tea.Msg) (screen.Outcome, tea.Cmd) { return screen.Outcome{}, nil }

func (s *Screen) tryAgain(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Go(flow.Submit), nil
}

func (s *Screen) otherBank(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	to := screen.Handover{Step: draft.StepInstitution, Field: draft.Institution.String()}
	return screen.Outcome{Event: flow.Edit, Handover: to}, nil
}

func (s *Screen) back(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) { return screen.Go(flow.Back), nil }

func (s *Screen) detail(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	s.detailed = !s.detailed
	return screen.Outcome{}, nil
}

// Bindings implements [screen.Screen].
func (s *Screen) Bindings() []screen.Binding {
	keys := slices.Clone(s.keys)
	if s.failure.Code == klavi.CodeInvalidInstitution {
		keys[0] = s.bank
	}
	if s.Desk.HasLinks() {
		keys = append(keys, s.links)
	}
	return keys
}

// Aspects implements [screen.Screen].
func (s *Screen) Aspects() screen.Aspects { return screen.Aspects{} }

// View implements [screen.Screen]. It says what happened, what to do, and what the
// API said. The API's words come last, because nobody knows how long they are.
func (s *Screen) View(a screen.Area) screen.Frame {
	f, t := s.Text.Failure(s.failure), &s.Text.Failed
	width := screen.TextWidth(a.Cols)
	parts := []string{s.Theme.Bad.Render("✗ " + t.Title), ""}
	add := func(style lipgloss.Style, words string) {
		if words != "" {
			parts = append(parts, style.Render(screen.Fold(words, width)))
		}
	}
	add(s.Theme.Strong, s.UnlistedBank(s.failure))
	add(s.Theme.Strong, f.Cause)
	add(s.Theme.Text, f.Next)
	parts = append(parts, "")
	if s.failure.Unknown && s.failure.Kind != klavi.KindUnsafe { // which says not to try again
		add(s.Theme.Warn, t.MaybeMade)
		parts = append(parts, "")
	}
	add(s.Theme.Dim, t.Kept)
	if f.Said != "" {
		parts = append(parts, "")
		add(s.Theme.Text, fmt.Sprintf(t.SaidF, f.Said))
	}
	if s.detailed {
		parts = append(parts, "")
		add(s.Theme.Dim, validate.Harmless(s.failure.Error(), maxDetail))
	}
	return screen.Frame{Body: screen.Block(parts...)}
}

// maxDetail limits the technical detail, in characters.
const maxDetail = 600
