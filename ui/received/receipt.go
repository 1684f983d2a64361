package received

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"klavilink/klavi/callback/deliver"
	"klavilink/validate"
)

// Verdict is what the receiver thinks of an item.
type Verdict uint8

// The verdicts. Those from Good to Test are taken, the others are refused.
const (
	Good       Verdict = iota
	NotChecked         // there is no key to check the signature with
	Repeat             // it came before
	Test               // the body is empty, which tests the connection
	Forged
	Unsigned
	Malformed
	TooLarge
	Cut
	NotJSON
)

// String returns the name of the verdict in JSON.
func (v Verdict) String() string {
	return [...]string{
		"good", "not checked", "repeat", "test", "forged", "unsigned", "malformed", "too large", "cut off", "not JSON",
	}[v]
}

// taken reports whether the receiver takes the item.
func (v Verdict) taken() bool { return v <= Test }

// status returns the status to answer with.
func (v Verdict) status() int {
	switch {
	case v.taken():
		return http.StatusOK
	case v == TooLarge:
		return http.StatusRequestEntityTooLarge
	case v == Cut || v == NotJSON:
		return http.StatusBadRequest
	default:
		return http.StatusUnauthorized
	}
}

// Receipt says what came. Its texts are safe to print.
type Receipt struct {
	ID      int // the same in both receipts of an item
	At      time.Time
	Name    string // of the event, or the code of the report
	Key     string // eventId or productReportId
	LinkID  string
	Report  bool
	Verdict Verdict
	Header  http.Header // without what logs somebody in
	Body    []byte      // of the whole callback, or nil

	Pending bool            // it is being handed on
	Forward *deliver.Result // the outcome of that, or nil
}

const maxName = 64

// name returns a name or an ID that is safe to print.
func name(s string) string { return validate.Harmless(s, maxName) }

// hidden lists the headers that log somebody in.
var hidden = [...]string{"Authorization", "Cookie", "Proxy-Authorization"}

// shown returns a copy of a header that is safe to print.
func shown(h http.Header) http.Header {
	copied := http.Header{}
	for key, values := range h {
		for _, v := range values {
			if slices.Contains(hidden[:], key) {
				v = "••••"
			}
			copied[name(key)] = append(copied[name(key)], validate.Harmless(v, 300))
		}
	}
	return copied
}

// hopByHop lists the headers that are for the next machine only (RFC 9110, 7.6.1).
var hopByHop = [...]string{
	"Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "Te", "Trailer",
	"Transfer-Encoding", "Upgrade",
}

// endToEnd returns a copy of a header without what is for this machine only.
func endToEnd(h http.Header) http.Header {
	copied := h.Clone()
	for _, line := range h.Values("Connection") {
		for _, key := range strings.Split(line, ",") {
			copied.Del(strings.TrimSpace(key))
		}
	}
	for _, key := range hopByHop {
		copied.Del(key)
	}
	return copied
}

// target returns the address that a callback is handed on to: the one that the user named,
// with the path below it that the callback came to.
func target(forward, came *url.URL) string {
	to := *forward
	if path := strings.Trim(came.Path, "/"); path != "" {
		to = *to.JoinPath(path)
	}
	if came.RawQuery != "" {
		to.RawQuery = came.RawQuery
	}
	return to.String()
}
