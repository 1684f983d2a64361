package fit_test

import (
	"image"
	"testing"

	"klavilink/ui/fit"
	"klavilink/ui/qr"
)

func TestAnImageComesOnlyWhereNoCellsFit(t *testing.T) {
	for _, c := range []struct {
		cols, rows, bytes int
		want              fit.Rendering
	}{
		{80, 24, 60, fit.HalfBlocks},
		{120, 40, 230, fit.HalfBlocks},
		{120, 40, 400, fit.HalfBlocks},
		{80, 24, 230, fit.Image},
		{80, 24, 400, fit.Image},
		{120, 40, 1000, fit.Image},
	} {
		for _, protocol := range []qr.Protocol{qr.Kitty, qr.Sixel} {
			t.Run(named(c.cols, c.rows, c.bytes), func(t *testing.T) {
				term := window(c.cols, c.rows, protocol, cell)
				r := asked(term, c.bytes)
				d, _ := fit.Fit(encoded(t, c.bytes), term, r)
				if d.Rendering != c.want {
					t.Errorf("rendering %d instead of %d", d.Rendering, c.want)
				}
				check(t, d, term, r)
			})
		}
	}
}

func TestAnImageNeedsAProtocolAndTheSizeOfACell(t *testing.T) {
	code := encoded(t, 400)
	for name, c := range map[string]struct {
		protocol qr.Protocol
		cell     image.Point
		want     fit.Layout
	}{
		"both":                 {qr.Kitty, cell, fit.Alone},
		"no protocol":          {qr.NoGraphics, cell, fit.None},
		"no size":              {qr.Sixel, image.Point{}, fit.None},
		"no width":             {qr.Kitty, image.Pt(0, 17), fit.None},
		"no height":            {qr.Kitty, image.Pt(8, 0), fit.None},
		"a negative width":     {qr.Kitty, image.Pt(-8, 17), fit.None},
		"a size that is a lie": {qr.Kitty, image.Pt(-1, 99999999999), fit.None},
	} {
		term := window(80, 24, c.protocol, c.cell)
		if d, _ := fit.Fit(code, term, asked(term, 400)); d.Layout != c.want {
			t.Errorf("%s: layout %d", name, d.Layout)
		}
	}
}

func TestAnImageTooSmallToScanIsNotShown(t *testing.T) {
	code := encoded(t, 400)
	side := code.Modules() + 4 // with the narrow quiet zone
	for pixels, want := range map[int]bool{qr.LeastPixels - 1: false, qr.LeastPixels: true} {
		// 23 rows are left for an image that stands alone.
		term := window(80, 24, qr.Kitty, image.Pt(side*pixels/23+1, side*pixels/23+1))
		d, _ := fit.Fit(code, term, asked(term, 400))
		if shown := d.Rendering == fit.Image; shown != want || shown && d.Scale.Pixels < qr.LeastPixels {
			t.Errorf("%d pixels a module: shown %t at %+v", pixels, shown, d.Scale)
		}
	}
}

func TestAnImageTakesTheFirstLayoutInWhichItSurvivesAVideoCall(t *testing.T) {
	code := encoded(t, 400)
	for _, c := range []struct {
		cols, rows int
		cell       image.Point
		want       fit.Layout
	}{
		{120, 30, image.Pt(12, 24), fit.Beside}, // good beside the panel
		{80, 30, image.Pt(16, 30), fit.Beside},
		{70, 36, image.Pt(12, 24), fit.Below}, // small beside the panel, good above it
		{64, 24, image.Pt(10, 20), fit.Alone}, // small everywhere
	} {
		term := window(c.cols, c.rows, qr.Kitty, c.cell)
		r := asked(term, 400)
		r.Chosen = fit.Image
		d, _ := fit.Fit(code, term, r)
		if d.Rendering != fit.Image || d.Layout != c.want {
			t.Errorf("%dx%d, cell %v: rendering %d, layout %d, scale %+v",
				c.cols, c.rows, c.cell, d.Rendering, d.Layout, d.Scale)
		}
	}
}

// Where an image is small in every layout, it takes the one in which it is largest,
// and of two that are equal the one that shows more around it.
func TestASmallImageIsAsLargeAsItGets(t *testing.T) {
	code := encoded(t, 400)
	seen := map[fit.Layout]bool{}
	for cols := 60; cols < 140; cols++ {
		for rows := 20; rows < 40; rows++ {
			term := window(cols, rows, qr.Kitty, image.Pt(8, 16))
			r := asked(term, 400)
			r.Chosen = fit.Image
			d, _ := fit.Fit(code, term, r)
			if d.Rendering != fit.Image || d.Scale.Pixels >= qr.GoodPixels {
				continue
			}
			seen[d.Layout] = true
			r.Alone = true
			largest, _ := fit.Fit(code, term, r)
			if largest.Scale.Pixels != d.Scale.Pixels {
				t.Errorf("%dx%d: %d pixels instead of %d", cols, rows, d.Scale.Pixels, largest.Scale.Pixels)
			}
		}
	}
	if !seen[fit.Beside] || !seen[fit.Alone] {
		t.Errorf("only the layouts %v were tried", seen)
	}
}

func TestAnImageThatIsAloneStandsInTheMiddle(t *testing.T) {
	for _, cols := range []int{80, 81, 120} {
		term := window(cols, 24, qr.Sixel, cell)
		r := asked(term, 400)
		r.Alone = true
		d, _ := fit.Fit(encoded(t, 400), term, r)
		if d.Rendering != fit.Image || d.Layout != fit.Alone || d.Col == 0 {
			t.Errorf("%d columns: %+v", cols, d)
		}
		check(t, d, term, r)
	}
}
