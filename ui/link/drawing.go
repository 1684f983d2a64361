package link

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/fit"
	"klavilink/ui/screen"
)

// drawing is the code as it stands in the window.
type drawing struct {
	*subject
	fit.Drawing
	fitting  []fit.Rendering // those that fit the window
	chosen   fit.Rendering   // by the agent, if the phone does not read another
	inverted bool            // the agent swapped the colours of a code without any

	panel   *panel
	area    screen.Area // the room for a framed view
	brevity brevity     // of the panel beside the code
}

// belowRows are the rows that the layout with everything under the code needs
// beside those of the URL: header, countdown, status, footer and a spare one.
const belowRows = 5

// refit draws the code anew for the window and the terminal as they are.
func (d *drawing) refit() {
	width := d.Terminal.Cols - 2
	below := belowRows + screen.URLLines(d.link.URL.Reveal(), width)
	if warning := d.facts().Foreign(width); warning != "" {
		below += height(warning)
	}
	d.Drawing, d.fitting = fit.Fit(*d.code, d.Terminal, fit.Request{
		Alone: d.presenting, Chosen: d.chosen, Inverted: d.inverted,
		Panel: func(cols int) int { return height(d.panel.view(shortest, cols, 0)) },
		Below: below,
	})
	d.brevity = shortest // Without its URL, the panel has the key that shows it.
	d.brevity = d.panel.fitting(d.Size.Cols, d.besideRows())
}

// besideRows are the rows of the layout with the panel beside the code.
func (d *drawing) besideRows() int { return d.area.Rows + 1 }

// showsURL reports whether the URL is on the screen.
func (d *drawing) showsURL() bool {
	return d.Layout != fit.Alone && (d.Layout != fit.Beside || d.brevity <= whole)
}

// clear takes the code off the screen.
func (d *drawing) clear() { d.Drawing, d.fitting = fit.Drawing{}, nil }

// picture is the image that belongs on the screen; the zero value is none.
func (d *drawing) picture() fit.Picture { return d.Picture(d.code) }

// drawOtherwise goes on to the next rendering that fits, for a phone that does not
// read this one.
func (d *drawing) drawOtherwise(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	t := &d.Text.Link
	at := (slices.Index(d.fitting, d.Rendering) + 1) % len(d.fitting)
	d.chosen = d.fitting[at]
	d.refit()
	names := [...]string{
		fit.HalfBlocks: t.HalfBlocks, fit.FullCells: t.FullCells, fit.Image: t.Image,
		fit.Sextants: t.Sextants, fit.Octants: t.Octants,
	}
	words := fmt.Sprintf(t.DrawnF, names[d.chosen], at+1, len(d.fitting))
	return screen.Outcome{Notice: words, Success: true}, nil
}

// growable reports whether the code has no room and the window can grow.
func (d *drawing) growable() bool {
	return d.Code == "" && d.code.Modules() > 0 && !d.presenting && d.Terminal.Grows()
}

// grow asks for the window that the code needs.
func (d *drawing) grow(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Outcome{}, d.Terminal.Grow(d.Need)
}

// swap exchanges dark and light in a terminal without colours.
func (d *drawing) swap(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	d.inverted = !d.inverted
	d.refit()
	return screen.Outcome{}, nil
}

// over puts the code where it belongs in the window, over one line of status. The
// warning of a foreign host comes first in it, because the line may be cut.
func (d *drawing) over(status string) screen.Frame {
	if warning := d.facts().ForeignShort(); warning != "" {
		status = warning + "  " + status
	}
	indent := strings.Repeat(" ", d.Col)
	code := indent + strings.ReplaceAll(d.Code, "\n", "\n"+indent)
	return screen.Frame{Body: strings.Repeat("\n", d.Row) + code, Chrome: screen.Bare, Status: status}
}

// whyNot says what window the code needs, and whether the browser is a key away.
func (d *drawing) whyNot(width int, browser bool) string {
	t := &d.Text.Link
	if d.code.Modules() == 0 {
		return d.Theme.Warn.Render(screen.Fold(t.NoCode, width))
	}
	why := fmt.Sprintf(t.TooBigF, d.Need.Cols, d.Need.Rows, d.Terminal.Cols, d.Terminal.Rows)
	lines := []string{
		d.Theme.Warn.Render(screen.Fold(why, width)),
		d.Theme.Text.Render(screen.Fold(t.TooBigHow, width)),
	}
	if d.growable() {
		lines = append(lines, d.Theme.Strong.Render(screen.Fold(t.TooBigGrow, width)))
	}
	if browser {
		lines = append(lines, d.Theme.Strong.Render(screen.Fold(t.TooBigPage, width)))
	}
	return strings.Join(lines, "\n")
}
