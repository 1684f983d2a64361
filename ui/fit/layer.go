package fit

import (
	tea "charm.land/bubbletea/v2"

	"klavilink/ui/clock"
	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

// Picture is an image that is wanted on the screen. The zero value is no picture.
// Two pictures are the same image if they are equal, so the pointer to a code has to
// stay the same for as long as the code is shown.
type Picture struct {
	Code     *qr.Code
	Row, Col int      // the upper left corner in the window, counted from zero
	Scale    qr.Scale // how large the image is
}

// Picture returns the image that belongs on the blanks of a drawing. It is none if
// the drawing is made of cells.
func (d Drawing) Picture(code *qr.Code) Picture {
	if d.Rendering != Image || d.Code == "" {
		return Picture{}
	}
	return Picture{Code: code, Row: d.Row, Col: d.Col, Scale: d.Scale}
}

// settleTime is how long the cells under an image take to become blank. The renderer
// draws them with its next tick, and the frame clears an image that is already there. The
// image itself goes out at once. One more frame makes sure that the first is written.
const settleTime = 2 * terminal.Frame

// shown is an image on the screen, or on its way there. The zero value is none. An
// image that differs in anything is another one and is sent anew.
type shown struct {
	picture  Picture
	protocol qr.Protocol
	clears   int // counts what cleared the screen before the image came
}

// Layer is the image over the cells of the screen. There is one image at most.
// Every change of the image has a number, so that a message that comes too late is
// recognised.
type Layer struct {
	clock  clock.Clock
	now    shown
	number int // of the last change
}

// cellsBlank says that the cells under the image of a number are blank.
type cellsBlank struct{ number int }

// ImageSent is an image that is written to the terminal. The program receives it
// within a [tea.RawMsg], writes it, and passes the message on to Update.
type ImageSent struct {
	Number   int         // the change that the image belongs to
	Protocol qr.Protocol // the way in which it was sent
	Sequence string      // what is written
}

// String returns what is written.
func (s ImageSent) String() string { return s.Sequence }

// NewLayer returns a layer without an image.
func NewLayer(c clock.Clock) *Layer { return &Layer{clock: c} }

// Number returns the number of the last change of the image. An [ImageSent] with
// another number was overtaken.
func (l *Layer) Number() int { return l.number }

// Settle brings the layer to the picture that is wanted, and returns cmd with what
// has to be done for it. It is called after every message. The old image goes
// before cmd runs. The new image comes when the cells under it are blank. There is
// no image in a window that is too small for the wizard, nor where the wizard is
// leaving the screen. A wizard that leaves writes nothing more, so cmd then waits
// until the old image is gone.
func (l *Layer) Settle(want Picture, t *terminal.Terminal, leaving bool, cmd tea.Cmd) tea.Cmd {
	var next shown
	if want.Code != nil && t.Roomy() && !leaving {
		next = shown{want, t.Protocol, t.Clears}
	}
	last := l.now
	if next == last {
		return cmd
	}
	l.now = next
	l.number++
	if next != (shown{}) {
		cmd = tea.Batch(cmd, l.clock.After(settleTime, cellsBlank{l.number}))
	}
	switch {
	case last == shown{}:
		return cmd
	case leaving:
		return tea.Sequence(remove(last.protocol), l.clock.After(settleTime, nil), cmd)
	default:
		return tea.Sequence(remove(last.protocol), cmd)
	}
}

// Update takes the messages of the layer. It ignores every other message.
func (l *Layer) Update(msg tea.Msg, t *terminal.Terminal) tea.Cmd {
	switch msg := msg.(type) {
	case cellsBlank:
		return l.send(msg)
	case tea.RawMsg:
		if sent, ok := msg.Msg.(ImageSent); ok {
			return l.sent(sent, t)
		}
	}
	return nil
}

// send sends the image, unless another change has overtaken it.
func (l *Layer) send(msg cellsBlank) tea.Cmd {
	if msg.number != l.number {
		return nil
	}
	p, protocol := l.now.picture, l.now.protocol
	return func() tea.Msg {
		sequence, err := p.Code.Place(protocol, p.Row, p.Col, p.Scale)
		if err != nil {
			return nil
		}
		return tea.RawMsg{Msg: ImageSent{msg.number, protocol, sequence}}
	}
}

// sent takes an image away again that another change has overtaken on its way. The
// image that came in its place goes too and is sent anew.
func (l *Layer) sent(msg ImageSent, t *terminal.Terminal) tea.Cmd {
	if msg.Number == l.number {
		return nil
	}
	t.Cleared()
	return remove(msg.Protocol)
}

// remove takes the image off the screen. Sixel leaves no image but pixels, which go
// when the screen is cleared.
func remove(p qr.Protocol) tea.Cmd {
	if p == qr.Kitty {
		return tea.Raw(p.Remove())
	}
	return tea.ClearScreen
}
