package directory

import (
	"cmp"
	"slices"
	"strings"

	"klavilink/klavi"
	"klavilink/validate"
)

// maxInstitutions is the greatest length of a list. The real one has a few hundred.
const maxInstitutions = 2000

// Merge returns Klavi's own list in the order in which to show it to a user. The
// institutions of the built-in list come first, in its order and with its ISPB and
// tier. The others follow by name. Names are safe to print on a terminal.
func Merge(live []klavi.Institution) []Institution {
	known := map[string]Institution{}
	order := map[string]int{}
	for i, k := range Institutions() {
		known[k.Code], order[k.Code] = k, i
	}
	merged := make([]Institution, 0, min(len(live), maxInstitutions))
	seen := map[string]bool{}
	for _, l := range live[:min(len(live), maxInstitutions)] {
		code := validate.Harmless(l.Code, 40)
		// Skip a code that is not safe to print, because the API needs it unchanged.
		if code == "" || code != l.Code || seen[code] {
			continue
		}
		seen[code] = true
		i := Institution{
			Code: code, Name: validate.Harmless(l.Name, 80), ISPB: known[code].ISPB, Tier: 3,
			Persons: l.Serves(false), Companies: l.Serves(true), Outage: l.Outage, Beta: l.Beta,
		}
		if i.Name == "" {
			i.Name = code
		}
		if k, ok := known[code]; ok {
			i.Tier = k.Tier
		}
		merged = append(merged, i)
	}
	place := func(code string) int {
		if i, ok := order[code]; ok {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(merged, func(a, b Institution) int {
		return cmp.Or(cmp.Compare(place(a.Code), place(b.Code)), strings.Compare(a.Name, b.Name))
	})
	return merged
}
