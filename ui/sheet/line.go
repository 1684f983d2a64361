package sheet

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"klavilink/validate"
)

// line is a short text that the agent types. The cursor is always at its end.
type line struct {
	text string
	most int // characters
}

// update takes a key or a paste.
func (l *line) update(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		l.add(msg.Content)
	case tea.KeyPressMsg:
		if msg.String() == "backspace" {
			_, size := utf8.DecodeLastRuneInString(l.text)
			l.text = l.text[:len(l.text)-size]
			return
		}
		l.add(msg.Text)
	}
}

// add appends as much of a text as has room. The text may come from a page that the
// agent copied.
func (l *line) add(text string) {
	for _, r := range validate.Harmless(text, 1000) {
		if utf8.RuneCountInString(l.text) < l.most {
			l.text += string(r)
		}
	}
}
