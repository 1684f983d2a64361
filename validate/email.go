package validate

import (
	"fmt"
	"log/slog"
	"strings"
)

// Email is a valid e-mail address without a display name, quotes or comments. The
// zero value is not valid. An Email prints redacted.
type Email struct {
	addr string
}

// ParseEmail reads an e-mail address. The error is a [Problem].
func ParseEmail(s string) (Email, error) {
	e, p := CheckEmail(s)
	return e, p.err()
}

// CheckEmail reads an e-mail address like [ParseEmail], but returns a [Problem]
// and does not allocate.
//
// It accepts the dot-atom form of RFC 5322 with the lengths of RFC 5321:
//   - The address is ASCII, has one @ and has at most 254 characters.
//   - The part before the @ has at most 64 characters.
//   - The domain has two or more labels of letters, digits and hyphens, of at most
//     63 characters each.
//   - The last label has at least two characters and does not start with a digit.
//
// Package net/mail does not fit, because it reads mail headers. It also accepts
// "Ana <a@b>" and "ana@b".
func CheckEmail(s string) (Email, Problem) {
	p := Problem{Kind: KindEmail}
	before := 0
	for _, r := range s {
		if !blank(r) {
			break
		}
		before++
	}
	addr := strings.TrimFunc(s, blank)
	at, ats, pos := strings.IndexByte(addr, '@'), 0, before
	for _, r := range addr {
		pos++
		switch {
		case r == '@':
			ats++
		case r == '.' || alphanumeric(r) || r == '-' || ats == 0 && localSymbol(r):
		default:
			p.Reason, p.Pos, p.Char = Char, pos, r
			return Email{}, p
		}
	}
	switch {
	case addr == "":
		p.Reason = Empty
	case ats != 1:
		p.Reason, p.Have, p.Want = AtSign, ats, 1
	case len(addr) > 254:
		p.Reason, p.Have, p.Want = Long, len(addr), 254
	case !dotted(addr[:at]) || at > 64:
		p.Reason = LocalPart
	case !domain(addr[at+1:]):
		p.Reason = Domain
	default:
		return Email{addr}, Problem{}
	}
	return Email{}, p
}

func alphanumeric(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// localSymbol reports whether r is one of the symbols of RFC 5322's atext, apart
// from "-".
func localSymbol(r rune) bool {
	switch r {
	case '!', '#', '$', '%', '&', '\'', '*', '+', '/', '=', '?', '^', '_', '`', '{', '|', '}', '~':
		return true
	}
	return false
}

// dotted reports whether s consists of one or more non-empty parts joined by dots.
func dotted(s string) bool {
	return s != "" && s[0] != '.' && s[len(s)-1] != '.' && !strings.Contains(s, "..")
}

func domain(s string) bool {
	if !dotted(s) {
		return false
	}
	labels, start := 0, 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] != '.' {
			continue
		}
		label := s[start:i]
		if len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		if i == len(s) && (len(label) < 2 || label[0] >= '0' && label[0] <= '9') {
			return false
		}
		labels, start = labels+1, i+1
	}
	return labels > 1
}

// IsValid reports whether e is not the zero value.
func (e Email) IsValid() bool { return e.addr != "" }

// Reveal returns the address, with its domain in lower case.
func (e Email) Reveal() string {
	if !e.IsValid() {
		return ""
	}
	name, domain, _ := strings.Cut(e.addr, "@")
	return name + "@" + strings.ToLower(domain)
}

// RevealFormatted returns the same as [Email.Reveal].
func (e Email) RevealFormatted() string { return e.Reveal() }

// String returns only the first character and the domain.
func (e Email) String() string {
	addr := e.Reveal()
	if addr == "" {
		return ""
	}
	return addr[:1] + "•••" + addr[strings.IndexByte(addr, '@'):]
}

// Format prints the redacted form under every verb.
func (e Email) Format(f fmt.State, _ rune) { writeRedacted(f, e.String()) }

// LogValue returns the redacted form.
func (e Email) LogValue() slog.Value { return slog.StringValue(e.String()) }
