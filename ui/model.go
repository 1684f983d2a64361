package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/creating"
	"klavilink/ui/failed"
	"klavilink/ui/fit"
	"klavilink/ui/flow"
	"klavilink/ui/form"
	"klavilink/ui/link"
	"klavilink/ui/review"
	"klavilink/ui/screen"
)

// Config is what a wizard is made of.
type Config = screen.Config

// Model is the wizard, a Bubble Tea model. Make it with [New].
type Model struct {
	*screen.Session
	state   flow.State
	screens [flow.States]screen.Screen
	sheet   screen.Sheet // what lies over the screen, nil for nothing
	inbox   *inbox       // changes of links that the screens have not been told yet

	frame *frame      // what stands around the view
	area  screen.Area // the room for a framed view
	asked string      // the key that has to be pressed again to confirm

	layer *fit.Layer // the image on the screen
	blank bool       // suspended or leaving: nothing may stay on the screen
}

// New makes a wizard. The context bounds its requests.
func New(ctx context.Context, cfg Config) *Model {
	s := screen.NewSession(ctx, cfg)
	m := &Model{Session: s, inbox: &inbox{}, frame: newFrame(s), layer: fit.NewLayer(cfg.Clock)}
	links := link.New(s)
	m.screens = [flow.States]screen.Screen{
		flow.Form:       form.New(s),
		flow.Review:     review.New(s),
		flow.Submitting: creating.New(s),
		flow.Failed:     failed.New(s),
		flow.Link:       links,
		flow.Authorised: links,
		flow.Expired:    links,
	}
	s.Desk.Subscribe(m.inbox.put)
	m.settle()
	return m
}

// Init implements tea.Model.
func (m *Model) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, m.Connection.Warm())
}

// Update implements tea.Model. The screen looks at the clock before any other
// message, so that an expired code is never drawn.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := tea.Batch(m.wake(), m.dispatch(msg), m.spread(), m.settle(), m.Log.Flush())
	return m, m.layer.Settle(m.picture(), m.Terminal, m.blank, cmd)
}

// dispatch gives a message to those who may take it.
func (m *Model) dispatch(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		return m.paste(msg)
	case tea.ResumeMsg:
		m.blank = false
		_, cmd := m.Session.Update(msg)
		return tea.Batch(cmd, m.deliver(screen.Resumed{}))
	default:
		refitted, cmd := m.Session.Update(msg)
		if refitted {
			m.frame.restyle()
			cmd = tea.Batch(cmd, m.deliver(screen.Refitted{}))
		}
		return tea.Batch(cmd, m.layer.Update(msg, m.Terminal), m.deliver(msg))
	}
}

// current is the screen that is on.
func (m *Model) current() screen.Screen { return m.screens[m.state] }

// top takes the keys: the sheet, or the screen if no sheet lies over it.
func (m *Model) top() screen.Sheet {
	if m.sheet != nil {
		return m.sheet
	}
	return m.current()
}

// deliver gives a message to the sheet and to every screen. Each takes only its own
// messages. The outcome of a screen that is not on is dropped, but its commands run.
func (m *Model) deliver(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	run := func(cmd tea.Cmd) {
		if cmd != nil {
			cmds = append(cmds, cmd)
		}
	}
	if m.sheet != nil {
		out, cmd := m.sheet.Update(msg)
		run(cmd)
		run(m.take(out))
	}
	var before screen.Screen
	for _, s := range m.screens {
		if s == before {
			continue // A screen may show several states.
		}
		before = s
		out, cmd := s.Update(msg)
		run(cmd)
		if s == m.current() {
			run(m.take(out))
		}
	}
	return tea.Batch(cmds...)
}

// wake has the screen that is on look at the clock.
func (m *Model) wake() tea.Cmd {
	out, cmd := m.current().Update(screen.Woken{})
	return tea.Batch(cmd, m.take(out))
}

// take does what a screen or a sheet asks for.
func (m *Model) take(out screen.Outcome) tea.Cmd {
	var cmd tea.Cmd
	if out.Close {
		m.sheet = nil
	}
	if out.Open != nil {
		m.sheet = out.Open
		_, cmd = m.sheet.Update(screen.Resized{Area: m.area})
	}
	if out.Notice != "" {
		m.frame.notice = notice{out.Notice, out.Success}
	}
	if out.Event == flow.Stay {
		return cmd
	}
	return m.follow(out.Event, out.Handover)
}

// follow takes the wizard where an event leads. An event that means nothing in
// this state, such as a late one, does nothing.
func (m *Model) follow(e flow.Event, h screen.Handover) tea.Cmd {
	to, ok := flow.Next(m.state, e)
	if !ok {
		return nil
	}
	m.Log.Note("state", "from", m.state.String(), "event", e.String(), "to", to.String())
	leave := m.current().Leave()
	m.state, m.sheet, m.frame.notice, m.asked = to, nil, notice{}, ""
	return tea.Batch(leave, m.current().Enter(e, h), m.wake())
}

// spread tells the screens what changed at the desk. The bell rings for every
// authorisation.
func (m *Model) spread() tea.Cmd {
	var cmds []tea.Cmd
	for _, change := range m.inbox.take() {
		for _, s := range change.Steps {
			m.Log.Note("status", "link", change.Link.ShownID(), "institution", s.Code, "status", string(s.Status))
		}
		cmds = append(cmds, m.deliver(change))
		if _, ok := change.Authorised(); ok {
			cmds = append(cmds, m.Terminal.Ring(m.Text.Status.Notification))
		}
	}
	return tea.Batch(cmds...)
}

// settle brings up to date what is derived: what stands around the view, the room
// for the view, the keys of the help line.
func (m *Model) settle() tea.Cmd {
	var cmd tea.Cmd
	if area := m.frame.surround(m.current().Aspects()); area != m.area {
		m.area = area
		cmd = m.deliver(screen.Resized{Area: area})
	}
	m.frame.shown = screen.AppendShown(m.frame.shown[:0], m.top().Bindings())
	if !m.frame.aspects.Shared || m.sheet != nil {
		m.frame.shown = append(m.frame.shown, m.QuitKey)
	}
	return cmd
}

// picture returns the image that the screen wants. A sheet hides it. The layer itself
// shows no image in a window that is too small, nor while the program leaves.
func (m *Model) picture() fit.Picture {
	if m.sheet != nil {
		return fit.Picture{}
	}
	return m.frame.aspects.Picture
}

// View implements tea.Model. The title of the window never has anything of the
// screen, because titles end up in task bars and logs.
func (m *Model) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	v.WindowTitle = "klavilink"
	switch {
	case m.blank:
	case !m.Terminal.Roomy():
		v.Content = m.frame.tooSmall()
	default:
		under := func() screen.Frame { return m.current().View(m.area) }
		v.Content, v.Cursor = m.frame.draw(m.top().View(m.area), under)
	}
	v.Content = m.Terminal.Charset.Text(v.Content)
	return v
}
