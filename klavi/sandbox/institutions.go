package sandbox

import (
	"net/http"
	"slices"

	"klavilink/klavi"
	"klavilink/klavi/directory"
)

// unstable is the institution that the sandbox always shows in outage, so that
// one can see the refusal.
const unstable = "069"

// listing is the institutions that the sandbox knows. It never changes.
type listing []klavi.Institution

// institutions is the list of package directory in the shape of the API.
func institutions() listing {
	known := directory.Institutions()
	list := make(listing, len(known))
	for i, d := range known {
		list[i] = klavi.Institution{
			Code: d.Code, Name: d.Name, Type: klavi.OpenFinance, BusinessType: "BOTH", Outage: d.Code == unstable,
			Resources: []string{"REGISTRATION", "ACCOUNTS", "CREDIT_CARDS"},
		}
		switch {
		case !d.Companies:
			list[i].BusinessType = "NATURAL"
		case !d.Persons:
			list[i].BusinessType = "LEGAL"
		}
	}
	return list
}

// find returns the institution with a code.
func (l listing) find(code string) (klavi.Institution, bool) {
	i := slices.IndexFunc(l, func(i klavi.Institution) bool { return i.Code == code })
	if i < 0 {
		return klavi.Institution{}, false
	}
	return l[i], true
}

// nameOf returns an institution's name, or its code if it is not listed.
func (l listing) nameOf(code string) string {
	if i, ok := l.find(code); ok {
		return i.Name
	}
	return code
}

// offered lists what the customer of a link can choose from: the institution
// that the partner chose, or every one that serves this kind of customer.
func (l listing) offered(r klavi.LinkRequest) listing {
	if chosen, ok := l.find(r.InstitutionCode); ok {
		return listing{chosen}
	}
	return slices.DeleteFunc(slices.Clone(l), func(i klavi.Institution) bool {
		return !i.Serves(r.BusinessTaxID != "")
	})
}

// listInstitutions is GET /links/institutions.
func (s *Server) listInstitutions(w http.ResponseWriter, _ *http.Request, _ claims) {
	answer(w, s.institutions)
}
