// Package directory is a list of institutions to suggest while nothing better
// is at hand: Klavi's own list can be read only with the token of a link, so
// never before the first one.
//
// It is a candidate list, put together in November 2026 from Klavi's
// documentation, the central bank's register and other providers' coverage
// pages. It suggests and never decides: a code that is not here is as good as
// one that is.
package directory

import (
	_ "embed" // for the list
	"encoding/csv"
	"strings"
)

// Institution is an entry of the list.
type Institution struct {
	Code string // COMPE-like, three digits with their leading zeros
	Name string // as customers call it
	ISPB string // eight digits, the central bank's number

	// Persons and Companies tell who has accounts there; both are true where
	// that is not known.
	Persons, Companies bool

	Tier int // 1 for the everyday ones, then 2 and 3

	// Outage and Beta are what Klavi says of it; the built-in list knows of
	// neither.
	Outage, Beta bool
}

//go:embed institutions.csv
var list string

// Institutions gives the list, the everyday ones first.
func Institutions() []Institution {
	rows, err := csv.NewReader(strings.NewReader(list)).ReadAll()
	if err != nil {
		return nil // a test keeps the embedded file readable
	}
	all := make([]Institution, 0, len(rows)-1)
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
