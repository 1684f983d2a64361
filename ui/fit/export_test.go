package fit

import (
	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

// Ladder returns the arranged renderings that fit, the best one first. None is drawn.
func Ladder(code qr.Code, t *terminal.Terminal, r Request) []Drawing {
	return window{code, t, r}.ladder()
}
