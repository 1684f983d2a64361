package sandbox_test

import (
	"context"
	"encoding/json"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/callback/deliver"
	"klavilink/klavi/sandbox"
)

// lasting is a transport that needs a second to end when its context has ended.
type lasting struct{}

func (lasting) RoundTrip(r *http.Request) (*http.Response, error) {
	return nil, lastingSleep(r.Context(), 0)
}

func lastingSleep(ctx context.Context, _ time.Duration) error {
	<-ctx.Done()
	time.Sleep(time.Second)
	return ctx.Err()
}

func TestRunReturnsWhenItsDeliveriesAndItsStoriesHaveEnded(t *testing.T) {
	for name, cfg := range map[string]sandbox.Config{
		"a delivery": {Callbacks: sandbox.Callbacks{Events: events, Sender: deliver.Sender{Transport: lasting{}}}},
		"a story":    {Story: sandbox.StoryAuthorised, Sleep: lastingSleep},
	} {
		synctest.Test(t, func(t *testing.T) {
			begin := time.Now()
			cfg.Callbacks.Sender.Steady = func() time.Duration { return time.Since(begin) }
			server, err := sandbox.New(cfg)
			if err != nil {
				t.Fatal(err)
			}
			b := &box{Server: server}
			l := b.link(t)
			ctx, cancel := context.WithCancel(t.Context())
			ended := make(chan struct{})
			go func() {
				defer close(ended)
				server.Run(ctx)
			}()
			synctest.Wait()
			cancel()
			<-ended
			if took := time.Since(begin); took != time.Second {
				t.Errorf("%s: it ended after %v", name, took)
			}
			if list := b.statuses(t, l["linkToken"].(string)); len(list) != 0 {
				t.Errorf("%s: the story went on: %v", name, list)
			}
		})
	}
}

// consentsOf asks for the consents of a customer.
func consentsOf(t *testing.T, b *box, token, query string) (list []klavi.Consent) {
	t.Helper()
	if err := json.Unmarshal(b.get(t, "/consents?"+query, token).Body.Bytes(), &list); err != nil {
		t.Fatal(err)
	}
	return list
}

func TestWhoHasAuthorisedBeforeDidSoWithALinkOfTheirOwn(t *testing.T) {
	b := storied(t, sandbox.StoryAlreadyAuthorised)
	token := b.accessToken(t)
	for query, want := range map[string]string{
		"personalTaxId=52998224725": "52998224725 ", "businessTaxId=11222333000181": " 11222333000181",
	} {
		first := consentsOf(t, b, token, query)
		b.link(t)
		again := consentsOf(t, b, token, query)
		if len(first) != 1 || len(again) != 1 || first[0].ID != again[0].ID || first[0].LinkID == "" {
			t.Fatalf("%s: %+v and then %+v", query, first, again)
		}
		if got := first[0].PersonalTaxID + " " + first[0].BusinessTaxID; got != want {
			t.Errorf("%s: %s", query, got)
		}
	}
}
