package fit

import (
	"slices"

	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

// ladder returns the best layout of every rendering that fits, the best one first. The
// modules of each are no smaller than those of the next, so that a larger window never
// makes modules smaller. Half blocks, and images whose modules are at least
// [qr.GoodPixels] wide, count as equally large. Of these two, half blocks come first
// if they leave room for the panel beside them or no panel is wanted.
//
// Full cells never come first where half blocks are drawn: those fit wherever they fit.
func (w window) ladder() []Drawing {
	var list []Drawing
	for _, r := range []Rendering{HalfBlocks, FullCells, Image, Sextants, Octants} {
		if d, ok := w.fit(r); ok {
			list = append(list, d)
		}
	}
	good := func(d Drawing) bool { return d.Rendering == Image && d.Scale.Pixels >= qr.GoodPixels }
	if at := slices.IndexFunc(list, good); at > 0 && !w.request.Alone && list[0].Layout != Beside {
		image := list[at]
		list = slices.Insert(slices.Delete(list, at, at+1), 0, image)
	}
	return list
}

// drawn reports whether the terminal draws a rendering in cells.
func (w window) drawn(r Rendering) bool {
	ascii := w.terminal.Charset == terminal.ASCII
	switch r {
	case HalfBlocks:
		return !ascii
	case Sextants:
		return !ascii && w.terminal.Mosaics >= terminal.Sextants
	case Octants:
		return !ascii && w.terminal.Mosaics >= terminal.Octants
	default:
		return true
	}
}
