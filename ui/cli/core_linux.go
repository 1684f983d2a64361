package cli

import "golang.org/x/sys/unix"

// forbidCoreDumps keeps the memory of this process, which holds keys and documents, out
// of core files. Linux gives a core to a program such as systemd-coredump whatever the
// limit says, so the process is also marked as one that must not be dumped. The mark ends
// where another program starts; the limit does not.
func forbidCoreDumps() {
	_ = unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0)
	limitCoreDumps()
}
