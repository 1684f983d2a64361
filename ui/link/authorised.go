package link

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"klavilink/klavi"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

// authorisedFace is the moment in which the customer has authorised. It cannot be
// overlooked, from across a desk or on a shared screen.
type authorisedFace struct {
	*subject
	next, links, showCode, leavePresenter screen.Binding
}

func newAuthorised(s *subject) *authorisedFace {
	t := &s.Text.Keys
	f := &authorisedFace{subject: s}
	f.next = bind(screen.Bind("enter", t.NextCustomer, "enter", "n"), s.next)
	f.links = sheet.LinksBinding(s.Session, "l", "ctrl+l")
	f.showCode = bind(screen.Bind("esc", t.ShowCode, "esc"), f.reopen)
	f.leavePresenter = bind(screen.Bind("p", t.LeavePresenter, "p"), f.unshare)
	return f
}

func (f *authorisedFace) bindings() []screen.Binding {
	if f.presenting {
		return []screen.Binding{f.leavePresenter}
	}
	list := []screen.Binding{f.next, f.links}
	if f.left > 0 {
		list = append(list, f.showCode)
	}
	return list
}

// reopen shows the code again, for another institution.
func (f *authorisedFace) reopen(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Go(flow.Reopen), nil
}

func (f *authorisedFace) unshare(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	f.presenting = false
	return screen.Outcome{}, nil
}

func (f *authorisedFace) view(a screen.Area) screen.Frame {
	banner := f.Theme.Done.Width(max(a.Cols-4, 1)).Align(lipgloss.Center)
	lines := []string{"", banner.Render("✓ " + strings.ToUpper(f.Text.Status.Authorised)), ""}
	if f.presenting {
		return screen.Frame{Body: screen.Block(lines...)}
	}
	for _, step := range f.link.Latest() {
		if step.Status == klavi.Authorised {
			bank, at := f.Desk.Institutions.Name(step), f.Time(step.At)
			lines = append(lines, f.Theme.Strong.Render(bank)+f.Theme.Dim.Render("  "+at))
		}
	}
	width := screen.TextWidth(a.Cols)
	who := f.Theme.Text.Render(f.link.Customer) + f.Theme.Dim.Render(" · "+f.link.ShownID())
	if ticket := f.facts().Ticket(); ticket != "" {
		who += f.Theme.Dim.Render(" · ") + f.Theme.Text.Render(ticket)
	}
	lines = append(lines, screen.Cut(who, width), "")
	below := 2
	if f.Place.Demo {
		below += 3
	}
	lines = append(lines, f.facts().Timeline(width, max(a.Rows-len(lines)-below, 1))...)
	if f.Place.Demo {
		lines = append(lines, "", f.Theme.Dim.Render(screen.Wrap(f.sample(), width)))
	}
	if f.link.Standing() == klavi.Authorised && f.left > 0 {
		lines = append(lines, "", f.Theme.Dim.Render(screen.Wrap(f.Text.Status.MoreBanks, width)))
	}
	return screen.Frame{Body: screen.Block(lines...)}
}

// sample is a result as the real one would be, in short and invented.
func (f *authorisedFace) sample() string {
	if f.link.Request.BusinessTaxID != "" {
		return f.Text.Demo.SampleCompany
	}
	return f.Text.Demo.SamplePerson
}
