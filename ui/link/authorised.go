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
		return f.behind([]screen.Binding{f.leavePresenter})
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
	width := screen.TextWidth(a.Cols)
	return screen.Frame{Body: screen.Block(append(lines, f.story(width, a.Rows-len(lines))...)...)}
}

// story tells who has authorised where and how, and what the agent says now. In the demo
// it also has a sample of the result. The way takes the rows that the rest leaves.
func (f *authorisedFace) story(width, rows int) []string {
	inner := width - screen.BoxCols
	var about []string
	for _, step := range f.link.Latest() {
		if step.Status == klavi.Authorised {
			bank := f.Theme.Strong.Render(screen.Cut(f.Desk.Institutions.Name(step), inner-30))
			about = append(about, bank+f.Theme.Dim.Render("  "+f.Time(step.At)+" · "+f.facts().Took(step.At)))
		}
	}
	about = append(about, f.who(inner), "")
	next := append([]string{""}, fold(f.Theme.Strong, f.facts().Say(), inner)...)
	if f.Place.Demo {
		next = append(append(next, ""), fold(f.Theme.Dim, f.sample(), inner)...)
	}
	more := append([]string{""}, fold(f.Theme.Dim, f.Text.Status.MoreBanks, inner)...)
	if f.link.Standing() == klavi.Authorised && f.left > 0 && len(about)+len(next)+len(more)+3 <= rows {
		next = append(next, more...)
	}
	way := f.facts().Journey(false)
	lines := append(about, way.Column(f.Theme, inner, max(rows-len(about)-len(next)-2, 1))...)
	return f.sweep.Light(f.Theme, f.Theme.Box(f.Text.Journey.Title, append(lines, next...), width, 0))
}

// who names the customer, the link and the case.
func (f *authorisedFace) who(width int) string {
	parts := []string{f.Theme.Text.Render(f.link.Customer), f.Theme.Dim.Render(f.link.ShownID())}
	if ticket := f.facts().Ticket(); ticket != "" {
		parts = append(parts, f.Theme.Text.Render(ticket))
	}
	return screen.Cut(strings.Join(parts, f.Theme.Dim.Render(" · ")), width)
}

// sample is a result as the real one would be, in short and invented.
func (f *authorisedFace) sample() string {
	if f.link.Request.BusinessTaxID != "" {
		return f.Text.Demo.SampleCompany
	}
	return f.Text.Demo.SamplePerson
}
