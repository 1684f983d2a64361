package ui

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"klavilink/validate"
)

// What is a customer's own is hidden once its field is left, and on the review: a
// screen is seen by others. A key shows it for a while.
const revealTime = 10 * time.Second

// conceal is the end of that while.
type conceal struct{ number int }

// reveal shows what is hidden, or hides it again.
func (m *Model) reveal() tea.Cmd {
	m.revealed = !m.revealed
	m.lastReveal++
	if !m.revealed {
		return nil
	}
	return m.cfg.Clock.After(revealTime, conceal{m.lastReveal})
}

func (m *Model) conceal(msg conceal) {
	if msg.number == m.lastReveal {
		m.revealed = false
	}
}

func (m *Model) veiled() bool { return !m.revealed }

// hidable tells whether there is anything to show.
func (m *Model) hidable() bool {
	d := m.data
	return d.document+d.representative+d.email+d.phone != ""
}

// hide redacts a text that check accepts, and veils one that it does not.
func hide[T fmt.Stringer](check func(string) (T, validate.Problem), s string) string {
	if v, p := check(s); p.OK() {
		return v.String()
	}
	return veil(s)
}

func hideDocument(s string) string { return hide(validate.CheckDocument, s) }
func hideEmail(s string) string    { return hide(validate.CheckEmail, s) }
func hidePhone(s string) string    { return hide(validate.CheckPhone, s) }

// veil hides what is not what it should be, and so has no form to keep.
func veil(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return '•'
		}
		return r
	}, s)
}
