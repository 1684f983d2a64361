package klavi

import (
	"errors"
	"slices"
	"strings"

	"klavilink/validate"
)

// ErrUnsafeLink is the cause of an error of [KindUnsafe]. The URL of the link is not
// https, or it leads to the machine of whoever opens it. An honest server on another
// machine makes no such link.
var ErrUnsafeLink = errors.New("linkURL is not https, or leads to the machine that opens it")

var errNoLinkURL = errors.New("the answer has no usable linkURL")

// origin says what the URLs of links may be, and which of their hosts are known.
type origin struct {
	host  string   // the host of the API
	local bool     // whether the API is on this machine
	plain string   // Config.PlainPages
	known []string // hosts that are known with their subdomains
}

// originOf returns the origin for a client whose API is at base.
func originOf(base validate.URL, cfg Config) origin {
	o := origin{host: hostOf(base), local: base.MaybeLoopback(), plain: cfg.PlainPages}
	// Klavi's pages and its API are below klavi.ai, and its own tests below klavi.tech.
	for _, host := range append([]string{"klavi.ai", "klavi.tech"}, cfg.LinkHosts...) {
		o.known = append(o.known, strings.ToLower(host))
	}
	return o
}

// hostOf returns the host of a URL in lower case, without a dot at the end.
func hostOf(u validate.URL) string { return strings.ToLower(strings.TrimSuffix(u.Host(), ".")) }

// check reads the URL of a link, and returns why it cannot be used.
func (o origin) check(address string) (validate.URL, Kind, error) {
	u, p := validate.CheckWebURL(address)
	switch {
	case p.Reason == validate.Long:
		return u, KindProtocol, within(p.Want, "linkURL", address)
	case !p.OK():
		return u, KindProtocol, errNoLinkURL
	}
	kind, err := o.refuse(u)
	return u, kind, err
}

// CheckLinkURL judges the URL of a link that was made before, by the rules that
// [Client.CreateLink] has for the URL in an answer. Of the configuration it needs
// BaseURL, PlainPages and LinkHosts. It returns the URL, and its host if that is foreign,
// see [Link.Foreign]. The error is an [*Error].
func CheckLinkURL(cfg Config, address Secret) (link Secret, foreign string, err error) {
	const op = "check the URL of a link"
	base, p := validate.CheckWebURL(cfg.BaseURL)
	if !p.OK() || !base.Secure() {
		return "", "", &Error{Op: op, Kind: KindInput, Err: ErrBaseURL}
	}
	o := originOf(base, cfg)
	u, kind, err := o.check(address.Reveal())
	if err != nil {
		return "", "", &Error{Op: op, Kind: kind, Err: err}
	}
	return Secret(u.Reveal()), o.foreign(u), nil
}

// refuse returns why the URL of a link cannot be used. It returns no error for one that
// can.
func (o origin) refuse(u validate.URL) (Kind, error) {
	switch {
	case o.page(u):
	case !o.local && (u.MaybeLoopback() || !u.Secure()):
		return KindUnsafe, ErrUnsafeLink
	case !u.Secure():
		return KindProtocol, errNoLinkURL
	}
	return 0, nil
}

// page reports whether a URL begins with Config.PlainPages.
func (o origin) page(u validate.URL) bool {
	return o.plain != "" && strings.HasPrefix(u.Reveal(), o.plain)
}

// foreign returns the host of a URL, or "" if the host is known. A server on this machine
// may make links to this machine.
func (o origin) foreign(u validate.URL) string {
	host := hostOf(u)
	below := func(known string) bool { return host == known || strings.HasSuffix(host, "."+known) }
	if host == o.host || o.local && u.MaybeLoopback() || o.page(u) || slices.ContainsFunc(o.known, below) {
		return ""
	}
	return host
}
