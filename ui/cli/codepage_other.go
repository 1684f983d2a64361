//go:build !windows

package cli

// codePage returns 0, because only consoles of Windows have a code page.
func codePage() uint32 { return 0 }
