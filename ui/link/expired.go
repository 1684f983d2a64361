package link

import (
	tea "charm.land/bubbletea/v2"

	"klavilink/ui/flow"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

// expiredFace is a link whose time is over.
type expiredFace struct {
	*subject
	keys []screen.Binding
}

func newExpired(s *subject) *expiredFace {
	t := &s.Text.Keys
	f := &expiredFace{subject: s}
	f.keys = []screen.Binding{
		bind(screen.Bind("enter", t.Again, "enter"), f.again),
		bind(screen.Bind("n", t.NextCustomer, "n"), s.next),
		sheet.LinksBinding(s.Session, "l", "ctrl+l"),
		bind(screen.Bind("esc", t.EditData, "esc"), s.back),
	}
	return f
}

func (f *expiredFace) bindings() []screen.Binding { return f.keys }

// again makes a new link with the same data.
func (f *expiredFace) again(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Go(flow.Submit), nil
}

func (f *expiredFace) view(a screen.Area) screen.Frame {
	width := screen.TextWidth(a.Cols)
	lines := []string{
		f.Theme.Bad.Render("✗ " + f.Text.Link.Expired), "",
		f.Theme.Text.Render(screen.Fold(f.Text.Link.ExpiredNote, width)),
	}
	if f.presenting {
		return screen.Frame{Body: screen.Block(lines...)}
	}
	facts := f.facts()
	lines = append(lines, "", facts.Who())
	if ticket := facts.Ticket(); ticket != "" {
		lines = append(lines, f.Theme.Text.Render(ticket))
	}
	lines = append(lines, facts.StandingStyle().Render(facts.Standing()), "")
	return screen.Frame{Body: screen.Block(append(lines, fold(f.Theme.Text, facts.Say(), width)...)...)}
}
