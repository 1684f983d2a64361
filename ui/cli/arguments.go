package cli

import (
	"slices"
	"strings"
)

// arguments is the command line. The program reads a few flags from it before cobra
// parses it.
type arguments []string

// flags returns the arguments before "--". Those after it are values, not flags.
func (a arguments) flags() arguments {
	if end := slices.Index(a, "--"); end >= 0 {
		return a[:end]
	}
	return a
}

// value returns the last value of a flag, or "" if the flag is absent.
func (a arguments) value(name string) (value string) {
	flags := a.flags()
	for i, arg := range flags {
		if v, ok := strings.CutPrefix(arg, name+"="); ok {
			value = v
		} else if arg == name && i+1 < len(flags) {
			value = flags[i+1]
		}
	}
	return value
}

// asksForJSON reports whether errors must be printed as JSON.
func (a arguments) asksForJSON() bool {
	return slices.ContainsFunc(a.flags(), func(arg string) bool { return arg == "--json" || arg == "--json=true" })
}
