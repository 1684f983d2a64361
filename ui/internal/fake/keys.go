package fake

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/screen"
)

// named are the keys that have a name.
func named(name string) (code rune, ok bool) {
	switch name {
	case "enter":
		return tea.KeyEnter, true
	case "esc":
		return tea.KeyEscape, true
	case "tab":
		return tea.KeyTab, true
	case "up":
		return tea.KeyUp, true
	case "down":
		return tea.KeyDown, true
	case "left":
		return tea.KeyLeft, true
	case "right":
		return tea.KeyRight, true
	case "pgup":
		return tea.KeyPgUp, true
	case "pgdown":
		return tea.KeyPgDown, true
	case "backspace":
		return tea.KeyBackspace, true
	default:
		return 0, false
	}
}

// Key returns the message of a key by the name that a binding has for it: "enter",
// "ctrl+l", "c".
func Key(name string) tea.KeyPressMsg {
	var mod tea.KeyMod
	rest, ctrl := strings.CutPrefix(name, "ctrl+")
	if ctrl {
		mod |= tea.ModCtrl
	}
	rest, shift := strings.CutPrefix(rest, "shift+")
	if shift {
		mod |= tea.ModShift
	}
	if code, ok := named(rest); ok {
		return tea.KeyPressMsg{Code: code, Mod: mod}
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if mod != 0 {
		return tea.KeyPressMsg{Code: r, Mod: mod}
	}
	return tea.KeyPressMsg{Code: r, Text: rest}
}

// Press gives a key to its binding, or else to the sheet, as package ui does. It
// asks no question.
func Press(s screen.Sheet, name string) (screen.Outcome, tea.Cmd) {
	msg := Key(name)
	for _, b := range s.Bindings() {
		if key.Matches(msg, b.Binding) {
			return b.Do(msg)
		}
	}
	return s.Update(msg)
}

// Type presses the key of every character.
func Type(s screen.Sheet, words string) {
	for _, r := range words {
		Press(s, string(r))
	}
}

// Names returns the names of the keys that work, as the help line shows them.
func Names(s screen.Sheet) string {
	var names []string
	for _, b := range s.Bindings() {
		names = append(names, b.Help().Key)
	}
	return strings.Join(names, " ")
}

// Shown returns what a frame shows, without its colours.
func Shown(f screen.Frame) string { return ansi.Strip(f.Body + "\n" + f.Status) }

// Messages runs a command and returns what it answers. It runs the commands of a
// batch one after the other.
func Messages(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	switch msg := cmd().(type) {
	case nil:
		return nil
	case tea.BatchMsg:
		var all []tea.Msg
		for _, c := range msg {
			all = append(all, Messages(c)...)
		}
		return all
	default:
		return []tea.Msg{msg}
	}
}
