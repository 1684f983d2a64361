package sandbox

import (
	"errors"
	"net/http"
	"slices"
	"time"

	"klavilink/klavi"
)

// ErrNoLink is what [Server.SetStatus] says of a link that it does not know.
var ErrNoLink = errors.New("sandbox: no such link")

// SetStatus moves the customer of a link to a state at an institution, as the
// institution's own pages would. The first one makes the consent.
func (s *Server) SetStatus(linkID, institutionCode string, status klavi.ConsentStatus) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	l, ok := s.links[linkID]
	if !ok {
		return ErrNoLink
	}
	now := klavi.Timestamp{Time: s.cfg.Now().UTC().Truncate(time.Millisecond)}
	i := slices.IndexFunc(l.consents, func(c *klavi.Consent) bool { return c.InstitutionCode == institutionCode })
	if i < 0 {
		l.consents = append(l.consents, &klavi.Consent{
			ID: newID(), LinkID: l.id, InstitutionCode: institutionCode, CreatedAt: now,
			PersonalTaxID: l.request.PersonalTaxID, BusinessTaxID: l.request.BusinessTaxID,
			ExpireAt: klavi.Timestamp{Time: now.AddDate(1, 0, 0)}, Granted: []string{},
		})
		i = len(l.consents) - 1
	}
	c := l.consents[i]
	c.Status, c.UpdatedAt = status, now
	if status == klavi.Authorised {
		c.Granted = []string{"REGISTRATION_ALL", "ACCOUNTS_ALL"}
	}
	return nil
}

// listStatuses is GET /links/institutions/status.
func (s *Server) listStatuses(w http.ResponseWriter, _ *http.Request, c claims) {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := []klavi.InstitutionStatus{}
	if l, ok := s.links[c.ID]; ok {
		for _, c := range l.consents {
			list = append(list, klavi.InstitutionStatus{Code: c.InstitutionCode, Name: s.nameOf(c.InstitutionCode), Status: c.Status})
		}
	}
	answer(w, list)
}

// nameOf gives an institution's name, or its code where it is not listed.
func (s *Server) nameOf(code string) string {
	if i, ok := s.institution(code); ok {
		return i.Name
	}
	return code
}

// listConsents is GET /consents.
func (s *Server) listConsents(w http.ResponseWriter, r *http.Request, _ claims) {
	personal, business := r.URL.Query().Get("personalTaxId"), r.URL.Query().Get("businessTaxId")
	if personal == "" && business == "" {
		refuse(w, http.StatusBadRequest, http.StatusBadRequest, "personalTaxId or businessTaxId should not be empty")
		return
	}
	answer(w, s.consentsOf(personal, business))
}

// consentsOf copies the consents of a person, or of a company where business is
// set, newest last.
func (s *Server) consentsOf(personal, business string) []klavi.Consent {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := []klavi.Consent{}
	for _, l := range s.links {
		for _, c := range l.consents {
			if business != "" && c.BusinessTaxID == business || business == "" && personal != "" && c.PersonalTaxID == personal && c.BusinessTaxID == "" {
				list = append(list, *c)
			}
		}
	}
	slices.SortFunc(list, func(a, b klavi.Consent) int { return a.CreatedAt.Compare(b.CreatedAt.Time) })
	return list
}
