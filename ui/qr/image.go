package qr

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
)

// Widths of a module in pixels of an image. Video calls may halve the size of what
// they show. Few decoders or none read a halved image with modules narrower than
// LeastPixels; nearly all do from GoodPixels on. Modules wider than MostPixels are
// no easier to scan.
const (
	LeastPixels = 4
	GoodPixels  = 6
	MostPixels  = 10
)

// maxSide is the longest side of an image in pixels. xterm crops an image that is
// larger (its resource maxGraphicSize).
const maxSide = 1000

// Scale says how large an image is drawn. The zero value stands for no image.
type Scale struct {
	Quiet  int // the width of the quiet zone in modules
	Pixels int // the width of a module in pixels
}

// FitImage returns the scale of the largest image of the code that fits into so
// many pixels. It prefers the quiet zone of the standard. It takes the narrow one
// only if modules are narrower than [GoodPixels] and become wider by it. It returns
// the zero Scale if modules would be narrower than [LeastPixels].
func (c Code) FitImage(width, height int) (best Scale) {
	for _, quiet := range quietZones {
		if best.Pixels >= GoodPixels {
			break
		}
		pixels := min(min(width, height, maxSide)/(c.n+2*quiet), MostPixels)
		if pixels >= LeastPixels && pixels > best.Pixels {
			best = Scale{quiet, pixels}
		}
	}
	return best
}

// Side returns the length of a side of an image in pixels.
func (c Code) Side(s Scale) int { return (c.n + 2*s.Quiet) * s.Pixels }

// Image returns the code drawn black on white.
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

// PNG returns [Code.Image] as a PNG file.
func (c Code) PNG(s Scale) ([]byte, error) {
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&b, c.Image(s)); err != nil {
		return nil, fmt.Errorf("write a PNG: %w", err)
	}
	return b.Bytes(), nil
}
