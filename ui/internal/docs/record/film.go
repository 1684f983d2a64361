package main

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"io"
	"slices"
	"time"
)

// last is how long the last frame is shown before the film starts again.
const last = 4 * time.Second

// write writes frames as a GIF that repeats for ever. The first frame is whole.
// Each later frame holds only the rectangle in which it differs from the one
// before.
func write(w io.Writer, frames []frame) error {
	colours := palette(frames)
	index := map[color.RGBA]uint8{}
	size := frames[0].picture.Rect.Size()
	film := gif.GIF{Config: image.Config{ColorModel: colours, Width: size.X, Height: size.Y}}
	var before *image.RGBA
	for i, f := range frames {
		area := f.picture.Rect
		if before != nil {
			area = difference(before, f.picture)
		}
		if i == len(frames)-1 {
			f.shown = last
		}
		delay := int(f.shown.Round(10*time.Millisecond) / (10 * time.Millisecond))
		if area.Empty() {
			if n := len(film.Delay); n > 0 {
				film.Delay[n-1] += delay
			}
			continue
		}
		picture := image.NewPaletted(area, colours)
		for y := area.Min.Y; y < area.Max.Y; y++ {
			for x := area.Min.X; x < area.Max.X; x++ {
				c := f.picture.RGBAAt(x, y)
				at, known := index[c]
				if !known {
					at = uint8(colours.Index(c))
					index[c] = at
				}
				picture.SetColorIndex(x, y, at)
			}
		}
		film.Image = append(film.Image, picture)
		film.Delay = append(film.Delay, max(delay, 2))
		film.Disposal = append(film.Disposal, gif.DisposalNone)
		before = f.picture
	}
	if err := gif.EncodeAll(w, &film); err != nil {
		return fmt.Errorf("write the film: %w", err)
	}
	return nil
}

// palette returns the colours of all frames. If there are more than a GIF can
// have, it returns the most frequent ones.
func palette(frames []frame) color.Palette {
	count := map[color.RGBA]int{}
	for _, f := range frames {
		for i := 0; i < len(f.picture.Pix); i += 4 {
			p := f.picture.Pix[i : i+4]
			count[color.RGBA{p[0], p[1], p[2], p[3]}]++
		}
	}
	colours := make([]color.RGBA, 0, len(count))
	for c := range count {
		colours = append(colours, c)
	}
	slices.SortFunc(colours, func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	p := make(color.Palette, 0, 256)
	for _, c := range colours[:min(len(colours), 256)] {
		p = append(p, c)
	}
	return p
}

// difference returns the smallest rectangle in which two pictures of the same size
// differ. It is empty if they are equal.
func difference(a, b *image.RGBA) (area image.Rectangle) {
	for y := b.Rect.Min.Y; y < b.Rect.Max.Y; y++ {
		for x := b.Rect.Min.X; x < b.Rect.Max.X; x++ {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				area = area.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return area
}
