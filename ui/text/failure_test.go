package text_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/text"
)

func TestACauseThatIsNotOfTheAPIHasTwoHundredCharactersAtMost(t *testing.T) {
	for length, want := range map[int]int{1: 1, 199: 199, 200: 200, 201: 200, 900: 200} {
		f := text.For("pt").Failure(errors.New(strings.Repeat("é", length)))
		if got := len([]rune(f.Cause)); got != want || f.Next != "" || f.Said != "" {
			t.Errorf("%d characters became %d: %+v", length, got, f)
		}
	}
}

func TestAWaitIsNamedIfItHasAWholeSecond(t *testing.T) {
	c := text.For("pt")
	for wait, want := range map[time.Duration]string{
		0:                      c.API.NextWait,
		999 * time.Millisecond: c.API.NextWait,
		time.Second:            fmt.Sprintf(c.API.NextWaitF, 1),
		90 * time.Second:       fmt.Sprintf(c.API.NextWaitF, 90),
	} {
		if got := c.Failure(&klavi.Error{Kind: klavi.KindRate, RetryAfter: wait}).Next; got != want {
			t.Errorf("%v: %q, want %q", wait, got, want)
		}
	}
}

func TestTheAPIsWordsAreJoined(t *testing.T) {
	for want, said := range map[string][]string{"": nil, "one": {"one"}, "one · two": {"one", "two"}} {
		for _, kind := range []klavi.Kind{klavi.KindAuth, klavi.KindInput, klavi.KindNetwork, klavi.KindServer} {
			if got := text.For("en").Failure(&klavi.Error{Kind: kind, Messages: said}).Said; got != want {
				t.Errorf("%s: %q, want %q", kind, got, want)
			}
		}
	}
}

func TestARuleOfTheAPIHasItsOwnWordsAndItsOwnAdvice(t *testing.T) {
	c := text.For("en")
	a := &c.API
	for code, want := range map[int]struct{ words, next string }{
		4000: {"", a.NextSupport},
		4001: {" " + a.Codes[0], a.NextSupport},
		4002: {" " + a.Codes[1], a.NextSupport},
		4003: {" " + a.Codes[2], a.NextConsent}, // the customer has too many consents
		4004: {" " + a.Codes[3], a.NextBank},    // the institution is in outage
		4005: {" " + a.Codes[4], a.NextSupport},
		4006: {" " + a.Codes[5], a.NextFields}, // the address for the reports is wrong
		4999: {"", a.NextSupport},
	} {
		f := c.Failure(&klavi.Error{Kind: klavi.KindBusiness, Status: 416, Code: code})
		if cause := fmt.Sprintf(a.BusinessF, code) + want.words; f.Cause != cause || f.Next != want.next {
			t.Errorf("%d: %q %q, want %q %q", code, f.Cause, f.Next, cause, want.next)
		}
	}
}
