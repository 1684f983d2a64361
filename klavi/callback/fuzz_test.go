package callback

import (
	"encoding/json"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
)

// A body that is written again is JSON, stays as it is when it is written once more, and
// means the same to Go, except where Go cannot say what JavaScript says.
func FuzzABodyWrittenAgainMeansTheSame(f *testing.F) {
	for _, s := range []string{event, `[1.50,-0,1e-9]`, `{"b":1,"2":"é\u00e9\ud800"}`, `{"a":{"a":[]}}`, ` "\/" `} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		once, ok := stringify(body)
		if !ok {
			return
		}
		twice, ok := stringify(once)
		if !ok || string(twice) != string(once) {
			t.Fatalf("%q became %q and then %q", body, once, twice)
		}
		var before, after any
		if json.Unmarshal(body, &before) != nil {
			return // a number that is too large for Go, which JavaScript writes as null
		}
		if err := json.Unmarshal(once, &after); err != nil || !reflect.DeepEqual(before, after) {
			if !strings.Contains(string(body), `\u`) { // Go joins names that differ in halves of pairs
				t.Errorf("%q means %v, %q means %v", body, before, once, after)
			}
		}
	})
}

// No body, signature and key make a panic, and what Sign signs is what Verify takes.
func FuzzReadTakesWhatIsSignedAndNothingElse(f *testing.F) {
	f.Add(event, Sign([]byte(event), key))
	f.Add(`[{"eventId":"1"},{"productReportId":"2"}]`, "")
	f.Add(`{"data":{"productReportId":"2","links":[{}]}}`, "00")
	f.Fuzz(func(t *testing.T, body, signature string) {
		own := signed(body)
		if _, err := Read(own, key); reason(err) != 0 && reason(err) != NotJSON && reason(err) != TooLarge {
			t.Errorf("%q: %v", body, err)
		}
		r := httptest.NewRequest("POST", "/", strings.NewReader(body))
		r.Header[SignatureHeader] = []string{signature}
		_, err := Read(r, key)
		again, _ := stringify([]byte(body))
		mine := strings.EqualFold(signature, Sign([]byte(body), key)) || strings.EqualFold(signature, Sign(again, key))
		if forged := reason(err) == Forged || reason(err) == Malformed || reason(err) == Unsigned; forged == mine {
			t.Errorf("%q with %q: %v", body, signature, err)
		}
	})
}
