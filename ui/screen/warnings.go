package screen

import (
	"fmt"
	"slices"
	"strings"

	"klavilink/ui/draft"
	"klavilink/ui/watch"
)

// Warnings says, before a link is made from a draft, where the customer has
// authorised already and what is wrong with the API.
func (s *Session) Warnings(d *draft.Draft) []string {
	var all []string
	for _, words := range [...]string{s.existing(d), s.Connection.Trouble()} {
		if words != "" {
			all = append(all, words)
		}
	}
	return all
}

// mostNames limits the institutions that are named.
const mostNames = 3

// existing says where the customer of a draft has authorised already, empty if
// nothing is known.
func (s *Session) existing(d *draft.Draft) string {
	e := s.Desk.Customer.Existing(d)
	var names []string
	for _, code := range e.Codes {
		if name := s.Desk.Institutions.Name(watch.Step{Code: code}); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	t := &s.Text.Status
	switch chosen := *d.Text(draft.Institution) != ""; {
	case len(names) == 0:
		return ""
	case chosen && !e.Until.IsZero():
		return fmt.Sprintf(t.AlreadyUntilF, names[0], e.Until.In(s.Zone).Format("02/01/2006"))
	}
	if more := len(names) - mostNames; more > 0 {
		names = append(names[:mostNames], fmt.Sprintf("+%d", more))
	}
	return fmt.Sprintf(t.AlreadyF, strings.Join(names, ", "))
}
