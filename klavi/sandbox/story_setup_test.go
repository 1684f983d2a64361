package sandbox_test

import (
	"encoding/json"
	"net/http/httptest"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
)

// storied returns a sandbox that tells a story, whose time a test sets.
func storied(t *testing.T, story sandbox.Story) *box {
	t.Helper()
	b := &box{now: time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)}
	var err error
	b.Server, err = sandbox.New(sandbox.Config{Story: story, Now: func() time.Time { return b.now }})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// get asks for a page of the API.
func (b *box) get(t *testing.T, path, token string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest("GET", "http://127.0.0.1:8080/data/v1"+path, nil)
	r.Header.Set("Authorization", "Bearer "+token)
	w := httptest.NewRecorder()
	b.ServeHTTP(w, r)
	return w
}

// tryStatuses returns the states of a link, unless the network fails.
func (b *box) tryStatuses(t *testing.T, token string) (list []klavi.ConsentStatus, ok bool) {
	t.Helper()
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	var found []klavi.InstitutionStatus
	if err := json.Unmarshal(b.get(t, "/links/institutions/status", token).Body.Bytes(), &found); err != nil {
		return nil, false
	}
	for _, s := range found {
		list = append(list, s.Status)
	}
	return list, true
}
