package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestATallyCountsAllRequestsAndEachLinkOnceSinceItsStart(t *testing.T) {
	answered := 0
	asked := &tally{box: http.HandlerFunc(func(http.ResponseWriter, *http.Request) { answered++ })}
	ask := func(path, token string) {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Header.Set("Authorization", token)
		asked.ServeHTTP(httptest.NewRecorder(), r)
	}
	const status = "/data/v1/links/institutions/status"
	ask(status, "before the start")
	asked.restart()
	for _, token := range []string{"one", "two", "one"} {
		ask(status, token)
	}
	ask("/data/v1/consents", "partner")
	if requests, links := asked.read(); requests != 4 || links != 2 || answered != 5 {
		t.Errorf("%d requests, %d links, %d answers", requests, links, answered)
	}
}
