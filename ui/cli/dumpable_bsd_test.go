//go:build unix && !linux

package cli_test

// dumpable returns -1, because the system cannot tell.
func dumpable() int { return -1 }
