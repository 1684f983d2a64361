//go:build !unix

package cli

import (
	"os"
	"syscall"
)

// endingSignals are the signals that a system without Unix signals knows.
func endingSignals() []os.Signal { return []os.Signal{os.Interrupt, syscall.SIGTERM} }
