package terminal

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/qr"
)

// growth is a window that was asked to grow.
type growth struct {
	asked  bool
	before qr.Size // the size that the window goes back to
	now    qr.Size // the size that it took; zero until it comes
}

// Grows reports whether the window is known to take a size that the program asks for.
func (t *Terminal) Grows() bool { return t.grows }

// Grow asks for a window of at least so many cells (XTWINOPS 8). The size of the window
// changes only when the terminal says so.
func (t *Terminal) Grow(least qr.Size) tea.Cmd {
	if !t.grows {
		return nil
	}
	if !t.growth.asked {
		t.growth = growth{asked: true, before: qr.Size{Cols: t.Cols, Rows: t.Rows}}
	}
	return tea.Raw(sizeSequence(qr.Size{Cols: max(least.Cols, t.Cols, MinCols), Rows: max(least.Rows, t.Rows, MinRows)}))
}

// GiveBack asks for the size that the window had before it grew. It asks for nothing
// if the window did not grow, or if the user has given it another size since.
func (t *Terminal) GiveBack() tea.Cmd {
	if sequence := t.Owed(); sequence != "" {
		return tea.Raw(sequence)
	}
	return nil
}

// Owed returns what [Terminal.GiveBack] writes, for a program that ended before it could
// write it. It returns it once, and is empty if nothing has to be given back.
func (t *Terminal) Owed() string {
	if !t.growth.asked {
		return ""
	}
	before := t.growth.before
	t.growth = growth{}
	return sizeSequence(before)
}

// resized takes a size of the window. The first one after the question is the answer.
// Another one is the user's, who wants no other size back.
func (g *growth) resized(size qr.Size) {
	switch {
	case g.asked && g.now == (qr.Size{}):
		g.now = size
	case g.now != size:
		*g = growth{}
	}
}

// sizeSequence asks for a size of the window.
func sizeSequence(s qr.Size) string { return fmt.Sprintf("\x1b[8;%d;%dt", s.Rows, s.Cols) }
