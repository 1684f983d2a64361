package qr_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi/sixel"

	"klavilink/ui/internal/emulator"
	"klavilink/ui/qr"
)

// The images are decoded by libraries that know nothing of this package.
func TestImagesMatchTheCodePixelByPixel(t *testing.T) {
	for _, n := range []int{90, 230, 400, 700} {
		for _, scale := range []qr.Scale{{4, 4}, {4, 5}, {2, 5}, {2, 6}, {4, 7}} {
			c, err := qr.Encode(url(n))
			if err != nil {
				t.Fatal(err)
			}
			file, err := c.PNG(scale)
			if err != nil {
				t.Fatal(err)
			}
			decoded, err := png.Decode(bytes.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			same(t, fmt.Sprint("PNG of ", n, " bytes at ", scale), c, scale, decoded)

			drawn, err := c.Place(qr.Sixel, 0, 0, scale)
			if err != nil {
				t.Fatal(err)
			}
			_, data, _ := strings.Cut(drawn, "q")
			data, _, _ = strings.Cut(data, "\x1b\\")
			decoded, err = (&sixel.Decoder{}).Decode(strings.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			same(t, fmt.Sprint("sixel of ", n, " bytes at ", scale), c, scale, decoded)
		}
	}
}

// same fails the test if an image differs from a code with its quiet zone.
func same(t *testing.T, name string, c qr.Code, s qr.Scale, img image.Image) {
	t.Helper()
	side := (c.Modules() + 2*s.Quiet) * s.Pixels
	if img.Bounds() != image.Rect(0, 0, side, side) || c.Side(s) != side {
		t.Fatalf("%s: %v, want a side of %d", name, img.Bounds(), side)
	}
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, g, b, a := img.At(x, y).RGBA()
			want := uint32(0xffff)
			if c.Dark(x/s.Pixels-s.Quiet, y/s.Pixels-s.Quiet) {
				want = 0
			}
			if r != want || g != want || b != want || a != 0xffff {
				t.Fatalf("%s: pixel %d,%d is %x %x %x %x", name, x, y, r, g, b, a)
			}
		}
	}
}

func TestATerminalShowsTheImageAndRemovesIt(t *testing.T) {
	c, _ := qr.Encode(url(400))
	for p, knows := range map[qr.Protocol]emulator.Graphics{
		qr.Kitty: {Kitty: true, Cell: image.Pt(8, 17)},
		qr.Sixel: {Sixel: true, Cell: image.Pt(8, 17)},
	} {
		s := emulator.New(80, 24, false)
		defer s.Close()
		s.Knows(knows)
		drawn, err := c.Place(p, 1, 3, qr.Scale{Quiet: 4, Pixels: 4})
		if err != nil {
			t.Fatal(err)
		}
		_, _ = s.Write([]byte("here\x1b[5;7H" + drawn))
		if got, err := s.Code(); got != url(400) {
			t.Errorf("protocol %d: %q %v", p, got, err)
		}
		_, _ = s.Write([]byte("x"))
		if got := s.BeforeCursor(); got != "      x" {
			t.Errorf("protocol %d moved the cursor: %q", p, got)
		}
		_, _ = s.Write([]byte(p.Remove()))
		if p == qr.Sixel {
			_, _ = s.Write([]byte("\x1b[2J"))
		}
		if _, err := s.Code(); err == nil || s.Images() != 0 {
			t.Errorf("protocol %d: the image is still there", p)
		}
	}
}

// The kitty protocol allows 4096 bytes in a command. It must not answer, because
// the program would read an answer as keys.
func TestKittyImagesAreSentInSmallPiecesWithoutAnswers(t *testing.T) {
	c, _ := qr.Encode(url(2900))
	drawn, _ := c.Place(qr.Kitty, 0, 0, qr.Scale{Quiet: 4, Pixels: qr.MostPixels})
	pieces := strings.Split(drawn, "\x1b_G")[1:]
	if len(pieces) < 3 {
		t.Fatalf("%d pieces", len(pieces))
	}
	for i, piece := range pieces {
		control, data, _ := strings.Cut(piece, ";")
		data, _, _ = strings.Cut(data, "\x1b\\")
		if !strings.Contains(control, "q=2") || len(data) > 4096 || i < len(pieces)-1 && len(data)%4 != 0 {
			t.Errorf("piece %d: %s, %d bytes", i, control, len(data))
		}
		if more := i < len(pieces)-1; strings.Contains(control, "m=1") != more {
			t.Errorf("piece %d of %d: %s", i+1, len(pieces), control)
		}
	}
}

func TestFitImageReturnsTheLargestScaleThatFits(t *testing.T) {
	c, _ := qr.Encode(url(400)) // 69 modules; 77 with the wide quiet zone, 73 with the narrow one
	for space, want := range map[image.Point]qr.Scale{
		{X: 640, Y: 391}:      {4, 5},
		{X: 77 * 6, Y: 900}:   {4, 6},
		{X: 77*6 - 1, Y: 900}: {2, 6},
		{X: 900, Y: 73*6 - 1}: {4, 5},
		{X: 73 * 4, Y: 900}:   {2, 4},
		{X: 73*4 - 1, Y: 900}: {},
		{X: 2000, Y: 77 * 10}: {4, 10},
		{X: 5000, Y: 5000}:    {4, 10},
		{}:                    {},
		{X: -8, Y: -8}:        {},
	} {
		if got := c.FitImage(space.X, space.Y); got != want {
			t.Errorf("%v: %v, want %v", space, got, want)
		}
	}
	large, _ := qr.Encode(url(2900))
	if got := large.Side(large.FitImage(9999, 9999)); got > 1000 {
		t.Errorf("a side of %d, which xterm cuts", got)
	}
}

func TestNothingIsSentWithoutGraphics(t *testing.T) {
	c, _ := qr.Encode(url(90))
	s, err := c.Place(qr.NoGraphics, 0, 0, qr.Scale{Quiet: 4, Pixels: 4})
	if s != "" || err != nil || qr.NoGraphics.Remove() != "" {
		t.Errorf("%q %v", s, err)
	}
}

// An image is sent once. It should take a few milliseconds and a few kilobytes.
func BenchmarkImages400Bytes(b *testing.B) {
	c, err := qr.Encode(url(400))
	if err != nil {
		b.Fatal(err)
	}
	for p, name := range map[qr.Protocol]string{qr.Kitty: "kitty", qr.Sixel: "sixel"} {
		b.Run(name, func(b *testing.B) {
			sent := 0
			for b.Loop() {
				drawn, err := c.Place(p, 0, 0, qr.Scale{Quiet: 2, Pixels: 5})
				if err != nil {
					b.Fatal(err)
				}
				sent = len(drawn)
			}
			b.ReportMetric(float64(sent), "sent-bytes")
		})
	}
}
