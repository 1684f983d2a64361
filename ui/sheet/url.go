package sheet

import (
	tea "charm.land/bubbletea/v2"

	"klavilink/ui/desk"
	"klavilink/ui/screen"
)

// URL shows the URL of a link in the place of its code, where the window has no
// room for both.
type URL struct {
	*screen.Session
	link *desk.Link
}

// NewURL makes the sheet for a link.
func NewURL(s *screen.Session, l *desk.Link) *URL { return &URL{s, l} }

// Update implements [screen.Sheet].
func (u *URL) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) { return anyKey(msg) }

// Bindings implements [screen.Sheet].
func (u *URL) Bindings() []screen.Binding { return nil }

// View implements [screen.Sheet].
func (u *URL) View(a screen.Area) screen.Frame {
	why := u.Theme.Text.Render(screen.Fold(u.Text.Link.AnyKey, a.Cols-2))
	return screen.Frame{Body: u.Facts(u.link, u.link.Left()).WithoutCode(why, a)}
}
