package fit_test

import (
	"fmt"
	"image"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"

	"klavilink/ui/fit"
	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

// cell is the size of a cell of a font of 14 pixels.
var cell = image.Pt(8, 17)

// encoded is the code of a URL of so many bytes.
func encoded(t testing.TB, bytes int) qr.Code {
	t.Helper()
	const start = "https://conecte-sandbox.klavi.ai/path?v="
	code, err := qr.Encode(start + strings.Repeat("eyJhbGci", bytes/8)[:bytes-len(start)])
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// window is a terminal that shows images in some way.
func window(cols, rows int, protocol qr.Protocol, cell image.Point) *terminal.Terminal {
	t := terminal.New(cols, rows, nil)
	if cell != (image.Point{}) {
		t.Update(uv.CellSizeEvent{Width: cell.X, Height: cell.Y})
	}
	switch protocol {
	case qr.Kitty:
		t.Update(uv.KittyGraphicsEvent{Options: kitty.Options{ID: qr.ProbeID}, Payload: []byte("OK")})
	case qr.Sixel:
		t.Update(uv.PrimaryDeviceAttributesEvent{62, 4})
	case qr.NoGraphics:
	}
	return t
}

// plain is a terminal without images.
func plain(cols, rows int) *terminal.Terminal {
	return window(cols, rows, qr.NoGraphics, image.Point{})
}

// asked is what the wizard asks for: a panel of 20 rows, and under the code two
// lines with a URL of so many bytes.
func asked(t *terminal.Terminal, bytes int) fit.Request {
	return fit.Request{
		Panel: func(int) int { return 20 },
		Below: 5 + (bytes+t.Cols-3)/max(t.Cols-2, 1),
	}
}

// check fails the test where a drawing is not whole and in its place.
func check(t *testing.T, d fit.Drawing, term *terminal.Terminal, r fit.Request) {
	t.Helper()
	kept := map[fit.Layout]qr.Size{
		fit.Beside: {Cols: fit.PanelWidth + 2, Rows: 2}, fit.Below: {Rows: r.Below}, fit.Alone: {Rows: 1},
	}[d.Layout]
	space := qr.Size{Cols: term.Cols - kept.Cols, Rows: term.Rows - kept.Rows}
	if d.Size.Cols > space.Cols || d.Size.Rows > space.Rows || d.Size.Cols <= 0 || d.Size.Rows <= 0 {
		t.Errorf("%+v has a space of %+v", d.Size, space)
	}
	if d.Layout == fit.Beside && r.Panel(d.Size.Cols) > space.Rows {
		t.Errorf("the panel of %d rows is cut", r.Panel(d.Size.Cols))
	}
	switch {
	case r.Alone:
		left, right := d.Col, term.Cols-d.Col-d.Size.Cols
		top, bottom := d.Row, space.Rows-d.Row-d.Size.Rows
		if right-left < 0 || right-left > 1 || bottom-top < 0 || bottom-top > 1 {
			t.Errorf("not in the middle: %d left, %d right, %d above, %d under it", left, right, top, bottom)
		}
	case d.Layout == fit.Alone:
		if d.Row != 0 || d.Col != 0 {
			t.Errorf("alone at %d, %d", d.Row, d.Col)
		}
	default:
		if d.Row != 1 || d.Col != 0 {
			t.Errorf("at %d, %d instead of under the header", d.Row, d.Col)
		}
	}
	if rows := strings.Count(d.Code, "\n") + 1; rows != d.Size.Rows {
		t.Errorf("%d rows are drawn instead of %d", rows, d.Size.Rows)
	}
	if d.Need != (qr.Size{}) {
		t.Errorf("it fits and needs %+v", d.Need)
	}
}

// named names a subtest.
func named(cols, rows, bytes int) string { return fmt.Sprintf("%dx%d, %d bytes", cols, rows, bytes) }
