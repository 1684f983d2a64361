package qr

import "strings"

// mosaic is a set of characters, one for each way to ink the modules of a cell. The
// modules are numbered from the upper left, row by row, and module n is bit n-1 of the
// index.
type mosaic []rune

// newMosaic returns the set that has the older characters where they are given. All
// other characters follow each other in the order of their indexes, from first on.
func newMosaic(size int, first rune, older map[int]rune) mosaic {
	set := make(mosaic, size)
	for i := range set {
		r, ok := older[i]
		if !ok {
			r = first
			first++
		}
		set[i] = r
	}
	return set
}

// sextants are the cells of 2x3 modules, octants those of 2x4. Unicode had some of the
// characters already and left them out of the new ones. The literals show the modules
// from the last to the first.
var (
	sextants = newMosaic(1<<6, 0x1FB00, map[int]rune{
		0b00_00_00: ' ', 0b01_01_01: '▌', 0b10_10_10: '▐', 0b11_11_11: '█',
	})
	octants = newMosaic(1<<8, 0x1CD00, map[int]rune{
		0b00_00_00_00: ' ', 0b00_00_01_01: '▘', 0b00_00_10_10: '▝', 0b00_00_11_11: '▀',
		0b01_01_00_00: '▖', 0b01_01_01_01: '▌', 0b01_01_10_10: '▞', 0b01_01_11_11: '▛',
		0b10_10_00_00: '▗', 0b10_10_01_01: '▚', 0b10_10_10_10: '▐', 0b10_10_11_11: '▜',
		0b11_11_00_00: '▄', 0b11_11_01_01: '▙', 0b11_11_10_10: '▟', 0b11_11_11_11: '█',
		0b11_00_00_00: '▂', 0b11_11_11_00: '▆', 0b00_00_00_11: 0x1FB82, 0b00_11_11_11: 0x1FB85,
		0b00_00_00_01: 0x1CEA8, 0b00_00_00_10: 0x1CEAB, 0b01_00_00_00: 0x1CEA3, 0b10_00_00_00: 0x1CEA0,
		0b00_01_01_00: 0x1FBE6, 0b00_10_10_00: 0x1FBE7,
	})
)

// mosaic returns the characters of a style, or none if it has no mosaic.
func (s Style) mosaic() mosaic {
	switch s {
	case Sextants:
		return sextants
	case Octants:
		return octants
	default:
		return nil
	}
}

// modules returns the columns and rows of modules that a cell holds. [FullCells] is no
// such style.
func (s Style) modules() (cols, rows int) {
	switch s {
	case Sextants:
		return 2, 3
	case Octants:
		return 2, 4
	default:
		return 1, 2
	}
}

// index returns the index of the dark modules of a cell.
func (c Code) index(style Style, quiet, col, row int) (index int) {
	cols, rows := style.modules()
	for n := range cols * rows {
		if c.Dark(col*cols+n%cols-quiet, row*rows+n/cols-quiet) {
			index |= 1 << n
		}
	}
	return index
}

// mosaicCells is [Code.Cells] for a style with a mosaic. A cell of one colour is a
// blank, as it is with half blocks.
func (c Code) mosaicCells(style Style, quiet int, ink Ink) string {
	p, set := ink.pen(), style.mosaic()
	full := len(set) - 1
	size := c.Size(style, quiet)
	for row := range size.Rows {
		if row > 0 {
			p.b.WriteByte('\n')
		}
		p.line()
		for col := range size.Cols {
			index := c.index(style, quiet, col, row)
			p.turn(index == full)
			if index == full {
				index = 0
			}
			p.b.WriteRune(set[index])
		}
		p.b.WriteString(reset)
	}
	return p.b.String()
}

// mosaicGlyphs is [Code.Glyphs] for a style with a mosaic.
func (c Code) mosaicGlyphs(style Style, quiet int, darkBackground bool) string {
	set := style.mosaic()
	size := c.Size(style, quiet)
	var b strings.Builder
	for row := range size.Rows {
		if row > 0 {
			b.WriteByte('\n')
		}
		for col := range size.Cols {
			index := c.index(style, quiet, col, row)
			if darkBackground {
				index ^= len(set) - 1
			}
			b.WriteRune(set[index])
		}
	}
	return b.String()
}
