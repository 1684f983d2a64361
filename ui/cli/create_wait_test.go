package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
)

// bubble is the clock of a test whose time jumps to the next timer, so that nothing
// really waits.
type bubble struct{ start time.Time }

func (bubble) Now() time.Time          { return time.Now() }
func (b bubble) Steady() time.Duration { return time.Since(b.start) }
func (bubble) After(d time.Duration, m tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return m })
}

// customers is an API whose customers do things at times after their link was made.
type customers struct {
	mu    sync.Mutex
	acts  []map[time.Duration]string // of each link, in the order of the links
	made  []time.Time
	looks []time.Time
	takes time.Duration // for each link
}

// RoundTrip implements http.RoundTripper.
func (c *customers) RoundTrip(r *http.Request) (*http.Response, error) {
	say := func(v any) (*http.Response, error) {
		b, _ := json.Marshal(v)
		return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(b))}, nil
	}
	if c.takes > 0 && strings.HasSuffix(r.URL.Path, "/links") {
		time.Sleep(c.takes)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case strings.HasSuffix(r.URL.Path, "/links"):
		c.made = append(c.made, time.Now())
		n := len(c.made) - 1
		return say(map[string]any{
			"linkId": fmt.Sprint("link-", n), "linkToken": fmt.Sprint(n), "linkURL": "https://conecte.klavi.ai/x",
			"expireIn": 1800,
		})
	case strings.HasSuffix(r.URL.Path, "/status"):
		c.looks = append(c.looks, time.Now())
		var n int
		_, _ = fmt.Sscanf(r.Header.Get("Authorization"), "Bearer %d", &n)
		status, last := "", time.Duration(-1)
		for at, s := range c.acts[n] {
			if at > last && time.Since(c.made[n]) >= at {
				status, last = s, at
			}
		}
		if status == "" {
			return say([]any{})
		}
		return say([]any{map[string]any{"institutionCode": "341", "name": "Itaú", "status": status}})
	default:
		return say([]any{})
	}
}

// waited runs create --wait for the customers.
func waited(ctx context.Context, c *customers, args ...string) ended {
	in := strings.Repeat(`{"personalTaxId":"52998224725"}`+"\n", len(c.acts))
	env := Env{Clock: bubble{time.Now()}, Transport: c, Getenv: getenv("KLAVI_ACCESS_TOKEN", "t")}
	return commanded(ctx, env, in, append([]string{"create", "--wait", "--lang", "en"}, args...)...)
}

func TestWaitPrintsTheLinkAtOnceAndItsEndAfterwards(t *testing.T) {
	for name, tt := range map[string]struct {
		acts   []map[time.Duration]string
		status int
		ends   []string
		took   [2]time.Duration // at least and at most
	}{
		"all authorise": {
			[]map[time.Duration]string{{time.Minute: "AUTHORISED"}, {0: "STARTED", 5 * time.Second: "AUTHORISED"}},
			ExitOK,
			[]string{"authorised", "authorised"},
			[2]time.Duration{time.Minute, 80 * time.Second},
		},
		"one refuses": {
			[]map[time.Duration]string{{time.Second: "AUTHORISED"}, {10 * time.Second: "REJECTED"}},
			ExitNotAuthorised,
			[]string{"authorised", "refused"},
			[2]time.Duration{10 * time.Second, 30 * time.Second},
		},
		"one does nothing": {
			[]map[time.Duration]string{{}},
			ExitNotAuthorised,
			[]string{"expired"},
			[2]time.Duration{30 * time.Minute, 31 * time.Minute},
		},
	} {
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			r := waited(t.Context(), &customers{acts: tt.acts}, "--json", "--jobs", "1")
			var ends []string
			links := 0
			for line := range strings.Lines(r.out) {
				var v map[string]any
				if err := json.Unmarshal([]byte(line), &v); err != nil {
					t.Fatal(err)
				}
				if v["linkURL"] != nil {
					links++
					continue
				}
				if v["linkId"] != fmt.Sprint("link-", v["index"]) {
					t.Errorf("%s: %v", name, v)
				}
				ends = append(ends, fmt.Sprint(v["status"]))
			}
			slices.Sort(ends)
			took := time.Since(start)
			if r.status != tt.status || links != len(tt.acts) || !slices.Equal(ends, tt.ends) ||
				took < tt.took[0] || took > tt.took[1] {
				t.Errorf("%s: %d after %v, %d links, %q, %s", name, r.status, took, links, ends, r.err)
			}
		})
	}
}

