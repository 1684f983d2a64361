package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/clock"
)

// Sweep is a light that runs once along the border of a box, to draw the eye to news. It
// takes 400 ms. The zero value is a sweep that is over.
//
// If a frame comes a whole frame too late, as over a slow ssh connection, the sweep is
// over at once: a light that stutters is worse than none.
type Sweep struct {
	number int
	frame  int           // from 1 on, 0 once it is over
	due    time.Duration // when the next frame is due, on the steady clock
}

const (
	sweepFrames = 8
	sweepFrame  = 50 * time.Millisecond // is a frame of the program
)

// swept says that the next frame of a sweep is due.
type swept struct {
	sweep  *Sweep
	number int
}

// Start begins a sweep.
func (w *Sweep) Start(c clock.Clock) tea.Cmd {
	w.number++
	w.frame = 1
	return w.next(c)
}

// Stop ends a sweep.
func (w *Sweep) Stop() { w.frame = 0 }

func (w *Sweep) next(c clock.Clock) tea.Cmd {
	w.due = c.Steady() + sweepFrame
	return c.After(sweepFrame, swept{w, w.number})
}

// Update goes to the next frame if the message says that it is due.
func (w *Sweep) Update(msg tea.Msg, c clock.Clock) tea.Cmd {
	m, ok := msg.(swept)
	if !ok || m.sweep != w || m.number != w.number || w.frame == 0 {
		return nil
	}
	if w.frame++; w.frame > sweepFrames || c.Steady() >= w.due+sweepFrame {
		w.frame = 0
		return nil
	}
	return w.next(c)
}

// Light lights up a part of the border above and below a box.
func (w *Sweep) Light(t *Theme, box []string) []string {
	if w.frame == 0 || len(box) == 0 {
		return box
	}
	for _, i := range []int{0, len(box) - 1} {
		width := ansi.StringWidth(box[i])
		from, to := (w.frame-1)*width/sweepFrames, w.frame*width/sweepFrames
		lit := t.Good.Render(ansi.Strip(ansi.Cut(box[i], from, to)))
		box[i] = ansi.Cut(box[i], 0, from) + lit + ansi.Cut(box[i], to, width)
	}
	return box
}
