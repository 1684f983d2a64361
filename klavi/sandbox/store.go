package sandbox

import (
	"slices"
	"sync"
	"time"

	"klavilink/klavi"
)

// keepLinks is how long the store keeps a link after its end.
const keepLinks = 2 * time.Hour

// link is a link that the sandbox made. It does not change after it was added to
// a [store].
type link struct {
	id      string
	request klavi.LinkRequest
	ends    time.Time
}

// entry is a link with the consents that its customer gave.
type entry struct {
	*link
	consents []*klavi.Consent
}

// store keeps links and their consents. It is safe for use by several
// goroutines, and its zero value is empty. It knows neither clock nor tokens.
type store struct {
	mu      sync.Mutex
	entries map[string]*entry // by the link's id
}

// add keeps a link, and drops the links that ended long before now.
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

// find returns the link with an id.
func (s *store) find(id string) (*link, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.entries[id]
	if !ok {
		return nil, false
	}
	return e.link, true
}

// setStatus moves the customer of a link to a state at an institution. The first
// state makes the consent.
func (s *store) setStatus(id, institutionCode string, status klavi.ConsentStatus, now time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.entries[id]
	if !ok {
		return ErrNoLink
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
	return nil
}

// statusAt returns where the customer of a link stands at an institution. It is
// empty if the customer has not chosen the institution.
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

// consentsAt copies the consents of a link, in the order of their making.
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

// consentsOf copies the consents of a person, or of a company if business is
// set. The newest comes last.
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

// belongs reports whether a consent is the company's, or the person's if
// business is empty. What a person gave for a company belongs to the company.
func belongs(c *klavi.Consent, personal, business string) bool {
	if business != "" {
		return c.BusinessTaxID == business
	}
	return personal != "" && c.PersonalTaxID == personal && c.BusinessTaxID == ""
}

// consentAt returns the consent at an institution, or nil.
func (e *entry) consentAt(institutionCode string) *klavi.Consent {
	for _, c := range e.consents {
		if c.InstitutionCode == institutionCode {
			return c
		}
	}
	return nil
}
