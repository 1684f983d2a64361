package validate

import (
	"fmt"
	"log/slog"
	"net/netip"
	"strings"
)

// URL is a valid absolute URL (RFC 3986). It prints only its scheme and host,
// because its path and query may hold tokens. The zero value is not valid.
type URL struct {
	s           string
	scheme      int // the length of the scheme, in bytes
	host, after int // the byte indexes where the host with its port begins and ends
}

// ParseURL reads an absolute URL of any scheme that [CheckURL] allows, such as the
// custom scheme of a mobile application. The error is a [Problem].
func ParseURL(s string) (URL, error) {
	u, p := CheckURL(s)
	return u, p.err()
}

// ParseWebURL reads an http or https URL. The error is a [Problem].
func ParseWebURL(s string) (URL, error) {
	u, p := CheckWebURL(s)
	return u, p.err()
}

// CheckURL reads a URL like [ParseURL], but returns a [Problem] and does not
// allocate.
//
// It ignores blanks around the text. Inside, it accepts only the ASCII characters
// of RFC 3986, so others must be percent-encoded. It refuses schemes that run or
// embed something with the reason [Scheme]: javascript, data, vbscript, file, blob
// and about.
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

// CheckWebURL reads a URL like [ParseWebURL], but returns a [Problem] and does not
// allocate.
func CheckWebURL(s string) (URL, Problem) {
	u, p := CheckURL(s)
	if p.OK() && !u.Web() {
		return URL{}, Problem{Kind: KindURL, Reason: Scheme}
	}
	return u, p
}

// maxURL is the greatest length of a URL, in bytes. No standard sets a limit, but
// some browsers and servers may refuse longer ones.
const maxURL = 4096

// urlChar reports whether RFC 3986 allows r in a URL.
func urlChar(r rune) bool {
	return alphanumeric(r) ||
		strings.ContainsRune("-._~:/?#[]@!$&'()*+,;=%", r)
}

// escape reports whether s begins with a complete percent-encoding.
func escape(s string) bool {
	return len(s) >= 3 && hex(s[1]) && hex(s[2])
}

func hex(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'
}

// schemeLen returns the length of the scheme of s in bytes, or 0 if s has none.
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

// scripted reports whether a URL of the scheme runs or embeds something.
func scripted(scheme string) bool {
	for _, bad := range [...]string{"javascript", "data", "vbscript", "file", "blob", "about"} {
		if strings.EqualFold(scheme, bad) {
			return true
		}
	}
	return false
}

// authority reports whether s is a host name or an IP address, with or without a
// port. It does not accept a user name, because a user name can make a false host
// look real.
func authority(s string) bool {
	if inner, ok := strings.CutPrefix(s, "["); ok {
		ip, rest, closed := strings.Cut(inner, "]")
		if addr, err := netip.ParseAddr(ip); !closed || err != nil || !addr.Is6() {
			return false
		}
		port, has := strings.CutPrefix(rest, ":")
		return rest == "" || has && portNumber(port)
	}
	host, port, has := strings.Cut(s, ":")
	if has && !portNumber(port) {
		return false
	}
	host = strings.TrimSuffix(host, ".")
	if len(host) > 253 || !dotted(host) {
		return false
	}
	for i := 0; i < len(host); i++ {
		if c := rune(host[i]); !alphanumeric(c) && c != '-' && c != '.' && c != '_' {
			return false
		}
	}
	return true
}

// portNumber reports whether s is a number from 1 to maxPort.
func portNumber(s string) bool {
	const maxPort = 65535
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		n = min(n*10+int(s[i]-'0'), maxPort+1) // so that it does not overflow
	}
	return n > 0 && n <= maxPort
}

// IsValid reports whether u is not the zero value.
func (u URL) IsValid() bool { return u.s != "" }

// Web reports whether the scheme is http or https.
func (u URL) Web() bool { return u.has("http") || u.has("https") }

// Secure reports whether others cannot read what is sent to the URL. This is so
// for https, and for http to this machine.
func (u URL) Secure() bool { return u.has("https") || u.has("http") && u.Loopback() }

func (u URL) has(scheme string) bool {
	return strings.EqualFold(u.s[:u.scheme], scheme)
}

// Host returns the host without its port, and an IPv6 address without its brackets.
func (u URL) Host() string {
	h := u.s[u.host:u.after]
	// CheckURL does not check the host of an application's URL, so ] may be missing.
	if inner, ok := strings.CutPrefix(h, "["); ok {
		if ip, _, closed := strings.Cut(inner, "]"); closed {
			return ip
		}
	}
	host, _, _ := strings.Cut(h, ":")
	return host
}

// Loopback reports whether the host is this machine: localhost, 127.0.0.0/8 or
// ::1.
func (u URL) Loopback() bool {
	host := u.Host()
	if strings.EqualFold(host, "localhost") {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.IsLoopback()
}

// Reveal returns the whole URL.
func (u URL) Reveal() string { return u.s }

// RevealFormatted returns the same as [URL.Reveal].
func (u URL) RevealFormatted() string { return u.s }

// String returns only the scheme and the host, without the user and the password that
// the URL of an application may have.
func (u URL) String() string {
	if !u.IsValid() {
		return ""
	}
	host := u.s[u.host:u.after]
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host = "…" + host[i:]
	}
	return u.s[:u.host] + host + "/…"
}

// Format prints the redacted form under every verb.
func (u URL) Format(f fmt.State, _ rune) { writeRedacted(f, u.String()) }

// LogValue returns the redacted form.
func (u URL) LogValue() slog.Value { return slog.StringValue(u.String()) }
