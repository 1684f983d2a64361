package cli

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestStatusSaysInTheWordsOfTheWizardWhereTheCustomerIs(t *testing.T) {
	for state, tt := range map[string]struct {
		pt, en, status string
		exit           int
	}{
		"STARTED":                     {"cliente começou", "customer has begun", "pending", ExitNotAuthorised},
		"AWAITING_AUTHORISATION":      {"está no banco", "at the bank", "pending", ExitNotAuthorised},
		"AWAITING_LGPD_AUTHORISATION": {"falta aceite (LGPD)", "terms to accept", "pending", ExitNotAuthorised},
		"AUTHORISED":                  {"autorizado", "authorised", "authorised", ExitOK},
		"REJECTED":                    {"recusado", "refused", "refused", ExitNotAuthorised},
		"ERROR":                       {"erro na autorização", "authorisation failed", "refused", ExitNotAuthorised},
		"EXPIRED":                     {"tempo esgotado", "out of time", "expired", ExitNotAuthorised},
		"REVOKED":                     {"revogado", "revoked", "refused", ExitNotAuthorised},
		"DELETED_BY_USER":             {"exclusão pedida", "deletion requested", "refused", ExitNotAuthorised},
		"PAUSED":                      {"situação “PAUSED”", "state “PAUSED”", "pending", ExitNotAuthorised},
	} {
		s := &seer{byToken: map[string]string{"t-1": atItau(state)}}
		for lang, words := range map[string]string{"pt": tt.pt, "en": tt.en} {
			r := commanded(t.Context(), s.env(), result("id-1", "t-1"), "status", "--lang", lang)
			if want := "id-1\tItaú: " + words + " (12:00:00)\n"; r.out != want || r.status != tt.exit || r.err != "" {
				t.Errorf("%s: %d %q, want %q; %q", state, r.status, r.out, want, r.err)
			}
		}
		r := commanded(t.Context(), s.env(), result("id-1", "t-1"), "status", "--json")
		want := `{"linkId":"id-1","status":"` + tt.status + `","state":"` + state + `",` +
			`"institutions":[{"institutionCode":"341","name":"Itaú","state":"` + state +
			`","since":"2026-11-23T12:00:00Z"}],"expiresAt":"2026-11-23T12:30:00Z","seenAt":"2026-11-23T12:00:00Z",` +
			`"environment":"sandbox"}` + "\n"
		if r.out != want || r.status != tt.exit || r.err != "" {
			t.Errorf("%d %s, want %s; %q", r.status, r.out, want, r.err)
		}
	}
}

