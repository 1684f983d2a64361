package cli

import (
	"fmt"
	"io"
	"time"

	"charm.land/bubbles/v2/progress"
	"github.com/charmbracelet/x/ansi"
)

// barEvery is the shortest time between two drawings of the bar.
const barEvery = 100 * time.Millisecond

// bar is a line at the bottom of a terminal that says how far a run is. It must be
// cleared before anything else is printed.
type bar struct {
	out   io.Writer
	cols  int
	shown bool
	drawn time.Duration // when, since some fixed moment
}

// bar returns the line for a terminal, which is 80 cells wide unless it says otherwise.
func (c *creator) bar() bar {
	b := bar{out: c.env.Err, cols: 80}
	if c.env.Size != nil && c.env.OutTerminal {
		if cols, _, err := c.env.Size(); err == nil && cols > 0 {
			b.cols = cols
		}
	}
	return b
}

// clear takes the line away.
func (b *bar) clear() {
	if b.shown {
		b.shown = false
		_, _ = fmt.Fprint(b.out, "\r\x1b[K")
	}
}

// draw draws the line, which is cut at the edge of the terminal.
func (b *bar) draw(line string) {
	b.shown = true
	_, _ = fmt.Fprint(b.out, "\r\x1b[K"+ansi.Truncate(line, b.cols-1, ""))
}

// progress draws how far the run is, if there is a terminal and the time has come. The
// size of the input says how much is left. The size of a pipe is not known.
func (r *creating) progress(read int64) {
	if !r.env.ErrTerminal {
		return
	}
	now := r.env.steady()
	if r.bar.drawn != 0 && now-r.bar.drawn < barEvery {
		return
	}
	r.bar.drawn = now
	t, took := &r.t.CLI.Batch, now-r.began
	rate := 0.0
	if took > 0 {
		rate = float64(r.counts.made) / took.Seconds()
	}
	line := fmt.Sprintf(t.ProgressF, r.counts.made, r.counts.failed, rate)
	if r.in.size > 0 && read > 0 {
		part := min(float64(read)/float64(r.in.size), 1)
		left := time.Duration(float64(took) * (1 - part) / part).Round(time.Second)
		picture := progress.New(
			progress.WithWidth(20), progress.WithoutPercentage(), progress.WithFillCharacters('█', '░'),
		)
		line = ansi.Strip(picture.ViewAs(part)) + " " + line + ", " + fmt.Sprintf(t.LeftF, left)
	}
	r.bar.draw(line)
}
