package text_test

import (
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/text"
)

func TestEveryStateAndEveryCodeIsExplainedInItsOwnWords(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		c := text.For(lang)
		seen := map[string]string{}
		check := func(name string, e text.Explanation) {
			if other := seen[e.Means]; other != "" || e.Means == "" || e.Next == "" || c.Whose(e.Turn) == "" {
				t.Errorf("%s, %s: %+v, as %s", lang, name, e, other)
			}
			seen[e.Means] = name
		}
		for _, s := range []klavi.ConsentStatus{
			klavi.Started, klavi.AwaitingBank, klavi.AwaitingLGPD, klavi.Authorised, klavi.Rejected,
			klavi.Failed, klavi.Expired, klavi.Revoked, klavi.DeletedByCustomer, "PAUSED",
		} {
			check(string(s), c.ExplainState(s))
		}
		for code := klavi.CodeInvalidAuthorisation; code <= klavi.CodeNeedsKYC; code++ {
			check(klavi.CodeText(code), c.ExplainCode(code))
		}
		for _, code := range []int{klavi.CodeInvalidAuthorisation - 1, klavi.CodeNeedsKYC + 1} {
			if e := c.ExplainCode(code); !strings.Contains(e.Means, "40") || e.Next == "" {
				t.Errorf("%s, %d: %+v", lang, code, e)
			}
		}
	}
}

func TestTheTurnIsThatOfWhoeverCanDoSomething(t *testing.T) {
	c := text.For(text.English)
	for s, want := range map[klavi.ConsentStatus]text.Turn{
		klavi.Started: text.TurnCustomer, klavi.AwaitingBank: text.TurnCustomer, klavi.AwaitingLGPD: text.TurnCustomer,
		klavi.Rejected: text.TurnCustomer, klavi.Failed: text.TurnCustomer, klavi.Expired: text.TurnCustomer,
		klavi.Authorised: text.TurnNobody, klavi.Revoked: text.TurnYou, klavi.DeletedByCustomer: text.TurnYou,
		"PAUSED": text.TurnYou,
	} {
		if got := c.ExplainState(s).Turn; got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
	for code, want := range map[int]text.Turn{
		klavi.CodeInvalidAuthorisation: text.TurnYou, klavi.CodeConsentLimit: text.TurnCustomer,
		klavi.CodeInvalidInstitution: text.TurnYou, klavi.CodeProductRequest: text.TurnKlavi,
		klavi.CodeNoConsent: text.TurnCustomer, klavi.CodeNeedsKYC: text.TurnCustomer, 1234: text.TurnYou,
	} {
		if got := c.ExplainCode(code).Turn; got != want {
			t.Errorf("%d: %s, want %s", code, got, want)
		}
	}
	names := map[string]bool{}
	for _, turn := range []text.Turn{text.TurnCustomer, text.TurnYou, text.TurnKlavi, text.TurnNobody} {
		names[c.Whose(turn)] = true
	}
	if len(names) != 4 {
		t.Errorf("%v", names)
	}
}
