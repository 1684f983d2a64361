package cli_test

import "golang.org/x/sys/unix"

// dumpable returns whether the system may dump this process, or -1 if it cannot tell.
func dumpable() int {
	n, err := unix.PrctlRetInt(unix.PR_GET_DUMPABLE, 0, 0, 0, 0)
	if err != nil {
		return -1
	}
	return n
}
