package sheet

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/desk"
	"klavilink/ui/screen"
)

// Channel is a way to send a link to the customer.
type Channel uint8

// The channels.
const (
	ByClipboard Channel = iota // the message is copied, to be pasted anywhere
	ByWhatsApp
	ByEmail
)

// Message shows a message to the customer, word for word, before it goes out.
type Message struct {
	*screen.Session
	channel Channel
	text    string
	foreign string // the host of the link if it is not known
	to      string // the recipient, redacted
	address string // what is opened; empty for the clipboard
	failed  bool   // nothing opened the address: it is shown, to be opened by hand
	keys    struct{ open, copy, leave screen.Binding }
}

// openDone says how the opening of an address went.
type openDone struct {
	address string
	err     error
}

// NewMessage composes a message. One for the clipboard is copied at once; the
// others wait for enter.
func NewMessage(s *screen.Session, l *desk.Link, c Channel) (*Message, tea.Cmd) {
	m := &Message{Session: s, channel: c, text: compose(s, l), foreign: l.Foreign}
	switch c {
	case ByWhatsApp:
		m.address, m.to = whatsApp(m.text, l.Request.Phone)
	case ByEmail:
		m.address, m.to = email(s.Text.Send.Subject, m.text, l.Request.Email)
	case ByClipboard:
	}
	t := &s.Text.Keys
	m.keys.open = screen.Binding{Binding: screen.Bind("enter", t.OpenNow, "enter"), Do: m.open}
	m.keys.copy = screen.Binding{Binding: screen.Bind("c", t.CopyText, "c"), Do: m.copy}
	m.keys.leave = screen.Binding{Binding: screen.Bind("esc", t.Back, "esc"), Do: leave}
	if c == ByClipboard {
		return m, s.Copier.Copy(m.text)
	}
	return m, nil
}

// Bindings implements [screen.Sheet].
func (m *Message) Bindings() []screen.Binding {
	if m.address != "" && !m.failed {
		return []screen.Binding{m.keys.open, m.keys.copy, m.keys.leave}
	}
	return []screen.Binding{m.keys.copy, m.keys.leave}
}

func (m *Message) copy(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Outcome{}, m.Copier.Copy(m.text)
}

// open hands the address to the system. If nothing opens it, it stays on the
// screen.
func (m *Message) open(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	address, open := m.address, m.OpenURL
	if open == nil {
		m.failed = true
		return screen.Outcome{}, nil
	}
	return screen.Outcome{}, func() tea.Msg { return openDone{address, open(address)} }
}

// Update implements [screen.Sheet].
func (m *Message) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) {
	t := &m.Text.Send
	switch msg := msg.(type) {
	case screen.CopyDone:
		switch {
		case msg.Text != m.text:
		case m.Copier.Sure(msg):
			return screen.Outcome{Notice: t.Copied, Success: true}, nil
		default:
			return screen.Outcome{Notice: m.Text.Link.CopiedMaybe}, nil
		}
	case openDone:
		switch {
		case msg.address != m.address:
		case msg.err != nil:
			m.failed = true
		default:
			opened := [...]string{ByWhatsApp: t.WhatsAppOpened, ByEmail: t.EmailOpened}[m.channel]
			return screen.Outcome{Close: true, Notice: opened, Success: true}, nil
		}
	}
	return screen.Outcome{}, nil
}

// View implements [screen.Sheet]. It shows exactly what will be sent, and to whom, under
// the warning of a foreign host.
func (m *Message) View(a screen.Area) screen.Frame {
	t, width := &m.Text.Send, screen.TextWidth(a.Cols)
	title := [...]string{ByClipboard: t.TitleCopy, ByWhatsApp: t.TitleWhatsApp, ByEmail: t.TitleEmail}[m.channel]
	switch {
	case m.to != "":
		title += " " + fmt.Sprintf(t.ToF, m.to)
	case m.channel != ByClipboard:
		title += " " + t.ToNobody
	}
	note := [...]string{ByClipboard: t.NoteCopy, ByWhatsApp: t.NoteWhatsApp, ByEmail: t.NoteEmail}[m.channel]
	parts := []string{m.Theme.Title.Render(title), ""}
	if m.foreign != "" {
		parts = append(parts, m.Theme.Warn.Render(screen.Wrap("! "+m.Text.Foreign(m.foreign), width)), "")
	}
	parts = append(parts,
		m.Theme.Text.Render(screen.Wrap(m.text, width)), "",
		m.Theme.Dim.Render(screen.Wrap(note, width)),
	)
	if m.failed {
		parts = append(parts, "",
			m.Theme.Warn.Render(screen.Wrap(t.NoOpener, width)),
			m.Theme.Text.Render(screen.WrapURL(m.address, width)))
	}
	return screen.Frame{Body: screen.Block(strings.Join(parts, "\n"))}
}
