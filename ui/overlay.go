package ui

import (
	"slices"

	"github.com/charmbracelet/x/ansi"
)

// overlay is what takes the place of the code for a moment, or of any screen.
type overlay uint8

const (
	overlayNone    overlay = iota
	overlayURL             // the URL, as the layout has no room for both
	overlayMessage         // a message to the customer
	overlayKeys            // every key that works
	overlayLinks           // the links of this run
	overlayNote            // words that are too long for the line of notices
)

// lay puts an overlay on the screen, or takes it off.
func (m *Model) lay(o overlay) {
	m.overlay = o
	if o != overlayMessage {
		m.sending = nil
	}
	m.redraw()
}

// say says something on the line of notices or, where it does not fit there and
// cutting it would help nobody, as a path, in the place of the code.
func (m *Model) say(words string) {
	if ansi.StringWidth(words)+4 <= m.width {
		m.notice = words
		return
	}
	m.said = words
	m.lay(overlayNote)
}

// viewNote shows words that needed the room.
func (m *Model) viewNote() string {
	width := max(m.width-4, 1)
	return m.block(m.theme.text.Render(hardwrap(m.said, width)), "", m.theme.dim.Render(cut(m.t.Link.AnyKey, width)))
}

// showKeys lists every key that works.
func (m *Model) showKeys() {
	m.listedKeys = slices.Clone(m.shown)
	m.lay(overlayKeys)
}

// viewKeys lists them, in two columns.
func (m *Model) viewKeys() string {
	lines := []string{m.theme.title.Render(m.t.Keys.AllKeysTitle), ""}
	half := (len(m.listedKeys) + 1) / 2
	column := min((m.width-4)/2, 36)
	line := func(i int) string {
		h := m.listedKeys[i].Help()
		return m.theme.strong.Render(pad(h.Key, 8)) + m.theme.text.Render(cut(h.Desc, column-9))
	}
	for i := range half {
		l := line(i)
		if i+half < len(m.listedKeys) {
			l = pad(l, column) + line(i+half)
		}
		lines = append(lines, l)
	}
	return m.block(append(lines, "", m.theme.dim.Render(m.t.Link.AnyKey))...)
}
