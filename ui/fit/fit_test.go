package fit_test

import (
	"image"
	"slices"
	"testing"

	"klavilink/ui/fit"
	"klavilink/ui/qr"
)

// The first layout that fits shows the most around the code.
func TestACodeInHalfBlocksTakesTheFirstLayoutThatFits(t *testing.T) {
	for _, c := range []struct {
		cols, rows, bytes int
		want              fit.Layout
	}{
		{80, 24, 60, fit.Beside},
		{80, 24, 90, fit.Beside},
		{120, 40, 230, fit.Beside},
		{120, 40, 400, fit.Beside},
		{200, 60, 1000, fit.Beside},
		{80, 40, 230, fit.Below},
		{80, 60, 400, fit.Below},
		{80, 38, 400, fit.Alone},
		{100, 46, 700, fit.None},
		{80, 24, 230, fit.None},
		{80, 24, 400, fit.None},
		{120, 40, 1000, fit.None},
	} {
		t.Run(named(c.cols, c.rows, c.bytes), func(t *testing.T) {
			term := plain(c.cols, c.rows)
			r := asked(term, c.bytes)
			d, fitting := fit.Fit(encoded(t, c.bytes), term, r)
			if d.Layout != c.want {
				t.Fatalf("layout %d instead of %d", d.Layout, c.want)
			}
			if c.want == fit.None {
				if fitting != nil || d.Code != "" {
					t.Errorf("%v fit", fitting)
				}
				return
			}
			if d.Rendering != fit.HalfBlocks {
				t.Errorf("rendering %d", d.Rendering)
			}
			check(t, d, term, r)
		})
	}
}

// Every size of window, every length of URL, every kind of terminal.
func TestWhatIsDrawnFits(t *testing.T) {
	for _, bytes := range []int{60, 230, 400, 700, 2900} {
		code := encoded(t, bytes)
		for _, kind := range []struct {
			protocol qr.Protocol
			cell     image.Point
		}{{}, {qr.Kitty, cell}, {qr.Sixel, image.Pt(9, 19)}, {qr.Kitty, image.Pt(20, 40)}} {
			for cols := 1; cols < 260; cols += 23 {
				for rows := 1; rows < 140; rows += 13 {
					term := window(cols, rows, kind.protocol, kind.cell)
					for _, chosen := range []fit.Rendering{fit.HalfBlocks, fit.FullCells, fit.Image} {
						for _, alone := range []bool{false, true} {
							r := asked(term, bytes)
							r.Chosen, r.Alone = chosen, alone
							d, fitting := fit.Fit(code, term, r)
							if len(fitting) == 0 {
								if d.Layout != fit.None || d.Code != "" || d.Need.Cols <= cols && d.Need.Rows <= rows {
									t.Fatalf("%s: %+v", named(cols, rows, bytes), d)
								}
								continue
							}
							if check(t, d, term, r); t.Failed() {
								t.Fatalf("%s, cell %v, chosen %d, alone %t", named(cols, rows, bytes), kind.cell, chosen, alone)
							}
						}
					}
				}
			}
		}
	}
}

func TestWhatIsChosenGoesBeforeTheLadderAsLongAsItFits(t *testing.T) {
	code := encoded(t, 90) // 37 modules: full cells need 82x41
	all := []fit.Rendering{fit.HalfBlocks, fit.FullCells, fit.Image}
	for _, c := range []struct {
		cols, rows   int
		protocol     qr.Protocol
		chosen, want fit.Rendering
		fitting      []fit.Rendering
	}{
		{160, 50, qr.Kitty, fit.HalfBlocks, fit.HalfBlocks, all},
		{160, 50, qr.Kitty, fit.FullCells, fit.FullCells, all},
		{160, 50, qr.Kitty, fit.Image, fit.Image, all},
		{160, 50, qr.NoGraphics, fit.FullCells, fit.FullCells, all[:2]},
		{160, 50, qr.NoGraphics, fit.Image, fit.HalfBlocks, all[:2]},
		{82, 42, qr.NoGraphics, fit.FullCells, fit.FullCells, all[:2]},
		{81, 42, qr.NoGraphics, fit.FullCells, fit.HalfBlocks, all[:1]},
		{82, 41, qr.NoGraphics, fit.FullCells, fit.HalfBlocks, all[:1]},
		{30, 12, qr.Kitty, fit.FullCells, fit.Image, all[2:]},
	} {
		t.Run(named(c.cols, c.rows, 90), func(t *testing.T) {
			term := window(c.cols, c.rows, c.protocol, cell)
			r := asked(term, 90)
			r.Chosen = c.chosen
			d, fitting := fit.Fit(code, term, r)
			if d.Rendering != c.want || !slices.Equal(fitting, c.fitting) {
				t.Errorf("rendering %d of %v", d.Rendering, fitting)
			}
			check(t, d, term, r)
		})
	}
}

