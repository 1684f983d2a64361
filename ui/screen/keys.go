package screen

import "charm.land/bubbles/v2/key"

// AppendShown appends the keys that belong in the help line to a list.
func AppendShown(list []key.Binding, bindings []Binding) []key.Binding {
	for _, b := range bindings {
		if !b.Hidden {
			list = append(list, b.Binding)
		}
	}
	return list
}
