package cli

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// byDigits checks that consents are asked for by the digits of the customer's number.
type byDigits struct {
	t    *testing.T
	next http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (b byDigits) RoundTrip(r *http.Request) (*http.Response, error) {
	if strings.HasSuffix(r.URL.Path, "/consents") && r.URL.RawQuery != "personalTaxId=52998224725" {
		b.t.Errorf("asked for %q", r.URL.RawQuery)
	}
	return b.next.RoundTrip(r)
}

// A run with --wait is interrupted after two minutes. The next one follows what is open.
func TestAResumedWaitFollowsTheLinksThatAreStillGoodAndCountsThem(t *testing.T) {
	for name, tt := range map[string]struct {
		acts   []map[time.Duration]string // of the links of the first run
		pause  time.Duration              // between the runs
		status int
		ends   []string
	}{
		"both authorise in the end": {
			[]map[time.Duration]string{{time.Minute: "AUTHORISED"}, {10 * time.Minute: "AUTHORISED"}},
			0, ExitOK,
			[]string{"authorised"},
		},
		"one refuses": {
			[]map[time.Duration]string{{0: "STARTED", 5 * time.Minute: "REJECTED"}, {6 * time.Minute: "AUTHORISED"}},
			time.Minute, ExitNotAuthorised,
			[]string{"refused", "authorised"},
		},
		"one does nothing": {
			[]map[time.Duration]string{{time.Minute: "AUTHORISED"}, {}},
			0, ExitNotAuthorised,
			[]string{"expired"},
		},
		"one was over, and the results do not say that its customer has authorised": {
			[]map[time.Duration]string{{time.Minute: "AUTHORISED"}, {10 * time.Minute: "AUTHORISED"}},
			time.Hour, ExitNotAuthorised, nil,
		},
		"both had authorised": {
			[]map[time.Duration]string{{time.Minute: "AUTHORISED"}, {time.Minute: "AUTHORISED"}},
			time.Hour, ExitOK, nil,
		},
	} {
		synctest.Test(t, func(t *testing.T) {
			folder := t.TempDir()
			results := filepath.Join(folder, "out.jsonl")
			c := &customers{acts: tt.acts}
			create := func(ctx context.Context, args ...string) ended {
				env := Env{
					Clock: bubble{time.Now()}, Transport: byDigits{t, c}, Getenv: getenv("KLAVI_ACCESS_TOKEN", "t"),
					ConfigFile: filepath.Join(folder, "klavilink", "config.toml"),
				}
				in := strings.Repeat(`{"personalTaxId":"529.982.247-25"}`+"\n", len(c.acts))
				return commanded(ctx, env, in, append([]string{"create", "--json", "--wait", "--jobs", "1"}, args...)...)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
			defer cancel()
			first := create(ctx)
			out, _, _ := strings.Cut(first.out, `{"error":`)
			if err := os.WriteFile(results, []byte(out), 0o600); err != nil {
				t.Fatal(err)
			}
			time.Sleep(tt.pause)
			again := create(t.Context(), "--resume", results)
			var ends []string
			for line := range strings.Lines(again.out) {
				_, status, _ := strings.Cut(line, `"status":"`)
				status, _, _ = strings.Cut(status, `"`)
				ends = append(ends, status)
			}
			if again.status != tt.status || strings.Join(ends, " ") != strings.Join(tt.ends, " ") || len(c.made) != 2 {
				t.Errorf("%s: %d, %q, %d links were made\n%s%s", name, again.status, ends, len(c.made), again.out, again.err)
			}
		})
	}
}
