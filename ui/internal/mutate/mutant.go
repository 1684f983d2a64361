package main

import (
	"fmt"
	"strings"
)

// Mutant is one change of one file.
type Mutant struct {
	Package string // the folder of the package, such as "./ui/qr"
	File    string // the path below the root of the repository, with slashes
	Func    string // the function or method around the change, or empty
	Line    int    // counted from one
	Kind    string // what sort of change it is
	Number  int    // counts mutants that differ only in their place, from one

	from, to int    // the bytes of the file that are replaced
	Old, New string // what they say, and what replaces them
}

// Name identifies the mutant. It holds no line number, so that it stays the same when
// other lines change.
func (m Mutant) Name() string {
	name := fmt.Sprintf("%s %s: %s: %s -> %s", m.File, orDash(m.Func), m.Kind, oneLine(m.Old), oneLine(m.New))
	if m.Number > 1 {
		name += fmt.Sprintf(" #%d", m.Number)
	}
	return name
}

// Apply returns the source with the change.
func (m Mutant) Apply(source []byte) []byte {
	return []byte(string(source[:m.from]) + m.New + string(source[m.to:]))
}

// maxName is how much of a change a name shows, in bytes.
const maxName = 80

// oneLine returns text on one line, cut if it is long.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > maxName {
		s = strings.ToValidUTF8(s[:maxName], "") + "…"
	}
	return orDash(s)
}

// orDash returns a dash for an empty text.
func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
