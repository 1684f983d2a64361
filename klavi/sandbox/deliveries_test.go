package sandbox_test

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/callback"
	"klavilink/klavi/callback/deliver"
	"klavilink/klavi/sandbox"
)

func TestTheCallbacksOfALinkAreAboutThatLinkAndItsConsent(t *testing.T) {
	var link, consent string
	cfg := sandbox.Config{Callbacks: sandbox.Callbacks{Events: events, Reports: "https://r.example/"}}
	got := delivering(t, cfg, 200, func(t *testing.T, b *box) {
		token := b.accessToken(t)
		_, l := b.ask(t, "POST", "/links", token, `{"personalTaxId":"52998224725","externalInfo":{"my":"own"}}`)
		link = l["linkId"].(string)
		synctest.Wait()
		if err := b.SetStatus(link, "260", klavi.Authorised); err != nil {
			t.Error(err)
		}
		consent = consentsOf(t, b, token, "personalTaxId=52998224725")[0].ID
	})
	announced := ""
	for i, r := range got {
		items, err := callback.Parse([]byte(r.body))
		if err != nil || items[0].LinkID != link || !strings.Contains(r.body, `"externalInfo":{"my":"own"}`) {
			t.Errorf("not about the link, %v: %s", err, r.body)
		}
		if report := items[0].Report; i == 1 || report {
			if !strings.Contains(r.body, `"consentId":"`+consent+`"`) || !strings.Contains(r.body, `"institutionCode":"260"`) {
				t.Errorf("not about the consent: %s", r.body)
			}
			named := `"productName":"` + items[0].Name + `","productReportId":"` + items[0].Key + `"`
			if report && !strings.Contains(announced, named) {
				t.Errorf("%s is not announced by %s", items[0].Name, announced)
			}
		}
		announced = r.body
	}
	if len(got) != 7 {
		t.Errorf("%d callbacks", len(got))
	}
}

func TestEachCallbackIsJSONAndSaysWhenItWasSent(t *testing.T) {
	cfg := sandbox.Config{Callbacks: sandbox.Callbacks{Events: events, Reports: "https://r.example/"}}
	for _, r := range delivering(t, cfg, 200, authorise(`{"personalTaxId":"52998224725"}`)) {
		at, kind := r.header.Get(callback.TimestampHeader), r.header.Get("Content-Type")
		if at != "946684800" || kind != "application/json" { // a bubble of time begins with the year 2000
			t.Errorf("%s: %s at %s", r.to, kind, at)
		}
	}
}

func TestARegulatedInstitutionGetsEachStateOfAConsent(t *testing.T) {
	cfg := sandbox.Config{Callbacks: sandbox.Callbacks{Events: events, Regulated: true}}
	got := delivering(t, cfg, 200, func(t *testing.T, b *box) {
		id := b.link(t)["linkId"].(string)
		synctest.Wait()
		if err := b.SetStatus(id, "260", klavi.Rejected); err != nil {
			t.Error(err)
		}
	})
	if len(got) != 2 || !strings.Contains(got[1].body, `"actionStatus":"consent_rejected"`) {
		t.Errorf("%+v", got)
	}
}

// slow is a transport whose answers take a second. It keeps how many were under way at
// a time.
type slow struct {
	mu             sync.Mutex
	now, most, all int
}

// count counts requests that begin, or end if by is -1.
func (s *slow) count(by int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now += by
	s.all += max(by, 0)
	s.most = max(s.most, s.now)
}

func (s *slow) RoundTrip(r *http.Request) (*http.Response, error) {
	s.count(1)
	defer s.count(-1)
	time.Sleep(time.Second)
	return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody, Request: r}, nil
}

func TestAtMostSixteenCallbacksAreUnderWayAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begin, transport := time.Now(), &slow{}
		server, err := sandbox.New(sandbox.Config{Now: time.Now, Callbacks: sandbox.Callbacks{
			Events: events,
			Sender: deliver.Sender{Transport: transport, Steady: func() time.Duration { return time.Since(begin) }},
		}})
		if err != nil {
			t.Fatal(err)
		}
		for range 40 {
			(&box{Server: server}).link(t)
		}
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		go server.Run(ctx)
		server.Settle(ctx)
		took := time.Since(begin)
		if transport.most != 16 || transport.all != 40 || took != 3*time.Second {
			t.Errorf("%d of %d at a time, in %v", transport.most, transport.all, took)
		}
	})
}

func TestAReportWithoutAnAddressIsNotAnnounced(t *testing.T) {
	cfg := sandbox.Config{Callbacks: sandbox.Callbacks{Events: events}}
	request := `{"personalTaxId":"52998224725","productsCallbackURL":{"pf_loans":"https://l.example/"}}`
	got := delivering(t, cfg, 200, authorise(request))
	const want = "link_created to events.example/e\nconsent_authorised to events.example/e\n" +
		"product_request_received to events.example/e\nproduct_generated_success to events.example/e\n" +
		"pf_loans to l.example/"
	if names := listed(t, got); names != want {
		t.Errorf("got\n%s\nwant\n%s", names, want)
	}
}
