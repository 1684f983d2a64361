package sheet

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

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
	link    *desk.Link
	channel Channel
	text    string
	foreign string // the host of the link if it is not known
	to      string // the recipient, redacted
	address string // what is opened; empty for the clipboard
	failed  bool   // nothing opened the address: it is shown, to be opened by hand
	keys    struct{ open, copy, scroll, leave screen.Binding }

	room     screen.Area
	scrolled int // the first line below the title
}

// openDone says how the opening of an address went.
type openDone struct {
	address string
	err     error
}

// NewMessage composes a message. One for the clipboard is copied at once; the
// others wait for enter.
func NewMessage(s *screen.Session, l *desk.Link, c Channel) (*Message, tea.Cmd) {
	subject, body := compose(s, l, c)
	m := &Message{Session: s, link: l, channel: c, text: body, foreign: l.Foreign}
	switch c {
	case ByWhatsApp:
		m.address, m.to = whatsApp(m.text, l.Request.Phone)
	case ByEmail:
		m.address, m.to = email(subject, m.text, l.Request.Email)
	case ByClipboard:
	}
	t := &s.Text.Keys
	m.keys.open = screen.Binding{Binding: screen.Bind("enter", t.OpenNow, "enter"), Do: m.open}
	m.keys.copy = screen.Binding{Binding: screen.Bind("c", t.CopyText, "c"), Do: m.copy}
	m.keys.scroll = screen.Binding{Binding: screen.Bind("↑↓", t.Scroll, "up", "down", "pgup", "pgdown"), Do: m.scroll}
	m.keys.leave = screen.Binding{Binding: screen.Bind("esc", t.Back, "esc"), Do: leave}
	if c == ByClipboard {
		return m, s.Copier.Copy(m.text)
	}
	return m, nil
}

// Bindings implements [screen.Sheet].
func (m *Message) Bindings() []screen.Binding {
	list := []screen.Binding{m.keys.copy}
	if m.address != "" && !m.failed {
		list = []screen.Binding{m.keys.open, m.keys.copy}
	}
	if m.room.Rows > 0 && m.hidden(m.room) > 0 {
		list = append(list, m.keys.scroll)
	}
	return append(list, m.keys.leave)
}

// scroll moves by a line or by half of what fits.
func (m *Message) scroll(msg tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	page := max(m.room.Rows/2, 1)
	by := map[string]int{"up": -1, "down": 1, "pgup": -page, "pgdown": page}[msg.String()]
	m.scrolled = min(max(m.scrolled+by, 0), m.hidden(m.room))
	return screen.Outcome{}, nil
}

// titleRows are the title and the blank line below it.
const titleRows = 2

// hidden counts the lines that do not fit into an area.
func (m *Message) hidden(a screen.Area) int { return max(len(m.lines(a))-(a.Rows-titleRows), 0) }

func (m *Message) copy(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Outcome{}, m.Copier.Copy(m.text)
}

// open hands the address to the system. If nothing opens it, it stays on the
// screen.
func (m *Message) open(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	address, open := m.address, m.OpenURL
	if open == nil {
		m.failed, m.scrolled = true, 0
		return screen.Outcome{}, nil
	}
	return screen.Outcome{}, func() tea.Msg { return openDone{address, open(address)} }
}

// Update implements [screen.Sheet].
func (m *Message) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) {
	t := &m.Text.Send
	switch msg := msg.(type) {
	case screen.Resized:
		m.room = msg.Area
		m.scrolled = min(m.scrolled, m.hidden(m.room))
	case screen.CopyDone:
		switch {
		case msg.Text != m.text:
		case m.Copier.Sure(msg):
			m.link.Send()
			return screen.Outcome{Notice: t.Copied, Success: true}, nil
		default:
			return screen.Outcome{Notice: m.Text.Link.CopiedMaybe}, nil
		}
	case openDone:
		switch {
		case msg.address != m.address:
		case msg.err != nil:
			m.failed, m.scrolled = true, 0
		default:
			m.link.Send()
			opened := [...]string{ByWhatsApp: t.WhatsAppOpened, ByEmail: t.EmailOpened}[m.channel]
			return screen.Outcome{Close: true, Notice: opened, Success: true}, nil
		}
	}
	return screen.Outcome{}, nil
}

// View implements [screen.Sheet]. It shows exactly what will be sent, and to whom, under
// the warning of a foreign host. Lines that do not fit are scrolled.
func (m *Message) View(a screen.Area) screen.Frame {
	t := &m.Text.Send
	title := [...]string{ByClipboard: t.TitleCopy, ByWhatsApp: t.TitleWhatsApp, ByEmail: t.TitleEmail}[m.channel]
	switch {
	case m.to != "":
		title += " " + fmt.Sprintf(t.ToF, m.to)
	case m.channel != ByClipboard:
		title += " " + t.ToNobody
	}
	lines, scroll := m.lines(a), ""
	if hidden := m.hidden(a); hidden > 0 {
		from := min(m.scrolled, hidden)
		to := len(lines) - hidden + from
		scroll = "  " + fmt.Sprintf(m.Text.Review.ScrollF, from+1, to, len(lines))
		lines = lines[from:to]
	}
	title = screen.Cut(title, screen.TextWidth(a.Cols)-ansi.StringWidth(scroll))
	title = m.Theme.Title.Render(title)
	if scroll != "" {
		title += m.Theme.Dim.Render(scroll)
	}
	return screen.Frame{Body: screen.Block(append([]string{title, ""}, lines...)...)}
}

// lines returns what stands below the title. What the agent has to know comes before the
// message, so that it is in sight in a small window.
func (m *Message) lines(a screen.Area) []string {
	t, width := &m.Text.Send, screen.TextWidth(a.Cols)
	var parts []string
	if m.foreign != "" {
		parts = append(parts, m.Theme.Warn.Render(screen.Wrap("! "+m.Text.Foreign(m.foreign), width)), "")
	}
	if m.failed {
		parts = append(parts,
			m.Theme.Warn.Render(screen.Wrap(t.NoOpener, width)),
			m.Theme.Text.Render(screen.WrapURL(m.address, width)))
	} else {
		note := [...]string{ByClipboard: t.NoteCopy, ByWhatsApp: t.NoteWhatsApp, ByEmail: t.NoteEmail}[m.channel]
		parts = append(parts, m.Theme.Dim.Render(screen.Wrap(note, width)))
	}
	parts = append(parts, "")
	for line := range strings.SplitSeq(m.text, "\n") {
		parts = append(parts, m.Theme.Text.Render(screen.Wrap(line, width)))
	}
	return strings.Split(strings.Join(parts, "\n"), "\n")
}
