package directory

import (
	"slices"

	"klavilink/klavi"
	"klavilink/validate"
)

// most bounds a list: there are a few hundred participants.
const most = 2000

// Merge makes Klavi's own list one to pick from: the everyday institutions first,
// as in the built-in list, which also knows their ISPB; then the others by name.
// Names are harmless for a terminal. It is empty where live is.
func Merge(live []klavi.Institution) []Institution {
	known := map[string]Institution{}
	order := map[string]int{}
	for i, k := range Institutions() {
		known[k.Code], order[k.Code] = k, i
	}
	merged := make([]Institution, 0, min(len(live), most))
	seen := map[string]bool{}
	for _, l := range live[:min(len(live), most)] {
		code := validate.Harmless(l.Code, 40)
		if code == "" || code != l.Code || seen[code] { // one that cannot be sent back as it is
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
	slices.SortStableFunc(merged, func(a, b Institution) int {
		ai, aKnown := order[a.Code]
		bi, bKnown := order[b.Code]
		switch {
		case aKnown && bKnown:
			return ai - bi
		case aKnown:
			return -1
		case bKnown:
			return 1
		case a.Name < b.Name:
			return -1
		case a.Name > b.Name:
			return 1
		default:
			return 0
		}
	})
	return merged
}
