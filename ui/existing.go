package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/watch"
	"klavilink/validate"
)

// existing is what a customer has authorised already: Klavi refuses a link beyond
// a limit for each institution, and often none is needed.
type existing struct {
	document string // whose it is, bare
	consents []klavi.Consent
}

// lookUp asks for the consents of the customer who is being typed, as soon as the
// document is a valid one. Nobody waits for the answer, and a failure is none:
// the link tells soon enough.
func (m *Model) lookUp() tea.Cmd {
	d, p := validate.CheckDocument(m.data.document)
	if !p.OK() || d.Reveal() == m.existing.document {
		return nil
	}
	document := d.Reveal()
	m.existing = existing{document: document}
	ctx, client := m.ctx, m.cfg.Client
	person, company := document, ""
	if d.CNPJ().IsValid() {
		person, company = "", document
	}
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(ctx, lookTime)
		defer cancel()
		list, err := client.Consents(ctx, person, company)
		if err != nil {
			return nil
		}
		return existing{document, list}
	}
}

// found takes the answer, if it is still the same customer.
func (m *Model) found(msg existing) {
	if msg.document == m.existing.document {
		m.existing = msg
	}
}

// already says where the customer has authorised, before another link is made:
// at the chosen institution, or anywhere if none is chosen.
func (m *Model) already() string {
	d, p := validate.CheckDocument(m.data.document)
	if !p.OK() || d.Reveal() != m.existing.document {
		return ""
	}
	chosen := m.data.institution
	var names []string
	var until time.Time
	for _, c := range m.existing.consents {
		over := !c.ExpireAt.IsZero() && c.ExpireAt.Before(m.cfg.Clock.Now())
		if c.Status != klavi.Authorised || over || chosen != "" && c.InstitutionCode != chosen {
			continue
		}
		if name := m.institutionName(watch.Step{Code: c.InstitutionCode}); !slices.Contains(names, name) {
			names = append(names, name)
		}
		if c.ExpireAt.After(until) {
			until = c.ExpireAt.Time
		}
	}
	switch {
	case len(names) == 0:
		return ""
	case chosen != "" && !until.IsZero():
		return fmt.Sprintf(m.t.Status.AlreadyUntilF, names[0], until.Local().Format("02/01/2006"))
	default:
		const most = 3
		if more := len(names) - most; more > 0 {
			names = append(names[:most], fmt.Sprintf("+%d", more))
		}
		return fmt.Sprintf(m.t.Status.AlreadyF, strings.Join(names, ", "))
	}
}
