package config

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"klavilink/klavi"
	"klavilink/ui/message"
	"klavilink/validate"
)

// check returns what is wrong with a profile, or nil.
func (p Profile) check(s *scan) *Error {
	path := func(keys ...string) []string { return append([]string{"profiles", p.Name}, keys...) }
	bad := func(keys ...string) *Error {
		here := path(keys[0])
		return &Error{Problem: BadValue, Key: written(here), Want: kindOf(here), Place: s.where(path(keys...))}
	}
	switch {
	case p.Environment.BaseURL() == "":
		return bad("environment")
	case p.Language != "" && p.Language != "pt" && p.Language != "en":
		return bad("language")
	case p.Message != "" && !strings.Contains(p.Message, "{link}"):
		return bad("message") // the customer would not get the link
	case !IsLabel(p.Institution):
		return bad("institution")
	case !IsLabel(p.TicketKey):
		return bad("ticket_key")
	}
	unknown := func(c string) bool { return c != WhatsApp && c != Email }
	if i := slices.IndexFunc(p.Channels, unknown); i >= 0 {
		return bad("channels", strconv.Itoa(i))
	}
	if i := slices.IndexFunc(p.LinkHosts, func(h string) bool { return !isHost(h) }); i >= 0 {
		return bad("link_hosts", strconv.Itoa(i))
	}
	if near, found := message.Unknown(p.Message); found {
		here := path("message")
		return &Error{Problem: BadPlaceholder, Key: written(here), Nearest: near, Place: s.placeholder(here)}
	}
	return p.checkRequest(path, bad, s)
}

// checkRequest returns what is wrong with the fields that fill in a request, or nil.
func (p Profile) checkRequest(path func(...string) []string, bad func(...string) *Error, s *scan) *Error {
	var e *klavi.Error
	if !errors.As(p.Defaults().Check(), &e) {
		return nil
	}
	switch e.Field {
	case klavi.FieldProductsCallbackURL:
		for _, report := range p.Defaults().Reports() {
			_, err := validate.ParseWebURL(p.Callbacks[report])
			if err != nil || strings.TrimSpace(report) == "" {
				return bad("callbacks", report)
			}
		}
		return bad("callbacks", klavi.ReportAll) // which is not alone
	case klavi.FieldAppRedirectURLKey:
		here := path("app_redirect_url_key")
		return &Error{Problem: Missing, Key: written(here), Want: kindOf(here), Place: s.where(path("app_link"))}
	case klavi.FieldAppLink:
		return bad("app_link")
	default:
		return bad("redirect_url")
	}
}

// labelLength is how many characters a label has at most.
const labelLength = 40

// IsLabel reports whether a text is what a key of the kind [Label] may hold: short and
// harmless, without blanks around it.
func IsLabel(s string) bool { return s == validate.Trim(validate.Harmless(s, labelLength)) }

// isHost reports whether a text is the name of a host as a URL has it: labels of letters,
// digits and hyphens in lower case, at least two of them.
func isHost(s string) bool {
	if !strings.Contains(s, ".") || len(s) > 253 {
		return false
	}
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || len(label) > 63 || strings.Trim(label, "-") != label ||
			strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return false
		}
	}
	return true
}
