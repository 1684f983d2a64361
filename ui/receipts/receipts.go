// Package receipts is the screen of the command listen: a table of what came, and the
// header of one of them.
package receipts

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/received"
	"klavilink/ui/screen"
	"klavilink/ui/text"
)

// Config has the settings of the screen.
type Config struct {
	Text    *text.Catalogue
	Zone    *time.Location // of the times
	Address string         // where callbacks are received
	Forward string         // where they are handed on to, or empty
	NoKey   bool           // signatures are not checked
	Bodies  bool           // receipts have their bodies
}

// keep is how many receipts the table keeps. The oldest go first.
const keep = 500

// Model is the screen. It gets each [received.Receipt] as a message.
type Model struct {
	cfg           Config
	theme         *screen.Theme
	width, height int
	list          []received.Receipt // the newest first
	at            int                // the chosen one
	open          bool               // its header is shown
	scroll        int                // the first line of it
}

// New returns the screen with an empty table.
func New(cfg Config) *Model {
	return &Model{cfg: cfg, theme: screen.NewTheme(true), width: 80, height: 24}
}

// Init implements [tea.Model].
func (m *Model) Init() tea.Cmd { return tea.RequestBackgroundColor }

// Update implements [tea.Model].
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		m.theme = screen.NewTheme(msg.IsDark())
	case received.Receipt:
		m.add(msg)
	case tea.KeyPressMsg:
		return m, m.press(msg.String())
	}
	return m, nil
}

// add keeps a receipt, in place of the earlier one of the same item. The chosen one stays
// chosen, unless it is the newest: then the newest stays chosen.
func (m *Model) add(r received.Receipt) {
	same := func(old received.Receipt) bool { return old.ID == r.ID }
	if i := slices.IndexFunc(m.list, same); i >= 0 {
		m.list[i] = r
		return
	}
	m.list = slices.Insert(m.list, 0, r)
	m.list = m.list[:min(len(m.list), keep)]
	if m.at > 0 || m.open {
		m.at = min(m.at+1, len(m.list)-1)
	}
}

// press does what a key does.
func (m *Model) press(key string) tea.Cmd {
	move := 0
	switch key {
	case "ctrl+c", "q":
		return tea.Quit
	case "up", "k":
		move = -1
	case "down", "j":
		move = 1
	case "enter":
		m.open, m.scroll = len(m.list) > 0, 0
	case "esc", "backspace":
		m.open = false
	}
	if m.open {
		m.scroll = max(m.scroll+move, 0)
	} else {
		m.at = max(min(m.at+move, len(m.list)-1), 0)
	}
	return nil
}

// View implements [tea.Model].
func (m *Model) View() tea.View {
	var lines []string
	if m.open {
		lines = m.detail()
		m.scroll = min(m.scroll, max(len(lines)-m.height+1, 0))
		lines = lines[m.scroll:]
	} else {
		lines = m.table()
	}
	room := max(m.height-1, 1)
	lines = lines[:min(len(lines), room)]
	for len(lines) < room {
		lines = append(lines, "")
	}
	v := tea.NewView(strings.Join(append(lines, m.keys()), "\n"))
	v.AltScreen = true
	return v
}

// keys returns the help line.
func (m *Model) keys() string {
	t := &m.cfg.Text.Events
	line := "↑↓ " + t.KeyMove + " · enter " + t.KeyOpen + " · q " + t.KeyQuit
	if m.open {
		line = "↑↓ " + t.KeyMove + " · esc " + t.KeyBack + " · q " + t.KeyQuit
	}
	return m.theme.Dim.Render(screen.Cut(line, m.width))
}

// head returns the lines above the table.
func (m *Model) head() []string {
	t := &m.cfg.Text.Events
	title := fmt.Sprintf(t.ListeningF, m.cfg.Address)
	if m.cfg.Forward != "" {
		title += " · " + fmt.Sprintf(t.ForwardsToF, m.cfg.Forward)
	}
	lines := []string{m.theme.Title.Render(screen.Cut(title, m.width))}
	if m.cfg.NoKey {
		for _, line := range strings.Split(screen.Wrap(t.NoSecret, m.width), "\n") {
			lines = append(lines, m.theme.Warn.Render(line))
		}
	}
	return append(lines, "")
}
