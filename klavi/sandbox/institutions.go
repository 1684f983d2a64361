package sandbox

import (
	"net/http"
	"slices"

	"klavilink/klavi"
	"klavilink/klavi/directory"
)

// unstable is the code of an institution that is always in outage, so that a
// demonstration can show the refusal.
const unstable = "069"

// listing is a list of institutions. It does not change after [New] made it.
type listing []klavi.Institution

// institutions returns the list of package directory as the API would send it.
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

// find returns the institution with the given code, and reports whether it exists.
func (l listing) find(code string) (klavi.Institution, bool) {
	i := slices.IndexFunc(l, func(i klavi.Institution) bool { return i.Code == code })
	if i < 0 {
		return klavi.Institution{}, false
	}
	return l[i], true
}

// nameOf returns the name of the institution with the given code. It returns the
// code if the institution does not exist.
func (l listing) nameOf(code string) string {
	if i, ok := l.find(code); ok {
		return i.Name
	}
	return code
}

// offered returns the institutions that the customer of a link can choose from: all
// that serve this kind of customer.
func (l listing) offered(r klavi.LinkRequest) listing {
	return slices.DeleteFunc(slices.Clone(l), func(i klavi.Institution) bool {
		return !i.Serves(r.BusinessTaxID != "")
	})
}

// listInstitutions handles GET /links/institutions.
func (s *Server) listInstitutions(w http.ResponseWriter, _ *http.Request, _ claims) {
	answer(w, s.institutions)
}