// A panel that is cut would lose the URL at its end.
func TestACodeWhosePanelIsCutStandsAboveIt(t *testing.T) {
	code := encoded(t, 90) // 22 rows with the standard's quiet zone
	for rows, want := range map[int]fit.Layout{30: fit.Beside, 31: fit.Below} {
		term := plain(100, 32)
		r := asked(term, 90)
		var beside []int
		r.Panel = func(cols int) int { beside = append(beside, cols); return rows }
		d, _ := fit.Fit(code, term, r)
		if d.Layout != want {
			t.Errorf("%d rows: layout %d instead of %d", rows, d.Layout, want)
		}
		if !slices.Contains(beside, d.Size.Cols) {
			t.Errorf("the panel was measured beside %v columns, not %d", beside, d.Size.Cols)
		}
	}
}

func TestARequestWithoutAPanelHasThePlaceBesideTheCode(t *testing.T) {
	if d, _ := fit.Fit(encoded(t, 90), plain(100, 32), fit.Request{}); d.Layout != fit.Beside {
		t.Errorf("layout %d", d.Layout)
	}
}

func TestThePanelKeeps33Columns(t *testing.T) {
	code := encoded(t, 90) // 41 columns with the narrow quiet zone
	for cols, want := range map[int]fit.Layout{76: fit.Beside, 75: fit.Below} {
		term := plain(cols, 40)
		if d, _ := fit.Fit(code, term, asked(term, 90)); d.Layout != want {
			t.Errorf("%d columns: layout %d instead of %d", cols, d.Layout, want)
		}
	}
}

// The wide quiet zone is the standard's.
func TestTheQuietZoneIsAsWideAsTheRoomAllows(t *testing.T) {
	code := encoded(t, 90)
	for cols, want := range map[int]int{76: 41, 79: 41, 80: 45, 200: 45} {
		term := plain(cols, 40)
		if d, _ := fit.Fit(code, term, asked(term, 90)); d.Size.Cols != want {
			t.Errorf("%d columns: a code of %d instead of %d", cols, d.Size.Cols, want)
		}
	}
}

func TestACodeThatDoesNotFitSaysTheSmallestWindowInWhichItDoes(t *testing.T) {
	for _, bytes := range []int{60, 230, 400, 1000} {
		code := encoded(t, bytes)
		for _, alone := range []bool{false, true} {
			small := plain(20, 10)
			r := asked(small, bytes)
			r.Alone = alone
			d, _ := fit.Fit(code, small, r)
			for lack, want := range map[qr.Size]fit.Layout{{}: fit.Alone, {Cols: 1}: fit.None, {Rows: 1}: fit.None} {
				term := plain(d.Need.Cols-lack.Cols, d.Need.Rows-lack.Rows)
				r := asked(term, bytes)
				r.Alone = alone
				if got, _ := fit.Fit(code, term, r); got.Layout != want {
					t.Errorf("%d bytes in a window that lacks %+v: layout %d", bytes, lack, got.Layout)
				}
			}
		}
	}
}

func TestACodeWithoutModulesNeedsNothing(t *testing.T) {
	d, fitting := fit.Fit(qr.Code{}, window(200, 60, qr.Kitty, cell), fit.Request{Chosen: fit.Image})
	if d != (fit.Drawing{}) || fitting != nil {
		t.Errorf("%+v, %v", d, fitting)
	}
}
