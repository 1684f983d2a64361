package emulator

import (
	_ "embed" // names.txt
	"image"
	"strconv"
	"strings"
	"sync"
)

// names lists the sextants and octants with their names in Unicode, one a line. The
// digits of a name number the inked modules of the cell.
//
//go:embed names.txt
var names string

// older are the characters that complete the sextants and octants, with their inked
// modules in the numbers of an octant.
const older = "▀1234 ▄5678 █12345678 ▌1357 ▐2468 ▘13 ▝24 ▖57 ▗68 ▚1368 ▞2457 ▛123457 ▜123468 ▙135678 ▟245678 " +
	"▂78 ▆345678 \U0001fb8212 \U0001fb85123456 \U0001cea08 \U0001cea37 \U0001cea81 \U0001ceab2 \U0001fbe635 \U0001fbe746"

// mosaic is a character that inks some of the modules of a cell.
type mosaic struct {
	cols, rows int
	inked      [8]bool // the modules, from the upper left
}

// covers reports whether the character inks the pixel at a place within its cell.
func (m mosaic) covers(at, cell image.Point) bool {
	return m.inked[at.Y*m.rows/cell.Y*m.cols+at.X*m.cols/cell.X]
}

// newMosaic returns the character whose inked modules have these numbers.
func newMosaic(rows int, numbers string) mosaic {
	m := mosaic{cols: 2, rows: rows}
	for _, n := range numbers {
		m.inked[n-'1'] = true
	}
	return m
}

// mosaics returns all characters that ink modules of a cell.
var mosaics = sync.OnceValue(func() map[string]mosaic {
	all := map[string]mosaic{}
	for word := range strings.FieldsSeq(older) {
		glyph := strings.TrimRight(word, "12345678")
		all[glyph] = newMosaic(4, word[len(glyph):])
	}
	for line := range strings.Lines(names) {
		code, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		kind, inked, _ := strings.Cut(name, "-")
		r, err := strconv.ParseUint(code, 16, 32)
		if err != nil {
			continue // the comment
		}
		rows := map[string]int{"SEXTANT": 3, "OCTANT": 4}[kind]
		all[string(rune(r))] = newMosaic(rows, inked)
	}
	return all
})
