//go:build !linux

package cli

// forbidCoreDumps keeps the memory of this process, which holds keys and documents, out
// of core files, where the system makes any.
func forbidCoreDumps() { limitCoreDumps() }
