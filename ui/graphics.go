package ui

import (
	"image"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"klavilink/ui/qr"
)

// terminal is what the terminal said of itself. Nothing waits for its answers:
// as long as there are none, it shows no images.
type terminal struct {
	mute     bool // it is not to be asked
	plain    bool // it would print what it does not know
	asked    bool
	protocol qr.Protocol
	cell     image.Point // the size of a cell in pixels, zero where unknown
	says     bool        // it tells the size of a cell itself
}

// imageless tells from the environment where images cannot work, or where even
// asking would show: multiplexers keep the screen as text, the Linux console and
// macOS's Terminal print the question of the kitty protocol.
func imageless(getenv func(string) string) bool {
	term := getenv("TERM")
	return getenv("TMUX") != "" || getenv("STY") != "" || strings.HasPrefix(term, "tmux") || strings.HasPrefix(term, "screen") ||
		term == "linux" || getenv("TERM_PROGRAM") == "Apple_Terminal"
}

// probe asks the terminal what it can show, once, on the way to the first link:
// not at the start, where the form has fields that an answer cut in two could
// reach, and where it would stand in the way of the first frame.
func (m *Model) probe() tea.Cmd {
	if m.terminal.mute || m.terminal.asked {
		return nil
	}
	m.terminal.asked = true
	return tea.Batch(tea.Raw(qr.Probe), m.measure())
}

// measured is the size of a cell as the system knows it.
type measured struct{ cell image.Point }

// measure asks anew for the size of a cell, which changes with the font.
func (m *Model) measure() tea.Cmd {
	switch pixels, cols, rows := m.cfg.Pixels, m.width, m.height; {
	case !m.terminal.asked:
		return nil
	case m.terminal.says:
		return tea.Raw(qr.ProbeCell)
	case pixels == nil || cols <= 0 || rows <= 0:
		return nil
	default:
		return func() tea.Msg {
			w, h := pixels()
			return measured{image.Pt(w/cols, h/rows)}
		}
	}
}

// heard takes an answer of the terminal.
func (m *Model) heard(msg tea.Msg) {
	switch msg := msg.(type) {
	case measured:
		if m.terminal.says {
			return
		}
		m.terminal.cell = msg.cell
	case uv.CellSizeEvent:
		m.terminal.says, m.terminal.cell = true, image.Pt(msg.Width, msg.Height)
	case uv.KittyGraphicsEvent:
		if msg.Options.ID != qr.ProbeID || string(msg.Payload) != "OK" {
			return
		}
		m.terminal.protocol = qr.Kitty
	case uv.PrimaryDeviceAttributesEvent:
		// The first number is the kind of terminal.
		if m.terminal.protocol != qr.NoGraphics || len(msg) < 2 || !slices.Contains(msg[1:], 4) {
			return
		}
		m.terminal.protocol = qr.Sixel
	}
	m.redraw()
}

// picture is an image on the screen; the zero value is none. One that differs in
// anything is another, and is put anew.
type picture struct {
	link     *liveLink
	protocol qr.Protocol
	row, col int
	scale    qr.Scale
	screen   int // counts what clears the screen, and images with it
}

// settling is how long the cells beneath an image take to be blank: a frame or
// three, for the image goes out at once and the frame with the next tick of the
// renderer, which would clear it.
const settling = 60 * time.Millisecond

// settled is the end of that time.
type settled struct{ number int }

// placed is an image on its way to the terminal. The program passes it on as what
// [tea.Raw] writes, and then to Update.
type placed struct {
	number   int
	protocol qr.Protocol
	sequence string
}

// String is what is written.
func (p placed) String() string { return p.sequence }

// settlePicture brings the image layer to what the screen shall show: the old
// image goes before anything else happens, the new one comes when the cells are
// blank.
func (m *Model) settlePicture(cmd tea.Cmd) tea.Cmd {
	var want picture
	if d := m.drawing; m.state == StateLink && d.code != "" && d.rendering == asImage && m.roomy() && !m.blank {
		want = picture{m.link, m.terminal.protocol, d.row, d.col, d.scale, m.screens}
	}
	had := m.picture
	if want == had {
		return cmd
	}
	m.picture = want
	m.lastPicture++
	if want != (picture{}) {
		cmd = tea.Batch(cmd, m.cfg.Clock.After(settling, settled{m.lastPicture}))
	}
	switch {
	case had == picture{}:
		return cmd
	case m.blank: // the program is about to leave, and writes nothing more
		return tea.Sequence(unplace(had.protocol), m.cfg.Clock.After(settling, nil), cmd)
	default:
		return tea.Sequence(unplace(had.protocol), cmd)
	}
}

func unplace(p qr.Protocol) tea.Cmd {
	if p == qr.Kitty {
		return tea.Raw(p.Remove())
	}
	return tea.ClearScreen
}

// place sends the image, if it is still the one.
func (m *Model) place(msg settled) tea.Cmd {
	if msg.number != m.lastPicture || m.picture.link == nil {
		return nil
	}
	code, p := m.link.code, m.picture
	return func() tea.Msg {
		sequence, err := code.Place(p.protocol, p.row, p.col, p.scale)
		if err != nil {
			return nil
		}
		return tea.RawMsg{Msg: placed{msg.number, p.protocol, sequence}}
	}
}

// wentOut takes an image away that was overtaken by its own end.
func (m *Model) wentOut(msg tea.RawMsg) tea.Cmd {
	p, ok := msg.Msg.(placed)
	if !ok || p.number == m.lastPicture {
		return nil
	}
	m.screens++ // and the one that took its place with it
	return unplace(p.protocol)
}
