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
	last  string // what was copied last, and is not cleared yet
	count int    // how often something was copied
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

// clearDue is sent a minute after a copy: clear the clipboard if it is unchanged. The
// number is that of the copy. Of a text that was copied again, the last copy counts.
type clearDue struct{ number int }

// Copy copies what is in sight. [CopyDone] answers.
func (c *Copier) Copy(text string) tea.Cmd {
	c.count++
	c.last = text
	native := func() tea.Msg { return CopyDone{Text: text} }
	if write := c.write; write != nil {
		native = func() tea.Msg { return CopyDone{text, write(text)} }
	}
	return tea.Batch(tea.SetClipboard(text), native, c.clock.After(clipboardTime, clearDue{c.count}))
}

// update clears the system's clipboard when the time of a text is over and the
// text is still there. What a terminal did with it over ssh nobody can tell.
func (c *Copier) update(msg tea.Msg) tea.Cmd {
	due, ok := msg.(clearDue)
	if !ok || due.number != c.count {
		return nil
	}
	forget := c.Forget()
	if forget == nil {
		return nil
	}
	return func() tea.Msg {
		forget()
		return nil
	}
}

// Forget returns a function that clears the system's clipboard if what was copied last is
// still there. The function talks to the system and may take its time. It is nil if there
// is nothing to clear, or no way to see what is there.
func (c *Copier) Forget() func() {
	text, read, write := c.last, c.read, c.write
	c.last = ""
	if text == "" || read == nil || write == nil {
		return nil
	}
	return func() {
		if now, err := read(); err == nil && now == text {
			_ = write("") // Nobody is there to be told.
		}
	}
}
