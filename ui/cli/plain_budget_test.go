package cli

import (
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// The budget doubles its pause up to a minute. The client may repeat a request within a
// look.
func TestPlainQuestionsLeaveAnAPIAloneThatHasTooManyRequests(t *testing.T) {
	const most = 2 * (4 + 10) // two requests a look: four looks in the first minute, then one a minute
	synctest.Test(t, func(t *testing.T) {
		start, requests := time.Now(), 0
		api := told{&customers{acts: make([]map[time.Duration]string, 1)}, func(*http.Request) (int, string) {
			if time.Since(start) < 10*time.Minute {
				requests++
				return http.StatusTooManyRequests, `{"statusCode":429,"message":"Too Many Requests"}`
			}
			return http.StatusOK, `[{"institutionCode":"341","name":"Itaú","status":"AUTHORISED"}]`
		}}
		if r := asksPlainly(t, api); r.status != ExitOK || requests > most || requests < 5 {
			t.Errorf("%d requests\n%s", requests, r)
		}
		time.Sleep(time.Hour) // for the waits that were left to themselves
	})
}
