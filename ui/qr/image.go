package qr

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
)

// Widths of a module in the pixels of an image. Under LeastPixels a screenshot
// that was halved, as video calls do, was read by no decoder or few; from
// GoodPixels on by nearly all. More than MostPixels helps nobody.
const (
	LeastPixels = 4
	GoodPixels  = 6
	MostPixels  = 10
)

// mostSide is the longest side of an image in pixels: xterm cuts at 1000 what it
// is sent (its resource maxGraphicSize).
const mostSide = 1000

// Scale is how large an image is drawn.
type Scale struct {
	Quiet  int // the width of the quiet zone in modules
	Pixels int // the width of a module in pixels
}

// FitImage gives the scale with which an image of the code fits into so many
// pixels: the standard's quiet zone, and the narrow one only where it makes small
// modules larger. No scale, the zero value, is given where a module would be
// narrower than [LeastPixels].
func (c Code) FitImage(width, height int) (best Scale) {
	for _, quiet := range quietZones {
		if best.Pixels >= GoodPixels {
			break
		}
		pixels := min(min(width, height, mostSide)/(c.n+2*quiet), MostPixels)
		if pixels >= LeastPixels && pixels > best.Pixels {
			best = Scale{quiet, pixels}
		}
	}
	return best
}

// Side is the side of an image in pixels.
func (c Code) Side(s Scale) int { return (c.n + 2*s.Quiet) * s.Pixels }

// Image draws the code black on white.
func (c Code) Image(s Scale) image.Image {
	side := c.Side(s)
	img := image.NewPaletted(image.Rect(0, 0, side, side), color.Palette{color.White, color.Black})
	for y := range side {
		for x := range side {
			if c.Dark(x/s.Pixels-s.Quiet, y/s.Pixels-s.Quiet) {
				img.SetColorIndex(x, y, 1)
			}
		}
	}
	return img
}

// PNG is [Code.Image] as a file.
func (c Code) PNG(s Scale) ([]byte, error) {
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&b, c.Image(s)); err != nil {
		return nil, fmt.Errorf("write a PNG: %w", err)
	}
	return b.Bytes(), nil
}
