package ui_test

import (
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
)

// wire records what goes over the network.
type wire struct {
	mu       sync.Mutex
	requests []string
	dials    int
}

func (w *wire) seen() ([]string, int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.requests), w.dials
}

// The token and the connection are there before they are needed, so the agent waits
// for one round trip.
func TestCreatingALinkSendsOneRequestOverAnOpenConnection(t *testing.T) {
	clock := newClock()
	box, err := sandbox.New(sandbox.Config{Now: clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	var record wire
	lookedUp := make(chan struct{})
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		record.mu.Lock()
		record.requests = append(record.requests, r.Method+" "+r.URL.Path)
		record.mu.Unlock()
		box.ServeHTTP(w, r)
		if r.URL.Path == "/data/v1/consents" {
			close(lookedUp)
		}
	}))
	server.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew {
			record.mu.Lock()
			record.dials++
			record.mu.Unlock()
		}
	}
	server.Start()
	transport := klavi.NewTransport()
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		server.Close()
	})
	client, err := klavi.New(klavi.Config{
		BaseURL: server.URL, AccessKey: sandbox.DemoAccessKey, SecretKey: sandbox.DemoSecretKey,
		Now: clock.Now, Transport: transport,
	})
	if err != nil {
		t.Fatal(err)
	}
	w := start(t, setup{client: client, clock: clock})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", ctrlS)
	w.sees("Confira")
	// The answer to the authentication may still be on its way; its request is
	// not among those that are counted.
	if err := client.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	<-lookedUp // the customer's consents, while the document was typed
	before, dials := record.seen()
	w.press(enter)
	w.scans("")
	after, dialsAfter := record.seen()
	if got, want := after[len(before):], []string{"POST /data/v1/links"}; !slices.Equal(got, want) || dialsAfter != dials {
		t.Errorf("%q over %d new connections, want %q over none", got, dialsAfter-dials, want)
	}
	if want := []string{"POST /data/v1/auth", "GET /data/v1/consents"}; !slices.Equal(before, want) {
		t.Errorf("before: %q, want %q", before, want)
	}
}
