// Package receipts is the screen of the command listen: a table of what came, and the
// header of one of them.
package receipts

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

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
	help          bool               // the keys are shown instead
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
	switch {
	case key == "ctrl+c", key == "q":
		return tea.Quit
	case key == "?":
		m.help = !m.help
	case key == "esc" && m.help, key == "backspace" && m.help:
		m.help = false
	case m.help: // the table stays as it is
	case key == "enter" && !m.open:
		m.open, m.scroll = len(m.list) > 0, 0
	case key == "esc", key == "backspace":
		m.open = false
	case m.open:
		m.scroll = m.within(m.scroll+m.move(key), len(m.detail()))
	default:
		m.at = max(min(m.at+m.move(key), len(m.list)-1), 0)
	}
	return nil
}

// ends is a move that is longer than everything.
const ends = 1 << 20

// move returns by how many lines a key goes down.
func (m *Model) move(key string) int {
	switch key {
	case "up", "k":
		return -1
	case "down", "j":
		return 1
	case "pgup":
		return -m.page()
	case "pgdown":
		return m.page()
	case "home":
		return -ends
	case "end":
		return ends
	default:
		return 0
	}
}

// within returns the first line to show of so many, for one that may be too far up or down.
func (m *Model) within(first, lines int) int { return max(min(first, lines-m.room()), 0) }

// page returns how many lines a page goes on. One line stays in view.
func (m *Model) page() int { return max(m.room()-len(m.head())-2, 1) }

// room returns how many lines stand above the help line.
func (m *Model) room() int { return max(m.height-1, 1) }

// View implements [tea.Model].
func (m *Model) View() tea.View {
	room := m.room()
	var lines []string
	switch {
	case m.help:
		lines = m.allKeys()
	case m.open:
		lines = m.detail()
		lines = lines[m.within(m.scroll, len(lines)):]
	default:
		lines = m.table()
	}
	lines = lines[:min(len(lines), room)]
	for len(lines) < room {
		lines = append(lines, "")
	}
	v := tea.NewView(strings.Join(append(lines, m.keys()), "\n"))
	v.AltScreen = true
	return v
}

// keys returns the help line. In a narrow window it names the last keys only, among them
// the one that shows all.
func (m *Model) keys() string {
	t := &m.cfg.Text.Events
	names := []string{"↑↓ " + t.KeyMove, "enter " + t.KeyOpen, "? " + t.KeyHelp, "q " + t.KeyQuit}
	switch {
	case m.help:
		names = []string{"esc " + t.KeyBack, "q " + t.KeyQuit}
	case m.open:
		names[1] = "esc " + t.KeyBack
	case len(m.list) == 0:
		names = names[2:]
	}
	line := strings.Join(names, " · ")
	for len(names) > 2 && lipgloss.Width(line) > m.width {
		names = names[1:]
		line = strings.Join(names, " · ")
	}
	return m.theme.Dim.Render(screen.Cut(line, m.width))
}

// allKeys returns a line for each key.
func (m *Model) allKeys() []string {
	t := &m.cfg.Text.Events
	lines := []string{m.theme.Title.Render(screen.Cut(t.KeysTitle, m.width)), ""}
	for _, row := range [][2]string{
		{"↑ ↓  k j", t.KeyMove},
		{"pgup pgdn", t.KeyPage},
		{"home end", t.KeyEnds},
		{"enter", t.KeyOpen},
		{"esc", t.KeyBack},
		{"?", t.KeyHelp},
		{"q  ctrl+c", t.KeyQuit},
	} {
		lines = append(lines, m.theme.Text.Render(screen.Cut(screen.Pad(row[0], 11)+row[1], m.width)))
	}
	return lines
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
