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

const (
	// ExitOK is the status of what is done.
	ExitOK = 0
	// ExitFailed is the status where the network or the API fails.
	ExitFailed = 1
	// ExitUsage is the status of bad input and of bad usage.
	ExitUsage = 2
	// ExitCredentials is the status where credentials are missing or refused.
	ExitCredentials = 4
	// ExitAbandoned is the status of what the user abandons.
	ExitAbandoned = 130
)

// exit is an error with the status that it ends the program with and the
// sentence for the user. Without a sentence everything is said already.
type exit struct {
	status  int
	kind    string // as in JSON
	message string
	field   string
	http    int
	code    int
}

// Error implements error.
func (e *exit) Error() string { return e.message }

// usage is the exit for input and usage that will not do.
func usage(message string) *exit {
	return &exit{status: ExitUsage, kind: klavi.KindInput.String(), message: message}
}

// exitOf makes an exit of any error. One that is no exit comes from the library of
// flags and commands, and is an error of usage.
func exitOf(err error) *exit {
	var e *exit
	if !errors.As(err, &e) {
		e = usage(validate.Harmless(err.Error(), 200))
	}
	return e
}

// explain makes an exit of an error of package klavi, in the user's language.
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

// statusOf gives the exit status for an error of package klavi.
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

// object is the contract's {"error":{"kind","message","field","status","code"}}.
func (e *exit) object() any {
	type body struct {
		Kind    string `json:"kind"`
		Message string `json:"message"`
		Field   string `json:"field"`
		Status  int    `json:"status"`
		Code    int    `json:"code"`
	}
	return struct {
		Error body `json:"error"`
	}{body{e.kind, e.message, e.field, e.http, e.code}}
}

// join makes one text of sentences and leaves the empty ones out.
func join(sentences ...string) string {
	return strings.Join(slices.DeleteFunc(sentences, func(s string) bool { return s == "" }), " ")
}
