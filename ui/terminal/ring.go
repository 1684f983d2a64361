package terminal

import tea "charm.land/bubbletea/v2"

// Ring rings the bell and asks the terminal for a notification (OSC 9) with the
// name of the program before the words. The words must name nobody, because
// notifications appear on locked and on shared screens. The console of Linux would
// print the notification, so it only gets the bell.
func (t *Terminal) Ring(notification string) tea.Cmd {
	const bell = "\a"
	if t.console {
		return tea.Raw(bell)
	}
	return tea.Raw(bell + "\x1b]9;klavilink: " + t.Charset.Text(notification) + "\x1b\\")
}
