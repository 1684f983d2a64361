package cli

import (
	"context"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/ui/text"
)

// asksPlainly answers the plain questions with a CPF alone, and follows the customer.
func asksPlainly(t *testing.T, api http.RoundTripper, answers ...string) (r *transcript) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r = &transcript{typist: append([]string{person, "", "", "", ""}, answers...), ctx: ctx, cancel: cancel}
	env := Env{
		In: r, Out: stdout{r}, Err: r, InTerminal: true, ErrTerminal: true, Clock: bubble{time.Now()}, Transport: api,
		Getenv: getenv("KLAVI_ACCESS_TOKEN", "t"),
	}
	r.status = Run(ctx, env, []string{"--plain", "--lang", "en"})
	return r
}

func TestPlainQuestionsLookAsOftenAsWait(t *testing.T) {
	acts := []map[time.Duration]string{{30 * time.Second: "STARTED", 9 * time.Minute: "AUTHORISED"}}
	looks := func(run func(*testing.T, *customers)) (list []time.Duration) {
		synctest.Test(t, func(t *testing.T) {
			c := &customers{acts: acts}
			run(t, c)
			for _, at := range c.looks {
				list = append(list, at.Sub(c.made[0]))
			}
			time.Sleep(time.Hour) // for the waits that were left to themselves
		})
		return list
	}
	want := looks(func(t *testing.T, c *customers) { waited(t.Context(), c) })
	got := looks(func(t *testing.T, c *customers) { asksPlainly(t, c) })
	if len(want) < 30 || !slices.Equal(got, want) {
		t.Errorf("looks at\n%v, and create --wait looks at\n%v", got, want)
	}
}

// told is an API that answers looks with a status, at any time.
type told struct {
	*customers
	look func(r *http.Request) (status int, body string)
}

func (a told) RoundTrip(r *http.Request) (*http.Response, error) {
	if !strings.HasSuffix(r.URL.Path, "/status") && !strings.HasSuffix(r.URL.Path, "/consents") {
		return a.customers.RoundTrip(r)
	}
	w := httptest.NewRecorder()
	status, body := a.look(r)
	w.WriteHeader(status)
	_, _ = w.WriteString(body)
	return w.Result(), nil
}

func TestTheFollowingInLinesEndsAsTheLinkDoes(t *testing.T) {
	c := text.For(text.English)
	const atBank = `[{"institutionCode":"341","name":"Itaú\u001b[2J","status":"AWAITING_AUTHORISATION"}]`
	for name, tt := range map[string]struct {
		look   func(since time.Duration, r *http.Request) (int, string)
		status int
		says   []string // in this order
		not    []string
	}{
		"nothing can be seen": {
			func(time.Duration, *http.Request) (int, string) { return 403, "{}" },
			ExitNotAuthorised,
			[]string{c.Status.BlindNote},
			[]string{c.Link.Expired},
		},
		"the API is away for a while": {
			func(since time.Duration, _ *http.Request) (int, string) {
				if since < 5*time.Minute {
					return 503, "{}"
				}
				return 200, `[{"institutionCode":"341","name":"Itaú","status":"AUTHORISED"}]`
			},
			ExitOK,
			[]string{c.Status.Trouble, "Itaú: authorised in 5 min"},
			nil,
		},
		"the customer is at the bank when the link expires": {
			func(since time.Duration, r *http.Request) (int, string) {
				switch {
				case since > 40*time.Minute && strings.HasSuffix(r.URL.Path, "/consents"):
					return 200, `[{"linkId":"link-0","institutionCode":"341","status":"AUTHORISED"}]`
				case strings.HasSuffix(r.URL.Path, "/consents"):
					return 200, `[]`
				}
				return 200, atBank
			},
			ExitOK,
			[]string{"at the bank", c.Plain.StillOpen, "authorised in", c.Say.Authorised},
			[]string{"\x1b", c.Say.LinkExpired},
		},
	} {
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			r := asksPlainly(t, told{&customers{acts: make([]map[time.Duration]string, 1)}, func(r *http.Request) (int, string) {
				return tt.look(time.Since(start), r)
			}})
			rest := r.text.String()
			for _, want := range tt.says {
				_, after, found := strings.Cut(rest, want)
				if !found {
					t.Errorf("%s: no %q, or not in this order, in\n%s", name, want, r)
				}
				rest = after
			}
			for _, not := range tt.not {
				if strings.Contains(r.text.String(), not) {
					t.Errorf("%s: %q in\n%s", name, not, r)
				}
			}
			if n := strings.Count(r.text.String(), c.Status.Trouble); n > 1 || r.status != tt.status {
				t.Errorf("%s: status %d, and %d times in trouble:\n%s", name, r.status, n, r)
			}
			time.Sleep(3 * time.Hour) // for the waits that were left to themselves
		})
	}
}

// A screen reader reads what is written aloud.
func TestThePlainQuestionsAreWordsAndNothingElse(t *testing.T) {
	loneMark := regexp.MustCompile(`[^\pL\pN\s](\s*)$`)
	for name, s := range sittings() {
		got := s.runs(t, "pt").text.String()
		for _, r := range got {
			if r < ' ' && r != '\n' || r == 0x7f || r >= 0x2190 && r < 0x2c00 {
				t.Errorf("%s: %q in\n%s", name, r, got)
				break
			}
		}
		for line := range strings.Lines(got) {
			if words := strings.TrimSpace(line); len(words) > 0 && loneMark.ReplaceAllString(words, "") == "" {
				t.Errorf("%s: the line %q has no word", name, line)
			}
		}
	}
}

func TestTheURLAloneIsOnStandardOutputAndTheCodeOnlyOnATerminal(t *testing.T) {
	url := regexp.MustCompile(`^https://conecte\.klavi\.ai/path\?v=\S+\n$`)
	block := func(r rune) bool { return r >= 0x2580 && r <= 0x259f }
	answers := []string{person, "", "", "", ""}
	for name, tt := range map[string]struct {
		sitting
		out, err bool // standard output and standard error show a code
	}{
		"no code":             {sitting{}, false, false},
		"standard error":      {sitting{args: []string{"--qr"}}, false, true},
		"both":                {sitting{args: []string{"--qr"}, terminal: true}, true, false},
		"light":               {sitting{args: []string{"--qr=light"}, terminal: true, size: [2]int{200, 100}}, true, false},
		"the window is small": {sitting{args: []string{"--qr"}, terminal: true, size: [2]int{80, 24}}, false, false},
	} {
		tt.answers, tt.piped = answers, true
		r := tt.runs(t, "pt")
		out := r.out.String()
		rest := strings.Replace(r.text.String(), out, "", 1)
		if !strings.ContainsFunc(out, block) && !url.MatchString(out) {
			t.Errorf("%s: %q", name, out)
		}
		if strings.ContainsFunc(out, block) != tt.out || strings.ContainsFunc(rest, block) != tt.err && !tt.out {
			t.Errorf("%s: the code is somewhere else:\n%s", name, r)
		}
		small := strings.Contains(r.text.String(), "O QR Code não cabe")
		if small != (tt.size[0] == 80) || r.status != ExitOK {
			t.Errorf("%s: status %d\n%s", name, r.status, r)
		}
	}
	r := (sitting{args: []string{"--qr=blue"}, piped: true}).runs(t, "pt")
	if r.status != ExitUsage || !strings.Contains(r.text.String(), "--qr não aceita blue") {
		t.Errorf("%s", r)
	}
}
