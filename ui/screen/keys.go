package screen

import "charm.land/bubbles/v2/key"

// Shown gives the keys that stand in the help line.
func Shown(bindings []Binding) []key.Binding {
	shown := make([]key.Binding, 0, len(bindings)+1)
	for _, b := range bindings {
		if !b.Hidden {
			shown = append(shown, b.Binding)
		}
	}
	return shown
}
