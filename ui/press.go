package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// press gives a key to its binding, or else to whatever has the keys. Quitting and
// suspending work everywhere.
func (m *Model) press(msg tea.KeyPressMsg) tea.Cmd {
	if m.current().Aspects().Held {
		return nil // The key was meant for the screen before.
	}
	asked := m.asked
	m.frame.notice, m.asked = notice{}, ""
	switch {
	case key.Matches(msg, m.QuitKey):
		return m.quit(asked)
	case msg.String() == "ctrl+z":
		m.blank = true
		return tea.Suspend
	case !m.Terminal.Roomy():
		return nil // What cannot be seen must not be changed.
	}
	top := m.top()
	for _, b := range top.Bindings() {
		if !key.Matches(msg, b.Binding) {
			continue
		}
		if b.Confirm != "" && !m.confirmed(asked, b.Binding, b.Confirm) {
			return nil
		}
		out, cmd := b.Do(msg)
		return tea.Batch(cmd, m.take(out))
	}
	out, cmd := top.Update(msg)
	return tea.Batch(cmd, m.take(out))
}

// confirmed reports whether a key was asked for before, and asks otherwise.
func (m *Model) confirmed(asked string, k key.Binding, question string) bool {
	name := k.Keys()[0]
	if asked == name {
		return true
	}
	m.asked, m.frame.notice = name, notice{words: question}
	return false
}

// paste gives pasted text to whatever has the keys.
func (m *Model) paste(msg tea.PasteMsg) tea.Cmd {
	if !m.Terminal.Roomy() || m.current().Aspects().Held {
		return nil
	}
	m.frame.notice, m.asked = notice{}, ""
	out, cmd := m.top().Update(msg)
	return tea.Batch(cmd, m.take(out))
}

// quit leaves the program, once the agent has confirmed it if a live link is on
// the screen.
func (m *Model) quit(asked string) tea.Cmd {
	question := m.current().Aspects().ConfirmQuit
	if question != "" && !m.confirmed(asked, m.QuitKey, question) {
		return nil
	}
	m.blank = true
	return tea.Sequence(m.current().Leave(), tea.Quit)
}
