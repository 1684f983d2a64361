//go:build !unix

package cli

// limitCoreDumps does nothing where there are no core files.
func limitCoreDumps() {}
