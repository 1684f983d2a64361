package sandbox

import (
	"errors"
	"net/http"

	"klavilink/klavi"
)

// ErrNoLink is the error of [Server.SetStatus] for a link that it does not know.
var ErrNoLink = errors.New("sandbox: no such link")

// SetStatus moves the customer of a link to a state at an institution, as the
// institution's own pages would. The first state makes the consent.
func (s *Server) SetStatus(linkID, institutionCode string, status klavi.ConsentStatus) error {
	return s.links.setStatus(linkID, institutionCode, status, s.cfg.Now())
}

// listStatuses is GET /links/institutions/status.
func (s *Server) listStatuses(w http.ResponseWriter, _ *http.Request, c claims) {
	list := []klavi.InstitutionStatus{}
	for _, c := range s.links.consentsAt(c.ID) {
		list = append(list, klavi.InstitutionStatus{
			Code: c.InstitutionCode, Name: s.institutions.nameOf(c.InstitutionCode), Status: c.Status,
		})
	}
	answer(w, list)
}

// listConsents is GET /consents.
func (s *Server) listConsents(w http.ResponseWriter, r *http.Request, _ claims) {
	query := r.URL.Query()
	personal, business := query.Get(klavi.FieldPersonalTaxID), query.Get(klavi.FieldBusinessTaxID)
	if personal == "" && business == "" {
		refuse(w, http.StatusBadRequest, http.StatusBadRequest, "personalTaxId or businessTaxId should not be empty")
		return
	}
	answer(w, s.links.consentsOf(personal, business))
}
