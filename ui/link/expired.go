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
	lines := []string{
		f.Theme.Bad.Render("✗ " + f.Text.Link.Expired), "",
		f.Theme.Text.Render(screen.Fold(f.Text.Link.ExpiredNote, screen.TextWidth(a.Cols))),
	}
	if !f.presenting {
		lines = append(lines, "", f.facts().Who())
	}
	return screen.Frame{Body: screen.Block(lines...)}
}
