package cli

import (
	"bytes"
	"context"
	"net/http"
	"strings"
	"time"
)

// noon is the time in the tests of this package.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// recorder is a transport that keeps the requests and gives its own answers.
type recorder struct {
	requests []*http.Request
	answer   func(*http.Request) (*http.Response, error)
}

// RoundTrip implements http.RoundTripper.
func (r *recorder) RoundTrip(q *http.Request) (*http.Response, error) {
	r.requests = append(r.requests, q)
	return r.answer(q)
}

// getenv returns an environment of names and values in turn.
func getenv(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

// ended is a command that has ended.
type ended struct {
	out, err string
	status   int
}

// commanded runs a command in an environment, with words on its standard input.
func commanded(ctx context.Context, env Env, in string, args ...string) ended {
	var out, errs bytes.Buffer
	env.In, env.Out, env.Err = strings.NewReader(in), &out, &errs
	if env.Clock == nil {
		env.Clock = fixedClock(noon)
	}
	if env.Getenv == nil {
		env.Getenv = getenv()
	}
	status := Run(ctx, env, args)
	return ended{out.String(), errs.String(), status}
}
