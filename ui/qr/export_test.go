package qr

// Pattern returns a code with the given modules on a side, for tests.
func Pattern(n int, dark func(x, y int) bool) Code {
	c := Code{n: n, dark: make([]bool, n*n)}
	for i := range c.dark {
		c.dark[i] = dark(i%n, i/n)
	}
	return c
}

// Mosaics returns how many of the characters of a style come after the first.
func Mosaics(style Style, first rune) (n int) {
	for _, r := range style.mosaic() {
		if r >= first && r < first+0x100 {
			n++
		}
	}
	return n
}
