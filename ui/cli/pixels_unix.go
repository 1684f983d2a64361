//go:build unix

package cli

import "golang.org/x/sys/unix"

// windowPixels returns a terminal's size in pixels, or zeros if it is unknown. Most
// terminals that cannot show images report zeros.
func windowPixels(fd uintptr) (width, height int) {
	size, err := unix.IoctlGetWinsize(int(fd), unix.TIOCGWINSZ)
	if err != nil {
		return 0, 0
	}
	return int(size.Xpixel), int(size.Ypixel)
}
