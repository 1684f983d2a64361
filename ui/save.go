package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/qr"
	"klavilink/validate"
)

// saved answers the saving of a picture.
type saved struct {
	url, path string
	err       error
}

// savedScale is that of a saved picture: the standard's quiet zone, and large
// enough for a slide, small enough for a message.
var savedScale = qr.Scale{Quiet: 4, Pixels: 10}

// saveCode saves the code as a picture. Its name says until when it is good, and
// nothing about the customer.
func (m *Model) saveCode() tea.Cmd {
	save, code, url := m.cfg.Save, m.link.code, m.link.URL.Reveal()
	name := fmt.Sprintf(m.t.Link.FileF, m.link.expiresAt(m.cfg.Clock).Local().Format("15h04"))
	return func() tea.Msg {
		png, err := code.PNG(savedScale)
		if err != nil {
			return saved{url: url, err: err}
		}
		path, err := save(name, png)
		return saved{url, path, err}
	}
}

// codeSaved says how it went, if the link is still the one on the screen.
func (m *Model) codeSaved(msg saved) {
	switch {
	case m.state != StateLink || m.presenter || m.link.URL.Reveal() != msg.url:
	case msg.err != nil:
		m.notice = m.t.Link.SaveFailed
	default:
		m.say(fmt.Sprintf(m.t.Link.SavedF, validate.Harmless(msg.path, maxPath)))
	}
}

// maxPath bounds a path on the screen, in characters.
const maxPath = 400
