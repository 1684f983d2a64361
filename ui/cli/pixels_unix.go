//go:build unix

package cli

import "golang.org/x/sys/unix"

// windowPixels asks the system for a terminal's size in pixels. Zero is what most
// terminals that know no images have put there.
func windowPixels(fd uintptr) (width, height int) {
	size, err := unix.IoctlGetWinsize(int(fd), unix.TIOCGWINSZ)
	if err != nil {
		return 0, 0
	}
	return int(size.Xpixel), int(size.Ypixel)
}
