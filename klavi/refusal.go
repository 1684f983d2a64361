package klavi

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"klavilink/validate"
)

// Limits on the API's words: enough for a person to read.
const (
	maxMessages      = 8
	maxMessageLength = 300
	maxMessageRead   = 4096 // bytes that are looked through for what is confidential
)

// refusalBody is the documented shape {"statusCode","error","message"}, where
// message may also be an array, as NestJS sends for validation failures. Some
// deployments write the business code as "code".
type refusalBody struct {
	StatusCode integer `json:"statusCode"`
	Code       integer `json:"code"`
	Error      words   `json:"error"`
	Message    words   `json:"message"`
}

// words is a string or an array of strings; anything else is none.
type words []string

// UnmarshalJSON never fails: an odd message must not hide the status.
func (w *words) UnmarshalJSON(b []byte) error {
	var many []json.RawMessage
	if json.Unmarshal(b, &many) != nil {
		many = []json.RawMessage{b}
	}
	*w = nil
	for _, m := range many {
		var s *string
		if json.Unmarshal(m, &s) == nil && s != nil {
			*w = append(*w, *s)
		}
	}
	return nil
}

// integer is a number or a string of digits; anything else is 0.
type integer int

// UnmarshalJSON never fails, like that of [words].
func (i *integer) UnmarshalJSON(b []byte) error {
	n, err := strconv.Atoi(strings.Trim(string(b), `"`))
	if err != nil {
		n = 0
	}
	*i = integer(n)
	return nil
}

// refusal turns an answer that is no success into an [*Error]. What the request
// held in confidence is taken out of the server's words.
func refusal(op string, resp *http.Response, body []byte, confidential []string, now time.Time) *Error {
	e := &Error{Op: op, Kind: kindOf(resp.StatusCode), Status: resp.StatusCode}
	e.RetryAfter = retryAfter(resp.Header.Get("Retry-After"), now)
	var r refusalBody
	if json.Unmarshal(body, &r) != nil {
		return e // HTML of a proxy and the like: nothing in it is for the user
	}
	for _, code := range []integer{r.StatusCode, r.Code} {
		if code >= 1000 {
			e.Code = int(code)
		}
	}
	said := r.Message
	if len(said) == 0 {
		said = r.Error
	}
	e.Field = fieldOf(said, e.Code)
	for _, m := range said[:min(len(said), maxMessages)] {
		if m = validate.Harmless(censor(m[:min(len(m), maxMessageRead)], confidential), maxMessageLength); m != "" {
			e.Messages = append(e.Messages, m)
		}
	}
	return e
}

// censor replaces each confidential text in s: in either case, and with whatever
// people write between the characters of a number, as in 529.982.247-25 or
// (11) 98765-4321.
func censor(s string, confidential []string) string {
	const between = `[\s.,/()+-]*`
	for _, c := range confidential {
		if len(c) <= 3 {
			continue
		}
		characters := strings.Split(strings.TrimPrefix(c, "+"), "")
		for i, character := range characters {
			characters[i] = regexp.QuoteMeta(character)
		}
		glue := ""
		if !strings.ContainsFunc(c, outsideNumber) {
			glue = between
		}
		if pattern, err := regexp.Compile("(?i)" + strings.Join(characters, glue)); err == nil {
			s = pattern.ReplaceAllLiteralString(s, bullets)
		}
	}
	return s
}

// outsideNumber reports whether r is no character of a phone, a CPF or a CNPJ.
func outsideNumber(r rune) bool { return r != '+' && !unicode.IsDigit(r) && !unicode.IsUpper(r) }

// retryAfter reads the header's two forms, seconds and a date.
func retryAfter(header string, now time.Time) time.Duration {
	const most = time.Hour
	if n, err := strconv.Atoi(header); err == nil && n > 0 {
		return min(time.Duration(min(n, 3600))*time.Second, most)
	}
	if at, err := http.ParseTime(header); err == nil && at.After(now) {
		return min(at.Sub(now), most)
	}
	return 0
}
