package text

import (
	"fmt"

	"klavilink/validate"
)

// The most of a host that a warning shows, in characters.
const (
	maxHost      = 80
	maxHostShort = 24
)

// Foreign returns the warning of a link that opens at a host that is not known.
func (c *Catalogue) Foreign(host string) string {
	return fmt.Sprintf(c.Link.ForeignF, hostEnd(host, maxHost))
}

// ForeignShort returns the same warning for a line that has room for little.
func (c *Catalogue) ForeignShort(host string) string {
	return fmt.Sprintf(c.Link.ForeignShortF, hostEnd(host, maxHostShort))
}

// hostEnd returns a host in a form that is safe to print. It cuts a long host at its
// begin, because the end of a host says whose it is.
func hostEnd(host string, limit int) string {
	r := []rune(host)
	if len(r) <= limit {
		return validate.Harmless(host, limit)
	}
	return "…" + validate.Harmless(string(r[len(r)-limit+1:]), limit)
}
