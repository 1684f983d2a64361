package qr

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
)

// Protocol is a way to show an image on a terminal.
type Protocol uint8

// The protocols. The answers to [Probe] tell which one a terminal knows.
const (
	NoGraphics Protocol = iota // no images
	Sixel                      // as on the VT340; ";4" in the primary device attributes
	Kitty                      // the kitty graphics protocol; a query is answered with OK
)

// Probe asks a terminal what it can do. It is sent in one write, so that the
// answers arrive in this order:
//
//   - the size of a cell in pixels (XTWINOPS 16),
//   - whether the terminal accepts an image of the kitty protocol; the image has
//     the number ProbeID and is checked, but not shown,
//   - the name and the version of the terminal (XTVERSION),
//   - the primary device attributes, which every terminal answers.
//
// A terminal ignores the questions that it does not know. Nothing
// has to wait for the answers. ProbeCell asks for the size of a cell alone.
const (
	Probe     = ProbeCell + "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\" + "\x1b[>q" + "\x1b[c"
	ProbeCell = "\x1b[16t"
	ProbeID   = 31
)

// imageID is the number of our image in the terminal's memory. Any number would
// do, because a window holds only one image.
const imageID = 1802

// Place returns the bytes that show the code as an image. The image has its upper
// left corner at a cell, counted from zero, and the cursor stays where it was. The
// bytes are empty for [NoGraphics].
func (c Code) Place(p Protocol, row, col int, s Scale) (string, error) {
	var image string
	switch p {
	case Kitty:
		file, err := c.PNG(s)
		if err != nil {
			return "", err
		}
		image = kitty(file)
	case Sixel:
		image = c.sixel(s)
	default:
		return "", nil
	}
	return fmt.Sprintf("\x1b7\x1b[%d;%dH%s\x1b8", row+1, col+1, image), nil
}

// Remove returns the bytes that remove the image from the screen and from the
// terminal's memory. They are empty for [Sixel]: its pixels belong to the cells,
// and go when the screen is cleared.
func (p Protocol) Remove() string {
	if p != Kitty {
		return ""
	}
	return fmt.Sprintf("\x1b_Ga=d,d=I,i=%d,q=2\x1b\\", imageID)
}

// kittyChunk is the most that the kitty protocol allows in one command, in bytes of
// base64.
const kittyChunk = 4096

// kitty returns the commands that transmit a PNG file and show it. They ask the
// terminal not to answer (q=2) and not to move the cursor (C=1).
func kitty(file []byte) string {
	data := base64.StdEncoding.EncodeToString(file)
	var b strings.Builder
	for first := true; first || data != ""; first = false {
		n := min(len(data), kittyChunk)
		more := 0
		if n < len(data) {
			more = 1
		}
		if first {
			fmt.Fprintf(&b, "\x1b_Ga=T,f=100,t=d,i=%d,q=2,C=1,m=%d;%s\x1b\\", imageID, more, data[:n])
		} else {
			fmt.Fprintf(&b, "\x1b_Gq=2,m=%d;%s\x1b\\", more, data[:n])
		}
		data = data[n:]
	}
	return b.String()
}

// sixel returns the image as sixels, in bands of six rows of pixels. Each band has
// one pass for the light pixels and one for the dark ones, so that the code is
// black on white on any background. P2=1 matters only below the last row of
// pixels: the terminal leaves what is there alone. The raster attributes say that
// pixels are square, and how many there are.
func (c Code) sixel(s Scale) string {
	side := c.Side(s)
	var b bytes.Buffer
	fmt.Fprintf(&b, "\x1bP0;1;0q\"1;1;%d;%d#0;2;100;100;100#1;2;0;0;0", side, side)
	for top := 0; top < side; top += 6 {
		if top > 0 {
			b.WriteByte('-')
		}
		for colour, dark := range []bool{false, true} {
			if dark {
				b.WriteByte('$') // return to the left edge of the band
			}
			fmt.Fprintf(&b, "#%d", colour)
			held, run := byte(0), 0
			for module := range c.n + 2*s.Quiet {
				if bits := c.band(s, module, top, dark); bits != held {
					repeat(&b, run, '?'+held)
					held, run = bits, 0
				}
				run += s.Pixels
			}
			repeat(&b, run, '?'+held)
		}
	}
	b.WriteString("\x1b\\")
	return b.String()
}

// band returns six pixels of a column of modules, from the row of pixels at top
// downwards. The lowest bit is the uppermost pixel. A bit is set if its pixel has
// the colour that is being drawn.
func (c Code) band(s Scale, column, top int, dark bool) (bits byte) {
	for i := range 6 {
		if y := top + i; y < c.Side(s) && c.Dark(column-s.Quiet, y/s.Pixels-s.Quiet) == dark {
			bits |= 1 << i
		}
	}
	return bits
}

// repeat writes a sixel n times. It uses the short form for more than three.
func repeat(b *bytes.Buffer, n int, sixel byte) {
	if n > 3 {
		b.WriteByte('!')
		b.WriteString(strconv.Itoa(n))
		b.WriteByte(sixel)
		return
	}
	for range n {
		b.WriteByte(sixel)
	}
}
