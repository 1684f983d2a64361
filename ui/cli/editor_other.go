//go:build !windows

package cli

// editors are the editors of the system, the best first.
func editors() []string { return []string{"nano", "vi"} }
