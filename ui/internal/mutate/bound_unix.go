//go:build unix

package main

import (
	"os/exec"
	"syscall"
)

// maxMemory is how much memory the tests of a mutant may write to, in KiB. A mutant may
// grow without an end.
const maxMemory = "4194304"

// bound limits the memory of a command, and makes it a group of processes that ends as a
// whole.
func bound(cmd *exec.Cmd) {
	cmd.Args = append([]string{"sh", "-c", "ulimit -d " + maxMemory + "; exec \"$0\" \"$@\"", cmd.Path}, cmd.Args[1:]...)
	cmd.Path = "/bin/sh"
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
