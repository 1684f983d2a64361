//go:build unix && !linux

package cli_test

import "golang.org/x/sys/unix"

// getTermios is the request for the state of a terminal.
const getTermios = unix.TIOCGETA
