package sandbox

import (
	"slices"
	"sync"
	"time"

	"klavilink/klavi"
)

// keepLinks is how long the store keeps a link after it expired.
const keepLinks = 2 * time.Hour

// link is a link that the sandbox made. It does not change after the [store] has
// it.
type link struct {
	id      string
	request klavi.LinkRequest
	ends    time.Time
}

// entry is a link with the consents of its customer, oldest first.
type entry struct {
	*link
	consents []*klavi.Consent
}

// store keeps links and their consents in memory. It is safe for use by several
// goroutines. Its zero value is empty and ready to use.
type store struct {
	mu      sync.Mutex
	entries map[string]*entry // the key is the link's ID
}

// add keeps l, and deletes the links that expired more than keepLinks before now.
func (s *store) add(l *link, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, old := range s.entries {
		if now.Sub(old.ends) > keepLinks {
			delete(s.entries, id)
		}
	}
	if s.entries == nil {
		s.entries = map[string]*entry{}
	}
	s.entries[l.id] = &entry{link: l}
}

// find returns the link with the given ID, or nil if it does not exist.
func (s *store) find(id string) *link {
	s.mu.Lock()
	defer s.mu.Unlock()
	if e, ok := s.entries[id]; ok {
		return e.link
	}
	return nil
}

// setStatus sets the state of a customer's consent at an institution and returns a copy of
// the consent. The first call for an institution makes it. The error is [ErrNoLink].
func (s *store) setStatus(
	id, institutionCode string, status klavi.ConsentStatus, now time.Time,
) (klavi.Consent, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.entries[id]
	if !ok {
		return klavi.Consent{}, ErrNoLink
	}
	at := klavi.Timestamp{Time: now.UTC().Truncate(time.Millisecond)}
	c := e.consentAt(institutionCode)
	if c == nil {
		c = &klavi.Consent{
			ID: newID(), LinkID: e.id, InstitutionCode: institutionCode, CreatedAt: at,
			PersonalTaxID: e.request.PersonalTaxID, BusinessTaxID: e.request.BusinessTaxID,
			ExpireAt: klavi.Timestamp{Time: at.AddDate(1, 0, 0)}, Granted: []string{},
		}
		e.consents = append(e.consents, c)
	}
	c.Status, c.UpdatedAt = status, at
	if status == klavi.Authorised {
		c.Granted = []string{"REGISTRATION_ALL", "ACCOUNTS_ALL"}
	}
	return *c, nil
}

// statusAt returns the state of a customer's consent at an institution. It is empty
// if the customer has not chosen the institution.
func (s *store) statusAt(id, institutionCode string) klavi.ConsentStatus {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.entries[id]
	if !ok {
		return ""
	}
	c := e.consentAt(institutionCode)
	if c == nil {
		return ""
	}
	return c.Status
}

// consentsAt returns copies of the consents of a link, oldest first.
func (s *store) consentsAt(id string) []klavi.Consent {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.entries[id]
	if !ok {
		return nil
	}
	var list []klavi.Consent
	for _, c := range e.consents {
		list = append(list, *c)
	}
	return list
}

// consentsOf returns copies of the consents of a person, oldest first. If business
// is set, it returns those of the company.
func (s *store) consentsOf(personal, business string) []klavi.Consent {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := []klavi.Consent{}
	for _, e := range s.entries {
		for _, c := range e.consents {
			if belongs(c, personal, business) {
				list = append(list, *c)
			}
		}
	}
	slices.SortFunc(list, func(a, b klavi.Consent) int { return a.CreatedAt.Compare(b.CreatedAt.Time) })
	return list
}

// belongs reports whether c is a consent of the company or, if business is empty, of
// the person. A consent that a person gave for a company belongs only to the
// company.
func belongs(c *klavi.Consent, personal, business string) bool {
	if business != "" {
		return c.BusinessTaxID == business
	}
	return personal != "" && c.PersonalTaxID == personal && c.BusinessTaxID == ""
}

// consentAt returns the consent at an institution, or nil if there is none.
func (e *entry) consentAt(institutionCode string) *klavi.Consent {
	for _, c := range e.consents {
		if c.InstitutionCode == institutionCode {
			return c
		}
	}
	return nil
}
