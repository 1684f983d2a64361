// Package sheet has what lies over a screen for a moment: the links of this
// session, a message to the customer and its recipient, every key, a note, the URL of a
// link.
//
// Each sheet is a type with its own state, keys and view. A screen opens one by
// returning it in an outcome. The sheet closes itself.
package sheet

import (
	tea "charm.land/bubbletea/v2"

	"klavilink/ui/screen"
)

// anyKey closes a sheet at any key, which does nothing else.
func anyKey(msg tea.Msg) (screen.Outcome, tea.Cmd) {
	_, key := msg.(tea.KeyPressMsg)
	return screen.Outcome{Close: key}, nil
}