// A link shows its status by its token while it is good, and else by the customer's
// number. Some links never show anything by their token.
func TestStatusLooksWhereTheLinkCanBeSeen(t *testing.T) {
	const person, company = "personalTaxId=52998224725", "businessTaxId=11222333000181"
	consent := func(link, state string) string {
		return `[{"consentId":"c","linkId":"` + link + `","institutionCode":"260","status":"` + state +
			`","updatedAt":"2026-11-20T09:00:00Z"}]`
	}
	over := strings.Replace(result("id-1", "t-1"), "T12:30", "T11:30", 1)
	for name, tt := range map[string]struct {
		in    string
		args  []string
		api   *seer
		asked string
		out   string
		exit  int
	}{
		"by the token": {
			result("id-1", "t-1"), nil, &seer{},
			"token t-1", "id-1\tawaiting customer (expires at 12:30:00)", ExitNotAuthorised,
		},
		"by the token, and then by the number": {
			result("id-1", "t-1") + "id-1 529.982.247-25\n", nil,
			&seer{byQuery: map[string]string{person: consent("id-1", "AUTHORISED")}},
			"token t-1, consents " + person, "id-1\tNubank: authorised (2026-11-20 09:00:00)", ExitOK,
		},
		"a refused token, and then the number": {
			result("id-1", "t-1") + "id-1;52998224725\n", nil, &seer{byToken: map[string]string{"t-1": "401"}},
			"token t-1, consents " + person, "id-1\tawaiting customer (expires at 12:30:00)", ExitNotAuthorised,
		},
		"a refused token alone": {
			result("id-1", "t-1"), nil, &seer{byToken: map[string]string{"t-1": "401"}},
			"token t-1", "id-1\tnot followed", ExitNotAuthorised,
		},
		"an old link without a number": {over, nil, &seer{}, "", "id-1\tnot followed", ExitNotAuthorised},
		"an old link that nobody opened": {
			over + "id-1,52998224725", nil, &seer{}, "consents " + person, "id-1\tnobody came", ExitNotAuthorised,
		},
		"a person's number": {
			"52998224725\n",
			[]string{"id-1"},
			&seer{byQuery: map[string]string{person: consent("id-1", "REJECTED")}},
			"consents " + person, "id-1\tNubank: refused (2026-11-20 09:00:00)", ExitNotAuthorised,
		},
		"a company's number": {
			"11.222.333/0001-81",
			[]string{"id-1"},
			&seer{byQuery: map[string]string{company: consent("id-1", "AUTHORISED")}},
			"consents " + company, "id-1\tNubank: authorised (2026-11-20 09:00:00)", ExitOK,
		},
		"a company with its representative": {
			`{"linkId":"id-1","personalTaxId":"52998224725","businessTaxId":"11222333000181"}`, nil, &seer{},
			"consents " + company, "id-1\tnot followed", ExitNotAuthorised,
		},
		"another link of the customer": {
			"52998224725\n",
			[]string{"id-1"},
			&seer{byQuery: map[string]string{person: consent("id-2", "AUTHORISED")}},
			"consents " + person, "id-1\tnot followed", ExitNotAuthorised,
		},
		"a partner who may not read consents": {
			result("id-1", "t-1") + "id-1 52998224725", nil, &seer{byQuery: map[string]string{person: "403"}},
			"token t-1, consents " + person, "id-1\tawaiting customer (expires at 12:30:00)", ExitNotAuthorised,
		},
		"several banks": {
			result("id-1", "t-1"), nil, &seer{byToken: map[string]string{"t-1": `[
				{"institutionCode":"260","name":"Nubank","status":"REJECTED"},
				{"institutionCode":"341","name":"","status":"AUTHORISED"}]`}},
			"token t-1", "id-1\tNubank: refused (12:00:00); Itaú: authorised (12:00:00)", ExitOK,
		},
	} {
		var r ended
		synctest.Test(t, func(t *testing.T) {
			r = commanded(t.Context(), tt.api.env(), tt.in, append([]string{"status", "--lang", "en"}, tt.args...)...)
		})
		if asked := strings.Join(tt.api.asked, ", "); asked != tt.asked {
			t.Errorf("%s: asked %q, want %q", name, asked, tt.asked)
		}
		if r.out != tt.out+"\n" || r.status != tt.exit || (r.err != "") != strings.Contains(tt.out, "not followed") {
			t.Errorf("%s: %d %q, want %q\n%s", name, r.status, r.out, tt.out, r.err)
		}
	}
}

func TestALinkThatCannotBeLookedAtIsAnErrorWithTheStatusOfTheFirst(t *testing.T) {
	for body, want := range map[string]int{"500": ExitFailed, "429": ExitFailed, "401": ExitCredentials} {
		s := &seer{
			byToken: map[string]string{"t-2": atItau("AUTHORISED")},
			byQuery: map[string]string{"personalTaxId=52998224725": body},
		}
		in := "id-1 52998224725\n" + result("id-2", "t-2")
		synctest.Test(t, func(t *testing.T) {
			env := s.env()
			env.Clock = bubble{time.Now()}
			env.Getenv = getenv("KLAVI_ACCESS_TOKEN", "partner")
			r := commanded(t.Context(), env, strings.Replace(in, "2026-11-23", "2999-11-23", 1), "status", "--json")
			list := strings.Split(r.out, "\n")
			var v struct {
				LinkID string
				Error  *errorBody
			}
			if err := json.Unmarshal([]byte(list[0]), &v); err != nil || v.LinkID != "id-1" || v.Error == nil ||
				len(list) != 3 || !strings.Contains(list[1], `"status":"authorised"`) || r.status != want {
				t.Errorf("%s: %d, want %d: %s", body, r.status, want, r.out)
			}
		})
	}
}

