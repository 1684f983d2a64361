package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"klavilink/ui/qr"
	"klavilink/validate"
)

// quiet is the width of the light border that the standard asks for, in modules.
const quiet = 4

// What stands in the name of a file for the index and the id of its link.
const (
	indexMark  = "{index}"
	linkIDMark = "{linkId}"
)

// checkQR returns what is wrong with the name of the file for the code.
func (c *creator) checkQR() error {
	t := &c.t.CLI.Batch
	switch {
	case c.qr == "":
		return nil
	case c.qr != "-":
		if drawing(c.qr) == nil {
			return misused(t.QREnding, "")
		}
	case c.print.json || c.wait:
		return misused(t.QRPipe, "")
	case c.env.OutTerminal:
		return misused(t.QRTerminal, "")
	}
	return nil
}

// room returns why the code of a record will have no file, before its link is made.
func (c *creator) room(index int) *exit {
	t := &c.t.CLI.Batch
	if c.qr == "" || strings.Contains(c.qr, linkIDMark) {
		return nil
	}
	name := strings.ReplaceAll(c.qr, indexMark, strconv.Itoa(index))
	if name == c.qr && index > 0 {
		return usage(fmt.Sprintf(t.QROneF, indexMark, linkIDMark))
	}
	if _, err := os.Lstat(name); c.qr != "-" && err == nil {
		return usage(fmt.Sprintf(t.QRExistsF, validate.Harmless(name, 200)))
	}
	return nil
}

// draw writes the code of a link to a new file, or to standard output.
func (c *creator) draw(o outcome) *exit {
	if c.qr == "" {
		return nil
	}
	t := &c.t.CLI
	code, err := qr.Encode(o.link.URL.Reveal())
	if err != nil {
		return &exit{status: ExitFailed, message: t.Batch.QRLong}
	}
	if c.qr == "-" {
		b, err := drawPNG(code)
		if err == nil {
			_, err = c.env.Out.Write(b)
		}
		if err != nil {
			return &exit{status: ExitFailed, message: fmt.Sprintf(t.WriteFileF, "-")}
		}
		return nil
	}
	name := strings.NewReplacer(indexMark, strconv.Itoa(o.record.Index), linkIDMark, fileName(o.link.ID)).Replace(c.qr)
	content, err := drawing(c.qr)(code)
	if err == nil {
		err = writeNew(name, content)
	}
	shown := validate.Harmless(name, 200)
	switch {
	case errors.Is(err, fs.ErrExist):
		return &exit{status: ExitFailed, message: fmt.Sprintf(t.Batch.QRExistsF, shown)}
	case err != nil:
		return &exit{status: ExitFailed, message: fmt.Sprintf(t.WriteFileF, shown)}
	}
	return nil
}

// fileName returns an ID of the API as a part of the name of a file. The API may say
// anything, so only letters, digits and hyphens stay.
func fileName(id string) string {
	id = strings.Map(func(c rune) rune {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' {
			return c
		}
		return '_'
	}, id)
	return id[:min(len(id), 100)]
}

// drawing returns how a code is drawn in a file with this name, or nil.
func drawing(name string) func(qr.Code) ([]byte, error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".png":
		return drawPNG
	case ".svg":
		return drawSVG
	case ".txt":
		return func(c qr.Code) ([]byte, error) { return []byte(c.Glyphs(qr.HalfBlocks, quiet, false)), nil }
	default:
		return nil
	}
}

// drawPNG draws a code that is large enough for a slide.
func drawPNG(c qr.Code) ([]byte, error) { return c.PNG(qr.Scale{Quiet: quiet, Pixels: 10}) }

// drawSVG draws a code with a unit for each module.
func drawSVG(c qr.Code) ([]byte, error) {
	var b bytes.Buffer
	side := c.Modules() + 2*quiet
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" shape-rendering="crispEdges"`)
	fmt.Fprintf(&b, ` viewBox="0 0 %d %d">`, side, side)
	fmt.Fprintf(&b, `<path fill="#fff" d="M0 0h%dv%dH0z"/><path d="`, side, side)
	for y := range c.Modules() {
		for x := range c.Modules() {
			if c.Dark(x, y) {
				fmt.Fprintf(&b, "M%d %dh1v1h-1z", x+quiet, y+quiet)
			}
		}
	}
	b.WriteString("\"/></svg>\n")
	return b.Bytes(), nil
}
