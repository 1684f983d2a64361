package klavi

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"

	"klavilink/validate"
)

// The limits on the API's messages leave enough for a person to read.
const (
	maxMessages      = 8
	maxMessageLength = 300  // characters of a message that an error keeps
	maxMessageRead   = 2048 // bytes of a message that are searched for confidential texts
)

// refusalBody is the body of an error. Klavi documents the fields statusCode, error
// and message. The message may also be an array, as NestJS sends it if a field is
// wrong. Some deployments name the business code "code".
type refusalBody struct {
	StatusCode integer `json:"statusCode"`
	Code       integer `json:"code"`
	Error      words   `json:"error"`
	Message    words   `json:"message"`
}

// words holds a JSON string or an array of strings. It is empty for other values.
type words []string

// UnmarshalJSON returns no error, so that an odd message does not hide the status.
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

// integer holds a JSON number or a string of digits. It is 0 for other values.
type integer int

// UnmarshalJSON returns no error, so that an odd code does not hide the status.
func (i *integer) UnmarshalJSON(b []byte) error {
	if n, err := strconv.Atoi(strings.Trim(string(b), `"`)); err == nil {
		*i = integer(n)
	}
	return nil
}

// refusal returns an [*Error] for an answer that is not a success. It removes the
// confidential texts of the request from the server's messages.
func refusal(op string, resp *http.Response, body []byte, confidential []string, now time.Time) *Error {
	e := &Error{Op: op, Kind: kindOf(resp.StatusCode), Status: resp.StatusCode}
	e.RetryAfter = retryAfter(resp.Header.Get("Retry-After"), now)
	var r refusalBody
	if json.Unmarshal(body, &r) != nil {
		return e // the HTML page of a proxy, for example, has no message for the user
	}
	for _, code := range []integer{r.StatusCode, r.Code} {
		if code >= 1000 && code <= 9999 { // A longer number could be a customer's.
			e.Code = int(code)
		}
	}
	said := r.Message
	if len(said) == 0 {
		said = r.Error
	}
	e.Field = fieldOf(said, e.Code)
	for _, m := range said[:min(len(said), maxMessages)] {
		cut := len(m) > maxMessageRead
		m = censor(m[:min(len(m), maxMessageRead)], confidential, cut)
		if m = validate.Harmless(m, maxMessageLength); m != "" {
			e.Messages = append(e.Messages, m)
		}
	}
	return e
}

// retryAfter reads the header Retry-After, which holds seconds or a date. It returns
// 0 if it cannot read it, and at most an hour.
func retryAfter(header string, now time.Time) time.Duration {
	const most = time.Hour
	if n, err := strconv.Atoi(header); err == nil {
		return time.Duration(max(0, min(n, int(most.Seconds())))) * time.Second
	}
	if at, err := http.ParseTime(header); err == nil && at.After(now) {
		return min(at.Sub(now), most)
	}
	return 0
}
