package validate

import (
	"fmt"
	"log/slog"
	"net/netip"
	"strings"
)

// URL is a valid absolute URL (RFC 3986). It may hold tokens in its path and
// query, so it prints as scheme and host alone. The zero value is none.
type URL struct {
	s           string
	scheme      int // length of the scheme
	host, after int // where the host with its port begins and ends
}

// ParseURL reads an absolute URL of any scheme, a custom one of a mobile
// application included. The error is a [Problem].
func ParseURL(s string) (URL, error) {
	u, p := CheckURL(s)
	return u, p.err()
}

// ParseWebURL reads an http or https URL. The error is a [Problem].
func ParseWebURL(s string) (URL, error) {
	u, p := CheckWebURL(s)
	return u, p.err()
}

// CheckURL is [ParseURL] without an allocation. Blanks around the text are
// forgiven; inside, only the ASCII characters of RFC 3986 may stand, others
// percent-encoded. Schemes that run or embed something (javascript, data,
// vbscript, file, blob, about) are refused with [Scheme].
func CheckURL(s string) (URL, Problem) {
	p := Problem{Kind: KindURL}
	pos := 0
	for _, r := range s {
		if !blank(r) {
			break
		}
		pos++
	}
	text := strings.TrimFunc(s, blank)
	for i, r := range text {
		pos++
		if !urlChar(r) || r == '%' && !escape(text[i:]) {
			p.Reason, p.Pos, p.Char = Char, pos, r
			return URL{}, p
		}
	}
	switch {
	case text == "":
		p.Reason = Empty
		return URL{}, p
	case len(text) > maxURL:
		p.Reason, p.Have, p.Want = Long, len(text), maxURL
		return URL{}, p
	}
	u := URL{s: text, scheme: schemeLen(text)}
	if u.scheme == 0 || scripted(text[:u.scheme]) {
		p.Reason = Scheme
		return URL{}, p
	}
	rest := u.scheme + 1
	web := u.Web()
	if !strings.HasPrefix(text[rest:], "//") {
		if web || rest == len(text) {
			p.Reason = Host
			return URL{}, p
		}
		u.host, u.after = rest, rest
		return u, Problem{}
	}
	u.host = rest + 2
	u.after = len(text)
	if i := strings.IndexAny(text[u.host:], "/?#"); i >= 0 {
		u.after = u.host + i
	}
	if web && !authority(text[u.host:u.after]) || !web && u.host == len(text) {
		p.Reason = Host
		return URL{}, p
	}
	return u, Problem{}
}

// CheckWebURL is [ParseWebURL] without an allocation.
func CheckWebURL(s string) (URL, Problem) {
	u, p := CheckURL(s)
	if p.OK() && !u.Web() {
		return URL{}, Problem{Kind: KindURL, Reason: Scheme}
	}
	return u, p
}

// maxURL is in bytes; no standard sets it, and no browser or server is sure to
// take more.
const maxURL = 4096

func urlChar(r rune) bool {
	return alphanumeric(r) || r < 128 && strings.IndexByte("-._~:/?#[]@!$&'()*+,;=%", byte(r)) >= 0 //nolint:gosec // it is below 128
}

// escape tells whether s begins with a whole percent-encoding.
func escape(s string) bool {
	return len(s) >= 3 && hex(s[1]) && hex(s[2])
}

func hex(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'
}

func schemeLen(s string) int {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ':':
			return i
		case c|0x20 >= 'a' && c|0x20 <= 'z':
		case i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return 0
		}
	}
	return 0
}

func scripted(scheme string) bool {
	for _, bad := range [...]string{"javascript", "data", "vbscript", "file", "blob", "about"} {
		if strings.EqualFold(scheme, bad) {
			return true
		}
	}
	return false
}

// authority tells whether s is a host name or an address, with or without a
// port. A user name is refused: it is how a false host is dressed up.
func authority(s string) bool {
	host, port := s, ""
	if strings.HasPrefix(s, "[") {
		end := strings.IndexByte(s, ']')
		if end < 0 {
			return false
		}
		if addr, err := netip.ParseAddr(s[1:end]); err != nil || !addr.Is6() {
			return false
		}
		rest := s[end+1:]
		return rest == "" || rest[0] == ':' && portNumber(rest[1:])
	}
	if i := strings.IndexByte(s, ':'); i >= 0 {
		host, port = s[:i], s[i+1:]
		if !portNumber(port) {
			return false
		}
	}
	host = strings.TrimSuffix(host, ".")
	if host == "" || len(host) > 253 || !dotted(host) {
		return false
	}
	for i := 0; i < len(host); i++ {
		if c := rune(host[i]); !alphanumeric(c) && c != '-' && c != '.' && c != '_' {
			return false
		}
	}
	return true
}

func portNumber(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || n > 65535 {
			return false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n > 0 && n <= 65535
}

// IsValid tells a URL from the zero value.
func (u URL) IsValid() bool { return u.s != "" }

// Web tells http and https from other schemes.
func (u URL) Web() bool { return u.has("http") || u.has("https") }

// Secure tells whether what is sent to the URL cannot be read on the way:
// https, or http to this very machine.
func (u URL) Secure() bool { return u.has("https") || u.has("http") && u.Loopback() }

func (u URL) has(scheme string) bool {
	return len(u.s) > u.scheme && strings.EqualFold(u.s[:u.scheme], scheme)
}

// Host gives the host without its port.
func (u URL) Host() string {
	h := u.s[u.host:u.after]
	if end := strings.IndexByte(h, ']'); end > 0 && h[0] == '[' { // of an application's URL nobody checked it
		return h[1:end]
	}
	if i := strings.IndexByte(h, ':'); i >= 0 {
		h = h[:i]
	}
	return h
}

// Loopback tells whether the host is this machine: localhost, 127.0.0.0/8, ::1.
func (u URL) Loopback() bool {
	if !u.IsValid() {
		return false
	}
	host := u.Host()
	if strings.EqualFold(host, "localhost") {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.IsLoopback()
}

// Reveal gives the whole URL.
func (u URL) Reveal() string { return u.s }

// RevealFormatted is Reveal: a URL has one form.
func (u URL) RevealFormatted() string { return u.s }

// String shows scheme and host.
func (u URL) String() string {
	if !u.IsValid() {
		return ""
	}
	return u.s[:u.after] + "/…"
}

// Format prints the redacted form under every verb.
func (u URL) Format(f fmt.State, _ rune) { writeRedacted(f, u.String()) }

// LogValue is the redacted form.
func (u URL) LogValue() slog.Value { return slog.StringValue(u.String()) }
