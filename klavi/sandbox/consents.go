package sandbox

import (
	"errors"
	"net/http"

	"klavilink/klavi"
)

// ErrNoLink is the error of [Server.SetStatus] if the link does not exist.
var ErrNoLink = errors.New("sandbox: no such link")

// SetStatus sets the state of a customer's consent at an institution, as the pages
// of the institution would. The first call for an institution makes the consent.
func (s *Server) SetStatus(linkID, institutionCode string, status klavi.ConsentStatus) error {
	s.courier.under.begin() // whoever sees the new state can wait for what follows from it
	defer s.courier.under.end()
	before := s.links.statusAt(linkID, institutionCode)
	c, err := s.links.setStatus(linkID, institutionCode, status, s.cfg.Now())
	if err == nil && status != before {
		s.courier.consentChanged(s.links.find(linkID), c)
	}
	return err
}

// listStatuses handles GET /links/institutions/status.
func (s *Server) listStatuses(w http.ResponseWriter, _ *http.Request, c claims) {
	list := []klavi.InstitutionStatus{}
	for _, c := range s.links.consentsAt(c.ID) {
		list = append(list, klavi.InstitutionStatus{
			Code: c.InstitutionCode, Name: s.institutions.nameOf(c.InstitutionCode), Status: c.Status,
		})
	}
	answer(w, list)
}

// listConsents handles GET /consents.
func (s *Server) listConsents(w http.ResponseWriter, r *http.Request, _ claims) {
	query := r.URL.Query()
	personal, business := query.Get(klavi.FieldPersonalTaxID), query.Get(klavi.FieldBusinessTaxID)
	if personal == "" && business == "" {
		refuse(w, http.StatusBadRequest, http.StatusBadRequest, "personalTaxId or businessTaxId should not be empty")
		return
	}
	s.teller.authorisedBefore(&s.links, personal, business)
	answer(w, s.links.consentsOf(personal, business))
}