func TestManyLinksShareOneBudgetOfLooks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &customers{}
		for range 20 {
			c.acts = append(c.acts, map[time.Duration]string{2 * time.Minute: "AUTHORISED"})
		}
		if r := waited(t.Context(), c, "--json"); r.status != ExitOK {
			t.Errorf("%d %s", r.status, r.err)
		}
		for i := 1; i < len(c.looks); i++ {
			if pause := c.looks[i].Sub(c.looks[i-1]); pause < lookEvery {
				t.Errorf("look %d came %v after the last", i, pause)
			}
		}
	})
}

func TestChangesOnTheWayAreSaidToPeople(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &customers{acts: []map[time.Duration]string{{0: "STARTED", time.Minute: "AUTHORISED"}}}
		r := waited(t.Context(), c)
		if strings.Count(r.err, "Record 0:") != 2 || strings.Count(r.out, "\n") != 1 {
			t.Errorf("%q %q", r.out, r.err)
		}
	})
}

func TestAnInterruptedWaitEndsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		start := time.Now()
		r := waited(ctx, &customers{acts: []map[time.Duration]string{{}}}, "--json")
		if r.status != ExitAbandoned || time.Since(start) != time.Minute || !strings.Contains(r.out, "--resume") {
			t.Errorf("%d after %v: %s", r.status, time.Since(start), r.out)
		}
	})
}

// What is under way becomes a link that the user can find. Nothing else begins.
func TestAnInterruptedRunPrintsWhatWasUnderWayAndSaysHowToGoOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &customers{acts: make([]map[time.Duration]string, 1000), takes: time.Second}
		ctx, cancel := context.WithTimeout(t.Context(), 2500*time.Millisecond)
		defer cancel()
		env := Env{Clock: bubble{time.Now()}, Transport: c, Getenv: getenv("KLAVI_ACCESS_TOKEN", "t")}
		in := strings.Repeat(`{"personalTaxId":"52998224725"}`+"\n", 1000)
		r := commanded(ctx, env, in, "create", "--json", "--lang", "en")
		links := strings.Count(r.out, "linkURL")
		if r.status != ExitAbandoned || links != len(c.made) || links != 12 || !strings.Contains(r.out, "--resume") {
			t.Errorf("%d: %d links, %d printed, %.300s", r.status, len(c.made), links, r.out)
		}
	})
}

func TestTheRateHoldsForAllJobs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &customers{acts: make([]map[time.Duration]string, 21)}
		env := Env{Clock: bubble{time.Now()}, Transport: c, Getenv: getenv("KLAVI_ACCESS_TOKEN", "t")}
		start := time.Now()
		in := strings.Repeat(`{"personalTaxId":"52998224725"}`+"\n", 21)
		r := commanded(t.Context(), env, in, "create", "--json", "--rate", "2")
		if took := time.Since(start); r.status != ExitOK || took != 10*time.Second {
			t.Errorf("%d after %v", r.status, took)
		}
	})
}

func TestATerminalShowsTheProgressAndAPipeDoesNot(t *testing.T) {
	for _, terminal := range []bool{true, false} {
		synctest.Test(t, func(t *testing.T) {
			c := &customers{acts: make([]map[time.Duration]string, 40), takes: 300 * time.Millisecond}
			env := Env{
				Clock: bubble{time.Now()}, Transport: c, Getenv: getenv("KLAVI_ACCESS_TOKEN", "t"), ErrTerminal: terminal,
			}
			in := strings.Repeat(`{"personalTaxId":"52998224725"}`+"\n", 40) + "x\n"
			r := commanded(t.Context(), env, in, "create", "--json", "--lang", "en")
			if !terminal {
				if r.err != "" {
					t.Errorf("in a pipe: %q", r.err)
				}
				return
			}
			drawn := strings.Count(r.err, "a second")
			last := "\r\x1b[K40 created, 1 failed, 0 were there already, in 3s.\n"
			if drawn < 5 || drawn > 41 || !strings.HasSuffix(r.err, last) {
				t.Errorf("drawn %d times: %q", drawn, r.err)
			}
		})
	}
}
