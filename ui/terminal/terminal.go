// Package terminal knows what the terminal can do.
//
// A [Terminal] owns the size of the window, the background, the colours, the way to
// show images, and the small block characters that are fit for a code. All of it comes
// from the messages of Bubble Tea, from the terminal's own answers, and from tmux.
// Nothing waits for an answer: as long as there is none, the terminal shows no images
// and no small blocks. The package reads no environment but the one that [tea.EnvMsg]
// brings. It does not know what is drawn.
package terminal

import (
	"image"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"klavilink/ui/qr"
)

// MinCols and MinRows are the size of the smallest window in which the wizard
// works.
const (
	MinCols = 60
	MinRows = 20
)

// FrameRate is how often in a second the program draws at most. A key shows after 50 ms at
// the latest, and a program that only counts down wakes a third as often as it would at
// Bubble Tea's usual rate of 60.
const FrameRate = 20

// Frame is the time from one frame to the next.
const Frame = time.Second / FrameRate

// Terminal is what the terminal has said of itself. The fields are for reading:
// only Update and Cleared change them,
// except for Clients.
type Terminal struct {
	Cols, Rows int                  // the size of the window
	Dark       bool                 // the background is dark
	Profile    colorprofile.Profile // the colours that it shows
	Protocol   qr.Protocol          // the way to show images
	Cell       image.Point          // the size of a cell in pixels; zero if it is unknown
	Mosaics    Mosaics              // the small block characters that it draws itself
	Charset    Charset              // the characters that it shows; whoever makes the terminal sets it

	// Clears counts how often the screen was cleared. Images go when that happens,
	// so an image from before is no longer there.
	Clears int

	// Clients lists the terminals to which tmux shows this one, as [ClientFormat] has
	// them. It is called outside of Update. Nil means that tmux cannot be asked.
	Clients func() (string, error)

	pixels    func() (width, height int) // the size of the window, from the system; may be nil
	imageless bool                       // it shows no images and must not be asked
	grows     bool                       // its window takes a size that is asked for
	growth    growth                     // of its window
	tmux      bool                       // it is tmux, which can be asked for its clients
	asking    bool                       // tmux was asked and has not answered yet
	console   bool                       // it is the console of Linux
	asked     bool                       // it was asked what it can do
	tellsCell bool                       // it says the size of a cell itself
}

// New returns a terminal with a window of so many cells. It is dark and shows all
// colours until it says otherwise. The function gives the size of the window in
// pixels as the system knows it. It may be nil.
func New(cols, rows int, pixels func() (width, height int)) *Terminal {
	return &Terminal{Cols: cols, Rows: rows, Dark: true, Profile: colorprofile.TrueColor, pixels: pixels}
}

// Update takes what the terminal and Bubble Tea say. It reports whether what is on
// the screen has to be fitted and drawn anew. It ignores every other message.
func (t *Terminal) Update(msg tea.Msg) (changed bool, cmd tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return t.resize(msg.Width, msg.Height)
	case tea.EnvMsg:
		t.imageless, t.console = imageless(msg.Getenv), msg.Getenv("TERM") == consoleTerm
		t.tmux, t.Mosaics = msg.Getenv("TMUX") != "", fromEnvironment(msg.Getenv)
	case tea.BackgroundColorMsg:
		t.Dark = msg.IsDark()
		return true, nil
	case tea.ColorProfileMsg:
		t.Profile = msg.Profile
		return true, nil
	case tea.ResumeMsg:
		t.Cleared()
	case tea.TerminalVersionMsg:
		return t.named(msg.Name), nil
	case attached:
		return t.listed(msg), nil
	case measured, uv.CellSizeEvent, uv.KittyGraphicsEvent, uv.PrimaryDeviceAttributesEvent:
		return t.hear(msg), nil
	}
	return false, nil
}

// resize takes the size of the window. Some terminals and some connections over
// ssh say 0x0 when they do not know the size. Such a size is dropped, and the last
// one holds.
func (t *Terminal) resize(cols, rows int) (changed bool, cmd tea.Cmd) {
	if cols <= 0 || rows <= 0 {
		return false, nil
	}
	t.Cols, t.Rows = cols, rows
	t.growth.resized(qr.Size{Cols: cols, Rows: rows})
	t.Cleared()
	// The size of a cell changes with the font, and another client of tmux has another
	// size of window.
	return true, tea.Batch(t.measure(), t.listClients())
}

// Cleared says that the screen was cleared, and the images on it with it.
func (t *Terminal) Cleared() { t.Clears++ }

// Roomy reports whether the window is large enough for the wizard.
func (t *Terminal) Roomy() bool { return t.Cols >= MinCols && t.Rows >= MinRows }
