package ui

import (
	"fmt"
	"strings"
	"time"
)

// Summary is what stays on the normal screen after the program: the last link
// that it made, and a line for each before it, with the customers' documents
// redacted. It is empty where none was made.
func (m *Model) Summary() string {
	if len(m.links) == 0 {
		return ""
	}
	var b strings.Builder
	for _, l := range m.links[:len(m.links)-1] {
		l.over(m.cfg.Clock)
		fmt.Fprintf(&b, "%s  %s  %s\n", l.customer, l.bank, m.standing(l))
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	last := m.links[len(m.links)-1]
	t := &m.t.Link
	over := last.over(m.cfg.Clock)
	var rows [][2]string
	add := func(label, value string) {
		if value != "" {
			rows = append(rows, [2]string{label, value})
		}
	}
	add(t.ID, last.id())
	add(t.Customer, last.customer)
	add(t.Institution, last.bank)
	if over {
		add(t.SummaryExpiry, fmt.Sprintf(t.SummaryExpiredF, last.ExpiresAt.Local().Format(time.TimeOnly)))
	} else {
		add(t.SummaryExpiry, fmt.Sprintf(t.SummaryExpiresF, last.expiresAt(m.cfg.Clock).Local().Format(time.TimeOnly), clockText(last.left)))
	}
	add(t.SummaryURL, last.URL.Reveal())
	if last.watch.Standing() != "" {
		add(t.SummaryStatus, m.standing(last))
	}
	for _, r := range rows {
		fmt.Fprintf(&b, "%-8s  %s\n", r[0], r[1])
	}
	if m.cfg.Place.Demo {
		b.WriteString(t.SummaryDemo + "\n")
	}
	return b.String()
}

// MadeLink tells whether the program made a link: whoever quits then has not
// abandoned anything.
func (m *Model) MadeLink() bool { return len(m.links) > 0 }
