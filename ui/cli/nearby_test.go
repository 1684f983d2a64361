package cli

import (
	"errors"
	"net/http"
	"testing"
)

// taking is a transport that answers everything.
type taking struct{}

func (taking) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody, Request: r}, nil
}

// The address in a link may be that of a company's real system.
func TestTheDemoSendsOnlyToThisMachineAndToTheHostThatTheUserNamed(t *testing.T) {
	n := nearby{taking{}, "https://hooks.example/klavi"}
	for address, want := range map[string]bool{
		"https://hooks.example/other":    true,
		"http://127.0.0.1:4242/":         true,
		"http://localhost:3000/x":        true,
		"http://hooks.example/klavi":     false,
		"https://other.example/":         false,
		"https://x.hooks.example/":       false,
		"https://hooks.example.evil.io/": false,
		"http://192.168.0.7/":            false,
	} {
		r, err := http.NewRequest(http.MethodPost, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := n.RoundTrip(r)
		if got := err == nil; got != want || !want && !errors.Is(err, errElsewhere) {
			t.Errorf("%s: %v, %v", address, resp, err)
		}
	}
}
