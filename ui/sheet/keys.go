package sheet

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"klavilink/ui/screen"
)

// Keys lists every key that works on the screen beneath, by what the keys are for. It
// lies over the screen.
type Keys struct {
	*screen.Session
	groups []keyGroup // those that have keys
}

// keyGroup are the keys for one purpose.
type keyGroup struct {
	title string
	list  []key.Binding
}

// NewKeys makes the sheet from the bindings of a screen. The key that quits works
// everywhere and comes last.
func NewKeys(s *screen.Session, bindings []screen.Binding) *Keys {
	t := &s.Text.KeyGroups
	k := &Keys{Session: s}
	for _, g := range [...]struct {
		purpose screen.Purpose
		title   string
	}{
		{screen.ForCustomers, t.Customers},
		{screen.ForSending, t.Sending},
		{screen.ForTheCode, t.Code},
		{screen.ForTheProgram, t.Program},
	} {
		group := keyGroup{title: g.title}
		for _, b := range bindings {
			if b.For == g.purpose && !b.Hidden {
				group.list = append(group.list, b.Binding)
			}
		}
		if g.purpose == screen.ForTheProgram {
			group.list = append(group.list, s.QuitKey)
		}
		if len(group.list) > 0 {
			k.groups = append(k.groups, group)
		}
	}
	return k
}

// Update implements [screen.Sheet].
func (k *Keys) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) { return anyKey(msg) }

// Bindings implements [screen.Sheet].
func (k *Keys) Bindings() []screen.Binding { return nil }

const (
	keyWidth    = 8  // of the column of keys
	groupWidth  = 30 // of a column of groups
	edgeColumns = 4  // the border of the box and a blank at each side
	edgeRows    = 4  // the border of the box, its title and the line about closing it
)

// View implements [screen.Sheet]. The groups stand below each other, or in two columns
// where there is no room for that.
func (k *Keys) View(a screen.Area) screen.Frame {
	width := min(groupWidth, (a.Cols-edgeColumns-4)/2)
	body := k.column(k.groups, width, true)
	if room := a.Rows - edgeRows; len(body) > room {
		half := (len(k.groups) + 1) / 2
		left, right := k.groups[:half], k.groups[half:]
		spaced := max(len(k.column(left, width, true)), len(k.column(right, width, true))) <= room
		body = beside(k.column(left, width, spaced), k.column(right, width, spaced), width)
	}
	lines := append([]string{k.Theme.Title.Render(k.Text.Keys.AllKeysTitle)}, body...)
	lines = append(lines, k.Theme.Dim.Render(k.Text.Link.AnyKey))
	for i, line := range lines {
		lines[i] = screen.Cut(line, a.Cols-edgeColumns)
	}
	box := lipgloss.NewStyle().Border(lipgloss.RoundedBorder()).Padding(0, 1)
	return screen.Frame{Body: box.Render(strings.Join(lines, "\n")), Chrome: screen.Over}
}

// column lists groups below each other, with a blank line before each if there is room.
func (k *Keys) column(groups []keyGroup, width int, spaced bool) []string {
	var lines []string
	for _, g := range groups {
		if spaced {
			lines = append(lines, "")
		}
		lines = append(lines, k.Theme.Dim.Render(screen.Cut(g.title, width)))
		for _, b := range g.list {
			h := b.Help()
			words := k.Theme.Text.Render(screen.Cut(h.Desc, width-keyWidth))
			lines = append(lines, k.Theme.Strong.Render(screen.Pad(h.Key, keyWidth))+words)
		}
	}
	return lines
}

// beside puts a column of a width beside another one.
func beside(left, right []string, width int) []string {
	lines := make([]string, max(len(left), len(right)))
	for i := range lines {
		if i < len(left) {
			lines[i] = left[i]
		}
		if i < len(right) {
			lines[i] = screen.Pad(lines[i], width+2) + right[i]
		}
	}
	return lines
}
