package ui

import (
	"fmt"
	"strings"
	"time"
)

// Summary is what stays on the normal screen after the program: the last link that
// it made, and a line for each link before, with the customers' documents
// redacted. It holds neither the URL nor the number of a link, because the scrollback
// outlives the program. It is empty if no link was made.
func (m *Model) Summary() string {
	links := m.Desk.Links()
	if len(links) == 0 {
		return ""
	}
	var b strings.Builder
	for _, l := range links[:len(links)-1] {
		fmt.Fprintf(&b, "%s  %s  %s\n", l.Customer, l.Bank, m.Facts(l, l.Left()).Standing())
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	last := links[len(links)-1]
	facts, t := m.Facts(last, last.Left()), &m.Text.Link
	clockTime := func(t time.Time) string { return t.In(m.Zone).Format(time.TimeOnly) }
	row := func(label, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%-8s  %s\n", label, value)
		}
	}
	row(t.Customer, last.Customer)
	row(t.Institution, last.Bank)
	if facts.Left == 0 {
		row(t.SummaryExpiry, fmt.Sprintf(t.SummaryExpiredF, clockTime(last.Ends())))
	} else {
		row(t.SummaryExpiry, fmt.Sprintf(t.SummaryExpiresF, clockTime(last.ExpiresAt()), facts.TimeLeft()))
	}
	row(t.SummaryStatus, facts.Standing())
	if m.Place.Demo {
		b.WriteString(t.SummaryDemo + "\n")
	}
	return m.Terminal.Charset.Text(b.String())
}

// MadeLink reports whether the program made a link. Whoever quits then has abandoned
// nothing.
func (m *Model) MadeLink() bool { return m.Desk.HasLinks() }

// Forget takes from the system what the program must not leave there: a copied link in
// the clipboard. It is called after the program has ended, however it ended. It talks to
// the system and may take its time.
func (m *Model) Forget() {
	if forget := m.Copier.Forget(); forget != nil {
		forget()
	}
}
