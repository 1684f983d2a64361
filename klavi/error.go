package klavi

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Kind groups errors by how a program can react to them.
type Kind uint8

// The kinds of error.
const (
	KindInput    Kind = iota + 1 // a field is wrong (400, 409, 413, 422, or found before sending)
	KindAuth                     // keys or token are missing, wrong or lack a permission (401, 403)
	KindRate                     // there were too many requests (429)
	KindBusiness                 // a business rule does not allow it (416); Code says which
	KindNetwork                  // no complete answer came (DNS, connection, TLS, timeout, cancelled)
	KindServer                   // the server failed (408, 5xx)
	KindProtocol                 // the answer is not a documented one
	KindUnsafe                   // the answer has a link that nobody may open
)

// String returns the name that JSON uses.
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
	case KindUnsafe:
		return "unsafe"
	default:
		return "unknown"
	}
}

// The business codes in the body of a 416, from the API page "Open Finance codes
// and errors".
const (
	CodeInvalidAuthorisation = 4001 // the authorisation has expired or is missing
	CodeInvalidProduct       = 4002 // the product does not exist or is of another level
	CodeConsentLimit         = 4003 // the customer has too many consents
	CodeInvalidInstitution   = 4004 // the institution is in outage or not permitted
	CodeNoProducts           = 4005 // no product was requested
	CodeInvalidCallback      = 4006 // productsCallbackURL is wrong
	CodeProductRequest       = 4007 // the request for a product failed
	CodeNoConsent            = 4008 // there is no Open Finance consent
	CodeNeedsKYC             = 4009 // the KYC process must come first
)

// CodeText returns the meaning of a business code in English. It is empty for a
// code that is not documented.
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

// Error is the type of all errors of this package. It holds no secret and no
// customer's data.
type Error struct {
	// Op is the operation that failed, such as "create link".
	Op string

	// Kind says how a program can react.
	Kind Kind

	// Status is the HTTP status, or 0 if there was no answer.
	Status int

	// Code is the business code in the body, such as [CodeConsentLimit], or 0.
	Code int

	// Field is the JSON name of the wrong field. It is empty if the package cannot
	// find it in the API's messages.
	Field string

	// Messages has the API's own messages, in a form that is safe to print on a
	// terminal. The API sends one as a string, or several as an array.
	Messages []string

	// RetryAfter is how long the server asks the client to wait, from the header
	// Retry-After. It is 0 without one, and at most an hour.
	RetryAfter time.Duration

	// Unknown reports whether the server may have done what the request asked for.
	// This is so if the connection failed after the client sent the request, or if
	// the client cannot use the answer to it.
	Unknown bool

	// Err is the cause, such as context.Canceled, a network error or a broken rule
	// of this package. It may be nil.
	Err error
}

// Error returns, in English, the operation and what went wrong.
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

// Unwrap returns the cause, which may be nil.
func (e *Error) Unwrap() error { return e.Err }

// Canceled reports whether the caller cancelled the context.
func (e *Error) Canceled() bool { return errors.Is(e.Err, context.Canceled) }

// Timeout reports whether the request took longer than its time limit.
func (e *Error) Timeout() bool {
	var t interface{ Timeout() bool }
	return errors.As(e.Err, &t) && t.Timeout()
}

// kindOf returns the kind of error for an HTTP status that is not a success.
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
