package qr

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
)

// PNG draws the code with the standard's quiet zone, a module so many pixels
// wide.
func (c Code) PNG(pixels int) ([]byte, error) {
	quiet := quietZones[0]
	side := (c.n + 2*quiet) * pixels
	img := image.NewPaletted(image.Rect(0, 0, side, side), color.Palette{color.White, color.Black})
	for y := range side {
		for x := range side {
			if c.Dark(x/pixels-quiet, y/pixels-quiet) {
				img.SetColorIndex(x, y, 1)
			}
		}
	}
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&b, img); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
