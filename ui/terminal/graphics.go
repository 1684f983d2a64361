package terminal

import (
	"image"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"klavilink/ui/qr"
)

// consoleTerm is the TERM of the console of Linux.
const consoleTerm = "linux"

// sixelAttribute is the number by which the primary device attributes say that
// the terminal shows sixel images.
const sixelAttribute = 4

// imageless tells from the environment where images cannot work, or where the
// question itself would be seen. Multiplexers keep the screen as text. The console
// of Linux and Terminal of macOS print the question of the kitty protocol.
func imageless(getenv func(string) string) bool {
	term := getenv("TERM")
	multiplexed := getenv("TMUX") != "" || getenv("STY") != "" ||
		strings.HasPrefix(term, "tmux") || strings.HasPrefix(term, "screen")
	return multiplexed || term == consoleTerm || getenv("TERM_PROGRAM") == "Apple_Terminal"
}

// Probe asks the terminal what it can show. It asks only once, and not where images
// cannot work. Tmux is asked for its clients each time, because they come and go.
//
// The right moment is on the way to the first link. At the start the fields of the form
// could take a part of the answer for typing, and the question would delay the first
// frame.
func (t *Terminal) Probe() tea.Cmd {
	again := t.asked
	t.asked = true
	if t.imageless || again {
		return t.listClients()
	}
	return tea.Batch(tea.Raw(qr.Probe), t.measure())
}

// measured is the size of a cell as the system knows it.
type measured struct{ cell image.Point }

// measure asks for the size of a cell: the terminal where it says the size itself,
// else the system. It asks nobody before Probe has asked.
func (t *Terminal) measure() tea.Cmd {
	switch pixels, cols, rows := t.pixels, t.Cols, t.Rows; {
	case !t.asked, t.imageless:
		return nil
	case t.tellsCell:
		return tea.Raw(qr.ProbeCell)
	case pixels == nil || cols <= 0 || rows <= 0:
		return nil
	default:
		return func() tea.Msg {
			width, height := pixels()
			return measured{image.Pt(width/cols, height/rows)}
		}
	}
}

// hear takes an answer. It reports whether the answer says anything of use.
func (t *Terminal) hear(answer tea.Msg) bool {
	switch answer := answer.(type) {
	case measured:
		if t.tellsCell {
			return false // the terminal knows better
		}
		t.Cell = answer.cell
	case uv.CellSizeEvent:
		t.tellsCell, t.Cell = true, image.Pt(answer.Width, answer.Height)
	case uv.KittyGraphicsEvent:
		if answer.Options.ID != qr.ProbeID || string(answer.Payload) != "OK" {
			return false
		}
		t.Protocol = qr.Kitty // even after it answered that it knows sixel
	case uv.PrimaryDeviceAttributesEvent:
		// The first number is the kind of the terminal.
		if t.Protocol != qr.NoGraphics || len(answer) < 2 || !slices.Contains(answer[1:], sixelAttribute) {
			return false
		}
		t.Protocol = qr.Sixel
	}
	return true
}
