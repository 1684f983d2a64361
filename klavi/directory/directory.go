// Package directory has a built-in list of institutions. A program can suggest them
// before it has made a link. Klavi's own list is better, but reading it needs the
// token of a link.
//
// The list was compiled in November 2026 from Klavi's documentation, the central
// bank's register and the coverage pages of other providers. It only serves for
// suggestions: the code of an institution may be valid even if the list lacks it.
package directory

import (
	_ "embed" // for the list
	"encoding/csv"
	"strings"
)

// Institution is an institution that a user can choose from a list.
type Institution struct {
	Code string // opaque; in the built-in list, three digits with leading zeros, like a COMPE code
	Name string // the name that customers use
	ISPB string // the central bank's number, eight digits, or empty if unknown

	// Persons and Companies report who can have accounts at the institution. Both
	// are true if that is not known.
	Persons, Companies bool

	Tier int // how common the institution is: 1 for the most common ones, then 2 and 3

	// Outage and Beta come from Klavi's own list. In the built-in list they are
	// false.
	Outage, Beta bool
}

// list is the built-in list.
//
//go:embed institutions.csv
var list string

// Institutions returns the built-in list. The most common institutions come first.
func Institutions() []Institution {
	rows, err := csv.NewReader(strings.NewReader(list)).ReadAll()
	if err != nil {
		return nil // a test ensures that the embedded file is readable
	}
	var all []Institution
	for _, tier := range []string{"1", "2", "3"} {
		for _, r := range rows[1:] {
			if r[3] == tier {
				all = append(all, Institution{
					Code: r[0], Name: r[1], ISPB: r[4], Tier: int(tier[0] - '0'),
					Persons: r[2] != "pj", Companies: r[2] != "pf",
				})
			}
		}
	}
	return all
}
