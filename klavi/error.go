package klavi

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Kind groups errors by what one can do about them.
type Kind uint8

// The kinds of error.
const (
	KindInput    Kind = iota + 1 // a field is wrong: 400, 409, 422, or found before sending
	KindAuth                     // keys or token missing, refused or without permission: 401, 403
	KindRate                     // too many requests: 429
	KindBusiness                 // refused for a business reason: 416, see Code
	KindNetwork                  // no answer: name, connection, TLS, time-out, cancelled
	KindServer                   // the server failed: 5xx
	KindProtocol                 // an answer that is not the documented one
)

// String gives the name used in JSON.
func (k Kind) String() string {
	switch k {
	case KindInput:
		return "input"
	case KindAuth:
		return "auth"
	case KindRate:
		return "rate"
	case KindBusiness:
		return "business"
	case KindNetwork:
		return "network"
	case KindServer:
		return "server"
	case KindProtocol:
		return "protocol"
	default:
		return "unknown"
	}
}

// Business codes that come in the body of a 416 (page "Open Finance codes and
// errors").
const (
	CodeInvalidAuthorisation = 4001 // expired, or there is none
	CodeInvalidProduct       = 4002 // no such product, or of another level
	CodeConsentLimit         = 4003 // the customer has too many consents
	CodeInvalidInstitution   = 4004 // in outage, or without permission
	CodeNoProducts           = 4005 // fewer than one product
	CodeInvalidCallback      = 4006 // productsCallbackURL
	CodeProductRequest       = 4007 // the request of a product failed
	CodeNoConsent            = 4008 // no consent of Open Finance available
	CodeNeedsKYC             = 4009 // the KYC process has to come first
)

// CodeText says in English what a business code means; it is empty for a code
// that is not documented.
func CodeText(code int) string {
	switch code {
	case CodeInvalidAuthorisation:
		return "authorisation expired or missing"
	case CodeInvalidProduct:
		return "no such product, or of another level"
	case CodeConsentLimit:
		return "the customer has reached the limit of consents"
	case CodeInvalidInstitution:
		return "institution in outage or not permitted"
	case CodeNoProducts:
		return "no product requested"
	case CodeInvalidCallback:
		return "invalid productsCallbackURL"
	case CodeProductRequest:
		return "product request failed"
	case CodeNoConsent:
		return "no Open Finance consent available"
	case CodeNeedsKYC:
		return "KYC process needed first"
	default:
		return ""
	}
}

// Error is any failure of this package. It holds no secret and no customer's
// data.
type Error struct {
	// Op is what was being done, such as "create link".
	Op   string
	Kind Kind

	// Status is the HTTP status, 0 where there was no answer.
	Status int

	// Code is the business code of a 416, such as [CodeConsentLimit], or 0.
	Code int

	// Field is the JSON name of the field that is to blame, where it can be
	// told.
	Field string

	// Messages are the API's own words: one for a string, several for an
	// array. They are harmless for a terminal.
	Messages []string

	// RetryAfter is what the server asked for with a 429 or 503, or 0.
	RetryAfter time.Duration

	// Unknown tells that the server may have done what it was asked though no
	// answer came: the request was on its way when the connection failed.
	Unknown bool

	// Err is the cause, where there is one beneath: context.Canceled, one of
	// this package's rules, a network error.
	Err error
}

// Error says, in English, what was being done and what went wrong.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "klavi: %s: %s", e.Op, e.Kind)
	if e.Status != 0 {
		fmt.Fprintf(&b, " (HTTP %d", e.Status)
		if e.Code != 0 {
			fmt.Fprintf(&b, ", code %d", e.Code)
			if text := CodeText(e.Code); text != "" {
				b.WriteString(": " + text)
			}
		}
		b.WriteByte(')')
	}
	if e.Field != "" {
		fmt.Fprintf(&b, ": %s", e.Field)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	if len(e.Messages) > 0 {
		fmt.Fprintf(&b, ": %s", strings.Join(e.Messages, "; "))
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Canceled tells whether the caller itself gave up.
func (e *Error) Canceled() bool { return errors.Is(e.Err, context.Canceled) }

// Timeout tells whether the time given to the request was over.
func (e *Error) Timeout() bool {
	var t interface{ Timeout() bool }
	return errors.Is(e.Err, context.DeadlineExceeded) || errors.As(e.Err, &t) && t.Timeout()
}

// kindOf reads a status that is no success.
func kindOf(status int) Kind {
	switch {
	case status == 400 || status == 409 || status == 413 || status == 422:
		return KindInput
	case status == 401 || status == 403:
		return KindAuth
	case status == 416:
		return KindBusiness
	case status == 429:
		return KindRate
	case status >= 500 || status == 408:
		return KindServer
	default:
		return KindProtocol
	}
}
