package qr

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
)

// Protocol is a way to put an image on a terminal.
type Protocol uint8

// The protocols.
const (
	NoGraphics Protocol = iota
	Sixel               // of the VT340; ";4" in the primary device attributes
	Kitty               // the kitty graphics protocol; it answers a query with OK
)

// Probe asks a terminal what it can do, in one write, so that the answers come in
// this order: the size of a cell in pixels (XTWINOPS 16), an image of the kitty
// protocol under the number [ProbeID] that is only checked, and the primary
// device attributes, which every terminal knows. One that knows nothing of an
// image ignores the question; nothing has to wait for the answers.
const (
	Probe     = ProbeCell + "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\" + "\x1b[c"
	ProbeCell = "\x1b[16t"
	ProbeID   = 31
)

// imageID is the number of the image in the terminal's own store.
const imageID = 1802 // any; a window holds one

// Place puts the image with its upper left corner at a cell, counted from zero.
// The cursor stays where it was.
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

// Remove takes the image off the screen and out of the terminal's memory. It is
// empty for [Sixel], which leaves pixels, not images: those go with the cells,
// when the screen is cleared.
func (p Protocol) Remove() string {
	if p != Kitty {
		return ""
	}
	return fmt.Sprintf("\x1b_Ga=d,d=I,i=%d,q=2\x1b\\", imageID)
}

// kittyChunk is how much of an image the protocol lets through at a time, in
// bytes of base64.
const kittyChunk = 4096

// kitty transmits a PNG file and shows it. The terminal is told to answer
// nothing (q=2) and to leave the cursor (C=1).
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

// sixel draws in bands of six rows of pixels, each a pass for the light and one
// for the dark. Both are drawn, black on white whatever the background (P2=1
// leaves only what is beneath the last row alone). The raster attributes say
// that pixels are square and how many there are.
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
				b.WriteByte('$') // back to the band's left edge
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

// band gives the six pixels of a column of modules from a row of pixels down, the
// uppermost in the lowest bit: set where they have the colour.
func (c Code) band(s Scale, column, top int, dark bool) (bits byte) {
	for i := range 6 {
		if y := top + i; y < c.Side(s) && c.Dark(column-s.Quiet, y/s.Pixels-s.Quiet) == dark {
			bits |= 1 << i
		}
	}
	return bits
}

// repeat writes a sixel so many times, the short way from four on.
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
