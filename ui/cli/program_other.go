//go:build !unix

package cli

import "os/exec"

// ownGroup does nothing where processes have no groups.
func ownGroup(*exec.Cmd) {}

// endGroup ends the command itself.
func endGroup(cmd *exec.Cmd) { _ = cmd.Process.Kill() }
