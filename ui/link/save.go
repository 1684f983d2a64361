package link

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/qr"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
	"klavilink/validate"
)

// saver saves the code as a picture.
type saver struct{ *subject }

// saveDone says how the saving of a picture went.
type saveDone struct {
	url, path string
	err       error
}

// save writes the picture. It has the standard's quiet zone, and is large enough
// for a slide and small enough for a message. The name says until when the code is
// good, and nothing about the customer.
func (s *saver) save(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	write, code, url := s.Save, *s.code, s.link.URL.Reveal()
	name := fmt.Sprintf(s.Text.Link.FileF, s.link.ExpiresAt().In(s.Zone).Format("15h04"))
	return screen.Outcome{}, func() tea.Msg {
		png, err := code.PNG(qr.Scale{Quiet: 4, Pixels: 10})
		if err != nil {
			return saveDone{url: url, err: err}
		}
		path, err := write(name, png)
		return saveDone{url, path, err}
	}
}

// saved says how the saving went, unless the screen is shared.
func (s *saver) saved(msg saveDone) screen.Outcome {
	switch {
	case s.presenting:
		return screen.Outcome{}
	case errors.Is(msg.err, screen.ErrNoFolder):
		return sheet.Say(s.Session, s.Text.Link.SaveNowhere)
	case msg.err != nil:
		return screen.Outcome{Notice: s.Text.Link.SaveFailed}
	default:
		out := sheet.Say(s.Session, fmt.Sprintf(s.Text.Link.SavedF, validate.Harmless(msg.path, maxPath)))
		out.Success = out.Notice != ""
		return out
	}
}
