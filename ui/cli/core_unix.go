//go:build unix

package cli

import "golang.org/x/sys/unix"

// limitCoreDumps sets the largest size of a core file to zero. A program that this one
// starts may raise it again.
func limitCoreDumps() {
	var limit unix.Rlimit
	if unix.Getrlimit(unix.RLIMIT_CORE, &limit) == nil {
		limit.Cur = 0
		_ = unix.Setrlimit(unix.RLIMIT_CORE, &limit)
	}
}
