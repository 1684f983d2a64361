package directory

import (
	_ "embed" // for the names
	"encoding/csv"
	"strings"
)

// names are the other names of institutions.
//
//go:embed names.csv
var names string

// OtherNames returns by code what else customers call an institution: nicknames,
// initials, and the names of institutions that it has taken over.
func OtherNames() map[string][]string {
	rows, err := csv.NewReader(strings.NewReader(names)).ReadAll()
	if err != nil {
		return nil // a test ensures that the embedded file is readable
	}
	byCode := map[string][]string{}
	for _, r := range rows[1:] {
		byCode[r[0]] = append(byCode[r[0]], r[1])
	}
	return byCode
}
