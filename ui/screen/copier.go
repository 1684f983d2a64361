package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/clock"
)

// Copier copies text both ways: through the terminal (OSC 52), which works over
// ssh and which nobody confirms, and through the system's clipboard, which a
// terminal without OSC 52 needs.
type Copier struct {
	clock clock.Clock
	write func(string) error
	read  func() (string, error)
}

// CopyDone says that a text was copied, or why the system's clipboard refused it.
type CopyDone struct {
	Text string
	Err  error
}

// Sure reports whether the text is in the system's clipboard for certain.
func (c *Copier) Sure(done CopyDone) bool { return done.Err == nil && c.write != nil }

// clipboardTime is how long a link may stay in the clipboard.
const clipboardTime = time.Minute

// clearDue is sent a minute after a copy: clear the clipboard if it is unchanged.
type clearDue struct{ text string }

// Copy copies what is in sight. [CopyDone] answers.
func (c *Copier) Copy(text string) tea.Cmd {
	native := func() tea.Msg { return CopyDone{Text: text} }
	if write := c.write; write != nil {
		native = func() tea.Msg { return CopyDone{text, write(text)} }
	}
	return tea.Batch(tea.SetClipboard(text), native, c.clock.After(clipboardTime, clearDue{text}))
}

// update clears the system's clipboard when the time of a text is over and the
// text is still there. What a terminal did with it over ssh nobody can tell.
func (c *Copier) update(msg tea.Msg) tea.Cmd {
	due, ok := msg.(clearDue)
	if !ok || c.read == nil || c.write == nil {
		return nil
	}
	read, write := c.read, c.write
	return func() tea.Msg {
		if now, err := read(); err == nil && now == due.text {
			_ = write("") // Nobody is there to be told.
		}
		return nil
	}
}
