package cli

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/text"
)

// explained runs doctor with an argument and returns the JSON object.
func explainedBy(t *testing.T, env Env, in string, args ...string) (o explainedObject, status int) {
	t.Helper()
	r := commanded(t.Context(), env, in, append([]string{"doctor", "--json", "--lang", "en"}, args...)...)
	if err := json.Unmarshal([]byte(r.out), &o); err != nil || r.err != "" {
		t.Fatalf("%v: %q %q", err, r.out, r.err)
	}
	return o, r.status
}

func TestDoctorExplainsCodesAndStatesWithoutAskingAnybody(t *testing.T) {
	words := text.For("en")
	env := Env{Transport: untouched(t)}
	for code := klavi.CodeInvalidAuthorisation; code <= klavi.CodeNeedsKYC; code++ {
		o, status := explainedBy(t, env, "", fmt.Sprint(code))
		e := words.ExplainCode(code)
		if status != ExitOK || o != (explainedObject{Code: code, Means: e.Means, Turn: e.Turn, Next: e.Next}) {
			t.Errorf("%d: %d %+v", code, status, o)
		}
	}
	for arg, want := range map[string]klavi.ConsentStatus{
		"REJECTED": klavi.Rejected, "authorized": klavi.Authorised, "awaiting_lgpd_authorisation": klavi.AwaitingLGPD,
		"STARTED": klavi.Started, "AWAITING_AUTHORISATION": klavi.AwaitingBank, "ERROR": klavi.Failed,
		"EXPIRED": klavi.Expired, "REVOKED": klavi.Revoked, "DELETED_BY_USER": klavi.DeletedByCustomer,
	} {
		o, status := explainedBy(t, env, "", arg)
		e := words.ExplainState(want)
		if status != ExitOK || o != (explainedObject{State: want, Means: e.Means, Turn: e.Turn, Next: e.Next}) {
			t.Errorf("%s: %d %+v", arg, status, o)
		}
	}
}

func TestDoctorExplainsWhereALinkStands(t *testing.T) {
	words := text.For("en")
	e := &words.CLI.Tools.Explained
	old := strings.Replace(result("id-1", "t-1"), "T12:30", "T11:30", 1)
	for name, tt := range map[string]struct {
		in, body      string
		status, state string
		want          text.Advice
		turn          text.Turn
	}{
		"refused": {result("id-1", "t-1"), atItau("REJECTED"), "refused", "REJECTED", e.Rejected, text.TurnCustomer},
		"authorised": {
			result("id-1", "t-1"), atItau("AUTHORISED"), "authorised", "AUTHORISED", e.Authorised, text.TurnNobody,
		},
		"a new state": {result("id-1", "t-1"), atItau("PAUSED"), "pending", "PAUSED", e.New, text.TurnYou},
		"waiting":     {result("id-1", "t-1"), "", "pending", "", e.Waiting, text.TurnCustomer},
		"nobody came": {old + "id-1 52998224725", "", "expired", "", e.Nobody, text.TurnYou},
		"nothing":     {"52998224725", "", "unknown", "", e.Unseen, text.TurnYou},
	} {
		s := &seer{byToken: map[string]string{"t-1": tt.body}}
		o, status := explainedBy(t, s.env(), tt.in, "id-1")
		want := explainedObject{
			LinkID: "id-1", Status: tt.status, State: klavi.ConsentStatus(tt.state),
			Means: tt.want.Means, Turn: tt.turn, Next: tt.want.Next,
		}
		if status != ExitOK || o != want {
			t.Errorf("%s: %d %+v, want %+v", name, status, o, want)
		}
	}
}

func TestTheExplanationForPeopleHasALineForEachPart(t *testing.T) {
	s := &seer{byToken: map[string]string{"t-1": atItau("REJECTED")}}
	r := commanded(t.Context(), s.env(), result("id-1", "t-1"), "doctor", "id-1")
	var labels []string
	for line := range strings.Lines(r.out) {
		labels = append(labels, strings.TrimSpace(string([]rune(line)[:16])))
	}
	if got := strings.Join(labels, ", "); got != "LINKID, situação, o que houve, de quem é a vez, o que fazer" ||
		!strings.Contains(r.out, "situação         Itaú: recusado (12:00:00)\n") || r.status != ExitOK {
		t.Errorf("%d %q\n%s", r.status, got, r.out)
	}
}

func TestDoctorThatCannotExplainALinkSaysWhy(t *testing.T) {
	refused := &seer{byQuery: map[string]string{"personalTaxId=52998224725": "401"}}
	for name, tt := range map[string]struct {
		env    Env
		in     string
		args   []string
		status int
	}{
		"a secret":       {Env{Transport: untouched(t)}, "", []string{"https://klavi.ai/x"}, ExitUsage},
		"a document":     {Env{Transport: untouched(t)}, "", []string{"52998224725"}, ExitUsage},
		"an ID alone":    {Env{Transport: untouched(t)}, "", []string{"id-1"}, ExitUsage},
		"two IDs":        {Env{Transport: untouched(t)}, "", []string{"id-1", "id-2"}, ExitUsage},
		"with the demo":  {Env{Transport: untouched(t)}, "52998224725", []string{"id-1", "--demo"}, ExitUsage},
		"no credentials": {Env{Transport: untouched(t)}, "52998224725", []string{"id-1"}, ExitCredentials},
		"refused":        {refused.env(), "52998224725", []string{"id-1"}, ExitCredentials},
		"a bad profile":  {Env{Getenv: getenv("KLAVI_ENV", "x")}, "52998224725", []string{"id-1"}, ExitUsage},
		"no answer at all": {Env{
			Transport: &recorder{answer: func(*http.Request) (*http.Response, error) { return nil, errNotSeen }},
			Getenv:    getenv("KLAVI_ACCESS_TOKEN", "t"),
		}, result("id-1", "t"), []string{"id-1"}, ExitFailed},
	} {
		r := commanded(t.Context(), tt.env, tt.in, append([]string{"doctor", "--json"}, tt.args...)...)
		var got struct{ Error *errorBody }
		if err := json.Unmarshal([]byte(r.out), &got); err != nil || got.Error == nil || r.status != tt.status {
			t.Errorf("%s: %d %s", name, r.status, r.out)
		}
	}
}