func TestStatusWithWaitStaysUntilTheEndUnderTheBudget(t *testing.T) {
	for name, tt := range map[string]struct {
		acts map[time.Duration]string
		exit int
		end  string
		said int
	}{
		"authorised": {map[time.Duration]string{0: "STARTED", time.Minute: "AUTHORISED"}, ExitOK, "authorised", 2},
		"refused":    {map[time.Duration]string{time.Minute: "REJECTED"}, ExitNotAuthorised, "refused", 1},
		"nothing":    {nil, ExitNotAuthorised, "expired", 0},
	} {
		synctest.Test(t, func(t *testing.T) {
			c := &customers{acts: []map[time.Duration]string{tt.acts, tt.acts, tt.acts}}
			in := ""
			for _, id := range []string{"0", "1", "2"} {
				c.made = append(c.made, time.Now())
				in += strings.Replace(result("link-"+id, id), "2026-11-23T12:30:00Z",
					time.Now().Add(usualLife).UTC().Format(time.RFC3339), 1)
			}
			env := Env{Clock: bubble{time.Now()}, Transport: c, Getenv: getenv("KLAVI_ACCESS_TOKEN", "t")}
			r := commanded(t.Context(), env, in, "status", "--wait", "--json", "--lang", "en")
			if n := strings.Count(r.out, `"status":"`+tt.end+`"`); r.status != tt.exit || n != 3 ||
				strings.Count(r.out, "\n") != 3 || strings.Count(r.err, "link-1: Itaú: ") != tt.said {
				t.Errorf("%s: %d\n%s%s", name, r.status, r.out, r.err)
			}
			for i := 1; i < len(c.looks); i++ {
				if pause := c.looks[i].Sub(c.looks[i-1]); pause < lookEvery {
					t.Errorf("%s: look %d came %v after the last", name, i, pause)
				}
			}
		})
	}
}

func TestOneLookAtManyLinksKeepsTheBudgetToo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &seer{}
		in := ""
		for _, id := range []string{"a", "b", "c", "d"} {
			in += id + " 52998224725\n"
		}
		env := s.env()
		env.Clock = bubble{time.Now()}
		start := time.Now()
		if r := commanded(t.Context(), env, in, "status"); r.status != ExitNotAuthorised || len(s.asked) != 4 ||
			time.Since(start) != 3*time.Second {
			t.Errorf("%d, %d looks in %v", r.status, len(s.asked), time.Since(start))
		}
	})
}

func TestAWaitWithoutATokenEndsAfterTheLongestLifeOfALink(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &seer{}
		env := s.env()
		env.Clock = bubble{time.Now()}
		start := time.Now()
		r := commanded(t.Context(), env, "52998224725", "status", "id-1", "--wait", "--json")
		took := time.Since(start)
		if r.status != ExitNotAuthorised || !strings.Contains(r.out, `"status":"expired"`) ||
			strings.Contains(r.out, "expiresAt") || took < usualLife || took > usualLife+time.Minute {
			t.Errorf("%d after %v: %s", r.status, took, r.out)
		}
	})
}

func TestAWaitSaysThatTheCredentialsAreRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &seer{byQuery: map[string]string{"personalTaxId=52998224725": "401"}}
		env := s.env()
		env.Clock = bubble{time.Now()}
		r := commanded(t.Context(), env, "52998224725", "status", "id-1", "--wait", "--json")
		if r.status != ExitCredentials || !strings.Contains(r.out, `{"linkId":"id-1","error":{"kind":"auth"`) {
			t.Errorf("%d: %s%s", r.status, r.out, r.err)
		}
	})
}

func TestAnInterruptedStatusEndsWith130(t *testing.T) {
	for _, args := range [][]string{{"status"}, {"status", "--wait"}} {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 1500*time.Millisecond)
			defer cancel()
			s := &seer{}
			env := s.env()
			env.Clock = bubble{time.Now()}
			r := commanded(ctx, env, "a 52998224725\nb 52998224725\nc 52998224725\n", args...)
			if r.status != ExitAbandoned {
				t.Errorf("%v: %d %s", args, r.status, r.err)
			}
		})
	}
}

func TestWhatAServerSaysOfALinkIsMadeHarmless(t *testing.T) {
	const bad = "\x1b\u202e\u009b"
	raw, _ := json.Marshal([]map[string]string{{"institutionCode": bad, "name": bad, "status": bad}})
	for _, args := range [][]string{{"status"}, {"status", "--json"}, {"status", "--wait"}} {
		synctest.Test(t, func(t *testing.T) {
			in, _ := json.Marshal(map[string]string{
				"linkId": "id" + bad, "linkToken": "t-1", "environment": "sandbox",
				"expiresAt": time.Now().Add(time.Minute).Format(time.RFC3339),
			})
			env := (&seer{byToken: map[string]string{"t-1": string(raw)}}).env()
			env.Clock = bubble{time.Now()}
			r := commanded(t.Context(), env, string(in), args...)
			if strings.ContainsAny(r.out+r.err, bad) || r.status != ExitNotAuthorised {
				t.Errorf("%v: %d %q %q", args, r.status, r.out, r.err)
			}
		})
	}
}
