package text

import (
	"errors"
	"fmt"
	"strings"

	"klavilink/klavi"
	"klavilink/validate"
)

// Failure explains an error in the agent's language.
type Failure struct {
	Cause string // what happened
	Next  string // what to do, or ""
	Said  string // the API's own words, or ""
}

// Failure returns the explanation of an error of package klavi. The cause of any other
// error is the text of the error, without control characters.
func (c *Catalogue) Failure(err error) Failure {
	var e *klavi.Error
	if !errors.As(err, &e) {
		return Failure{Cause: validate.Harmless(err.Error(), 200)}
	}
	f := Failure{Said: validate.Harmless(strings.Join(e.Messages, " · "), maxAllSaid)}
	a := &c.API
	switch kindOf(e) {
	case klavi.KindAuth:
		f.Cause, f.Next = a.Keys, a.NextKeys
		if e.Status == 403 {
			f.Cause, f.Next = a.Forbidden, a.NextSupport
		}
		if errors.Is(err, klavi.ErrTokenSource) {
			f.Cause, f.Next = a.TokenSource, a.NextDoctor
		}
		if errors.Is(err, klavi.ErrNoCredentials) {
			f.Cause, f.Next = c.CLI.NoCreds, ""
		}
	case klavi.KindInput:
		f.Cause, f.Next = a.Input, a.NextFields
		if rule := c.Rule(err); rule != "" {
			f.Cause = rule
		}
		if errors.Is(err, klavi.ErrBaseURL) {
			f.Cause, f.Next = c.CLI.BadBase, ""
		}
	case klavi.KindRate:
		f.Cause, f.Next = a.Rate, a.NextWait
		if s := int(e.RetryAfter.Seconds()); s > 0 {
			f.Next = fmt.Sprintf(a.NextWaitF, s)
		}
	case klavi.KindBusiness:
		f.Cause, f.Next = c.business(e.Code)
	case klavi.KindNetwork:
		f.Cause, f.Next = a.Network, a.NextRetry
		if e.Timeout() {
			f.Cause = a.Timeout
		}
	case klavi.KindServer:
		f.Cause, f.Next = fmt.Sprintf(a.ServerF, e.Status), a.NextWait+" "+a.NextSupport
	case klavi.KindUnsafe:
		f.Cause, f.Next = a.Unsafe, a.NextUnsafe
	default:
		f.Cause, f.Next = a.Protocol, a.NextSupport
		if e.Status == 404 {
			f.Cause, f.Next = a.NotFound, a.NextBase
		}
	}
	return f
}

// kindOf returns the kind by which an error is explained. The code for an institution
// says more than the status with which it came.
func kindOf(e *klavi.Error) klavi.Kind {
	if e.Code == klavi.CodeInvalidInstitution {
		return klavi.KindBusiness
	}
	return e.Kind
}

// business returns the explanation of a code that the API sends with status 416.
func (c *Catalogue) business(code int) (cause, next string) {
	a := &c.API
	cause, next = fmt.Sprintf(a.BusinessF, code), a.NextSupport
	if i := code - klavi.CodeInvalidAuthorisation; i >= 0 && i < len(a.Codes) {
		cause += " " + a.Codes[i]
	}
	switch code {
	case klavi.CodeConsentLimit:
		next = a.NextConsent
	case klavi.CodeInvalidInstitution:
		next = a.NextBank
	case klavi.CodeInvalidCallback:
		next = a.NextFields
	}
	return cause, next
}

// Rule returns a sentence for a rule that the data broke before anything was sent. It
// returns "" for all other errors.
func (c *Catalogue) Rule(err error) string {
	var p validate.Problem
	switch {
	case errors.As(err, &p):
		return c.Problem(p)
	case errors.Is(err, klavi.ErrAllExclusive):
		return c.Wrong.AllExclusive
	case errors.Is(err, klavi.ErrNeedsRedirect):
		return c.Wrong.NeedsAppKey
	case errors.Is(err, klavi.ErrReportName):
		return c.Wrong.ReportName
	case errors.Is(err, klavi.ErrExternalInfo):
		return c.Wrong.ExternalInfo
	default:
		return ""
	}
}

// maxAllSaid is how much of the API's words is shown where there is room for all that an
// error keeps, in characters.
const maxAllSaid = 2500

// maxSaid is how much of the API's words is shown below a field, in characters. It is
// about three lines.
const maxSaid = 200

// RefusedField returns the text below a field whose value the API refused. It contains
// the meaning of the API's code, if there is one, and the API's own words.
func (c *Catalogue) RefusedField(e *klavi.Error) string {
	said := validate.Harmless(strings.Join(e.Messages, " · "), maxSaid)
	if kindOf(e) == klavi.KindBusiness {
		cause, next := c.business(e.Code)
		return strings.TrimSpace(cause + " " + next + " " + said)
	}
	if said == "" {
		return c.API.Refused
	}
	return fmt.Sprintf(c.API.RefusedF, said)
}
