//go:build unix

package cli

import (
	"os"
	"syscall"
)

// endingSignals are the signals that end a process that does not catch them, without
// those that tell of a fault in it.
func endingSignals() []os.Signal {
	return []os.Signal{
		syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT,
		syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGALRM, syscall.SIGXCPU, syscall.SIGVTALRM,
	}
}
