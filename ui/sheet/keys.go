package sheet

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"klavilink/ui/screen"
)

// Keys lists every key that works on the screen beneath.
type Keys struct {
	*screen.Session
	list []key.Binding
}

// NewKeys makes the sheet from the bindings of a screen. The key that quits works
// everywhere and comes last.
func NewKeys(s *screen.Session, bindings []screen.Binding) *Keys {
	return &Keys{s, append(screen.AppendShown(nil, bindings), s.QuitKey)}
}

// Update implements [screen.Sheet].
func (k *Keys) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) { return anyKey(msg) }

// Bindings implements [screen.Sheet].
func (k *Keys) Bindings() []screen.Binding { return nil }

// View implements [screen.Sheet]. The list has two columns.
func (k *Keys) View(a screen.Area) screen.Frame {
	lines := []string{k.Theme.Title.Render(k.Text.Keys.AllKeysTitle), ""}
	half := (len(k.list) + 1) / 2
	column := min((a.Cols-4)/2, 36)
	entry := func(i int) string {
		h := k.list[i].Help()
		return k.Theme.Strong.Render(screen.Pad(h.Key, 8)) + k.Theme.Text.Render(screen.Cut(h.Desc, column-9))
	}
	for i := range half {
		l := entry(i)
		if i+half < len(k.list) {
			l = screen.Pad(l, column) + entry(i+half)
		}
		lines = append(lines, l)
	}
	return screen.Frame{Body: screen.Block(append(lines, "", k.Theme.Dim.Render(k.Text.Link.AnyKey))...)}
}
