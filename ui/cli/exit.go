package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

// The exit statuses of the program.
const (
	// ExitOK means that everything succeeded.
	ExitOK = 0
	// ExitFailed means that the network or the API failed.
	ExitFailed = 1
	// ExitUsage means that the command line, the configuration or the input is wrong.
	ExitUsage = 2
	// ExitNotAuthorised means that create --wait, status or the plain questions saw a
	// customer who has not authorised.
	ExitNotAuthorised = 3
	// ExitCredentials means that credentials are missing or refused.
	ExitCredentials = 4
	// ExitAbandoned means that the user gave up or that a signal ended the program.
	ExitAbandoned = 130
)

// exit is an error that ends the program with a status and a sentence for the user.
// The sentence is empty if the user has read it already.
type exit struct {
	status  int
	kind    string // the name of the kind in the JSON output
	message string
	details string // lines for people beneath the message, or empty
	field   string // the field of the request that is wrong, or empty
	http    int    // the HTTP status, or 0
	code    int    // Klavi's error code, or 0
	misuse  bool   // the command line is wrong, so the user is told where the help is
	near    string // what is probably meant on the command line, or empty
}

// Error implements error.
func (e *exit) Error() string { return e.message }

// usage returns the exit for bad input and bad usage.
func usage(message string) *exit {
	return &exit{status: ExitUsage, kind: klavi.KindInput.String(), message: message}
}

// abandoned returns the exit for a command that a signal ended.
func abandoned(t *text.Catalogue) *exit {
	return &exit{status: ExitAbandoned, kind: klavi.KindInput.String(), message: t.CLI.Interrupted}
}

// exitOf converts any error to an exit. An error of another type comes from cobra and
// is a usage error.
func exitOf(err error) *exit {
	var e *exit
	if !errors.As(err, &e) {
		e = usage(validate.Harmless(err.Error(), 200))
	}
	return e
}

// explain converts an error of package klavi to an exit in the user's language.
func explain(t *text.Catalogue, err error) *exit {
	f := t.Failure(err)
	e := &exit{status: statusOf(err), kind: klavi.KindProtocol.String(), message: join(f.Cause, f.Said, f.Next)}
	var k *klavi.Error
	if errors.As(err, &k) {
		e.kind, e.field, e.http, e.code = k.Kind.String(), k.Field, k.Status, k.Code
	}
	if e.status == ExitAbandoned {
		e.message = t.CLI.Interrupted
	}
	return e
}

// statusOf returns the exit status for an error of package klavi.
func statusOf(err error) int {
	var e *klavi.Error
	switch {
	case errors.Is(err, context.Canceled):
		return ExitAbandoned
	case !errors.As(err, &e):
		return ExitFailed
	case e.Kind == klavi.KindAuth:
		return ExitCredentials
	case e.Kind == klavi.KindInput:
		return ExitUsage
	default:
		return ExitFailed
	}
}

// errorBody is the JSON form of an error, which scripts rely on.
type errorBody struct {
	Kind    string `json:"kind"`
	Message string `json:"message"`
	Field   string `json:"field"`
	Status  int    `json:"status"`
	Code    int    `json:"code"`
}

// body returns the JSON form of the error.
func (e *exit) body() errorBody { return errorBody{e.kind, e.message, e.field, e.http, e.code} }

// object returns the error as an object of the output:
//
//	{"error": {"kind", "message", "field", "status", "code"}}
func (e *exit) object() any {
	return struct {
		Error errorBody `json:"error"`
	}{e.body()}
}

// join joins sentences with a space and skips the empty ones.
func join(sentences ...string) string {
	return strings.Join(slices.DeleteFunc(sentences, func(s string) bool { return s == "" }), " ")
}
