package main

import (
	"path"
	"strings"
)

// floors are the shares of mutants, in per cent, that the tests of a package have to
// kill. The longest path that a package begins with counts. What judges documents and
// talks to the API has the highest one.
func floors() map[string]int {
	return map[string]int{
		".":             0, // main only starts the program
		"validate":      95,
		"klavi":         95,
		"ui/cli/config": 95,
		"ui/watch":      95,
		"ui":            85,
		"ui/internal":   0, // they serve tests

		"klavi/sandbox/browsertest": 0, // it serves tests too
	}
}

// Floor returns the share that has to be killed in a package, in per cent.
func Floor(pkg string) int {
	all := floors()
	for p := path.Clean(strings.TrimPrefix(pkg, "./")); p != "." && p != "/"; p = path.Dir(p) {
		if floor, ok := all[p]; ok {
			return floor
		}
	}
	return all["."]
}
