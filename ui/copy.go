package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// copied answers a copy to the system's clipboard.
type copied struct {
	text string
	err  error
}

// copyLink copies the URL both ways: through the terminal (OSC 52), which works
// over ssh and which nobody confirms, and through the system's clipboard, which
// a terminal without OSC 52 needs. Where the layout has no room for the URL it
// takes the code's place, so that "copied" is never all there is.
func (m *Model) copyLink() tea.Cmd {
	if m.drawing.layout == layoutAlone {
		m.lay(overlayURL)
	}
	return m.copy(m.link.URL.Reveal())
}

// copy copies what is in sight.
func (m *Model) copy(text string) tea.Cmd {
	native := func() tea.Msg { return copied{text: text} }
	if write := m.cfg.Clipboard; write != nil {
		native = func() tea.Msg { return copied{text, write(text)} }
	}
	return tea.Batch(tea.SetClipboard(text), native, m.cfg.Clock.After(clipboardTime, unwanted{text}))
}

// clipboardTime is how long a link may stay in the clipboard.
const clipboardTime = time.Minute

// unwanted is the end of that time for a text.
type unwanted struct{ text string }

// clearClipboard takes a text out of the system's clipboard, if it is what is
// still there. What a terminal did with it over ssh nobody can tell, and
// something else may be there by now.
func (m *Model) clearClipboard(msg unwanted) tea.Cmd {
	read, write := m.cfg.ReadClipboard, m.cfg.Clipboard
	if read == nil || write == nil {
		return nil
	}
	return func() tea.Msg {
		if now, err := read(); err == nil && now == msg.text {
			_ = write("") // nobody is there to be told
		}
		return nil
	}
}

// copied says how it went, if what was copied is still on the screen.
func (m *Model) copied(msg copied) {
	whole := m.state == StateLink && !m.presenter
	switch {
	case whole && m.overlay == overlayMessage && m.sending.text == msg.text:
		m.notice = m.t.Send.Copied
	case whole && m.overlay != overlayMessage && m.link.URL.Reveal() == msg.text:
		m.notice = m.t.Link.Copied
	default:
		return
	}
	if msg.err != nil || m.cfg.Clipboard == nil {
		m.notice = m.t.Link.CopiedMaybe
	}
}
