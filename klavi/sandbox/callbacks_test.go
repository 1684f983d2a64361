package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/callback"
	"klavilink/klavi/callback/deliver"
	"klavilink/klavi/sandbox"
)

// received is a callback that a receiver got.
type received struct {
	to, body string
	header   http.Header
	at       time.Duration
}

// receiver is a transport that keeps what it carries and answers with a status.
type receiver struct {
	begin  time.Time
	status int
	got    []received
}

func (r *receiver) RoundTrip(req *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(req.Body)
	r.got = append(r.got, received{req.URL.String(), string(body), req.Header, time.Since(r.begin)})
	return &http.Response{StatusCode: r.status, Body: http.NoBody, Header: http.Header{}, Request: req}, err
}

// delivering runs a sandbox that delivers, in a bubble of time, while do uses it, and
// returns what the receiver got within a minute after that.
func delivering(t *testing.T, cfg sandbox.Config, status int, do func(*testing.T, *box)) (got []received) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		begin := time.Now()
		r := &receiver{begin: begin, status: status}
		cfg.Now = time.Now
		cfg.Callbacks.Sender = deliver.Sender{Transport: r, Steady: func() time.Duration { return time.Since(begin) }}
		server, err := sandbox.New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() { defer close(ended); server.Run(ctx) }()
		do(t, &box{Server: server})
		time.Sleep(time.Minute)
		cancel()
		<-ended
		got = r.got
	})
	return got
}

// authorise makes a link with a request and authorises it at a bank.
func authorise(request string) func(*testing.T, *box) {
	return func(t *testing.T, b *box) {
		status, l := b.ask(t, "POST", "/links", b.accessToken(t), request)
		if status != 200 {
			t.Fatalf("%d %v", status, l)
		}
		synctest.Wait() // batches may overtake each other
		for range 2 {   // the second changes nothing
			if err := b.SetStatus(l["linkId"].(string), "260", klavi.Authorised); err != nil {
				t.Error(err)
			}
		}
	}
}

// listed returns "NAME to ADDRESS" for each item.
func listed(t *testing.T, got []received) string {
	t.Helper()
	var lines []string
	for _, r := range got {
		items, err := callback.Parse([]byte(r.body))
		if err != nil || len(items) != 1 || items[0].Key == "" || items[0].LinkID == "" {
			t.Fatalf("%s: %v %v", r.body, items, err)
		}
		if both := strings.Contains(r.body, "eventId") && items[0].Report; both {
			t.Errorf("a report with an eventId: %s", r.body)
		}
		lines = append(lines, items[0].Name+" to "+strings.TrimPrefix(r.to, "https://"))
	}
	return strings.Join(lines, "\n")
}

const events = "https://events.example/e"

func TestTheReportsGoToTheAddressesThatTheLinkNames(t *testing.T) {
	const head = "link_created to events.example/e\nconsent_authorised to events.example/e\n" +
		"product_request_received to events.example/e\n"
	report := func(code, to string) string {
		return "product_generated_success to events.example/e\n" + code + " to " + to
	}
	const checking, l3 = "pf_checking_account", "pf_categorized_checking_l3"
	for addresses, want := range map[string]string{
		`{"all":"https://a.example/"}`: report(checking, "a.example/") + "\n" + report(l3, "a.example/"),
		`{"pf_checking_account":"https://c.example/","other":"https://o.example/"}`: report(checking, "c.example/") + "\n" +
			report(l3, "o.example/"),
		`{"pf_checking_account":"https://c.example/","pf_loans":"https://l.example/"}`: report(checking, "c.example/") +
			"\n" + report(l3, "global.example/") + "\n" + report("pf_loans", "l.example/"),
		`{}`: report(checking, "global.example/") + "\n" + report(l3, "global.example/"),
	} {
		cfg := sandbox.Config{Callbacks: sandbox.Callbacks{Events: events, Reports: "https://global.example/"}}
		request := `{"personalTaxId":"52998224725","productsCallbackURL":` + addresses + `}`
		got := delivering(t, cfg, 200, authorise(request))
		if names := listed(t, got); names != head+want {
			t.Errorf("%s: got\n%s\nwant\n%s", addresses, names, head+want)
		}
		for _, r := range got {
			signature := r.header.Get(callback.SignatureHeader)
			if _, err := callback.Verify([]byte(r.body), signature, sandbox.DemoSecretKey); err != nil {
				t.Errorf("%s: %v", r.body, err)
			}
			if !strings.Contains(r.body, "52998224725") || !strings.Contains(r.body, "SAMPLE") {
				t.Errorf("not about this customer, or not marked as a sample: %s", r.body)
			}
		}
	}
}

func TestACompanyGetsReportsOfACompany(t *testing.T) {
	cfg := sandbox.Config{Callbacks: sandbox.Callbacks{Events: events, Reports: events}}
	got := delivering(t, cfg, 200, authorise(`{"personalTaxId":"52998224725","businessTaxId":"11222333000181"}`))
	if names := listed(t, got); !strings.Contains(names, "pj_checking_account") || strings.Contains(names, "pf_") {
		t.Errorf("%s", names)
	}
	for _, r := range got {
		both := strings.Contains(r.body, `"businessTaxId":"11222333000181"`) &&
			strings.Contains(r.body, `"personalTaxId":"52998224725"`)
		if event := strings.Contains(r.body, "eventId"); event && !both {
			t.Errorf("not about the company and its representative: %s", r.body)
		}
	}
}

func TestACallbackThatIsRefusedIsDeliveredAgainAsThePagesSay(t *testing.T) {
	for older, want := range map[bool]int{false: 6, true: 5} {
		cfg := sandbox.Config{Callbacks: sandbox.Callbacks{Events: events, Older: older}}
		got := delivering(t, cfg, 500, func(t *testing.T, b *box) { b.link(t) })
		if len(got) != want || got[1].at != 250*time.Millisecond || got[0].body != got[want-1].body {
			t.Errorf("older %v: %d deliveries, want %d", older, len(got), want)
		}
	}
}

func TestTheOlderPagesSignEventsOnly(t *testing.T) {
	cfg := sandbox.Config{Callbacks: sandbox.Callbacks{Events: events, Reports: "https://r.example/", Older: true}}
	for _, r := range delivering(t, cfg, 200, authorise(`{"personalTaxId":"52998224725"}`)) {
		signed, timed := r.header.Get(callback.SignatureHeader) != "", r.header.Get(callback.TimestampHeader) != ""
		if event := r.to == events; signed != event || timed != event {
			t.Errorf("%s: signed %v, with a time %v", r.to, signed, timed)
		}
	}
}

func TestARegulatedInstitutionGetsTheStatusOfTheLink(t *testing.T) {
	cfg := sandbox.Config{Callbacks: sandbox.Callbacks{Events: events, Regulated: true}}
	got := delivering(t, cfg, 200, authorise(`{"personalTaxId":"52998224725"}`))
	if names := listed(t, got); !strings.Contains(names, "link_action_status") || strings.Contains(names, "consent_") ||
		!strings.Contains(got[1].body, `"actionStatus":"consent_authorised"`) {
		t.Errorf("%s\n%s", names, got[1].body)
	}
}

func TestEachFinalStateHasItsEventAndTheOthersHaveNone(t *testing.T) {
	for status, want := range map[klavi.ConsentStatus]string{
		klavi.Started: "", klavi.AwaitingBank: "", klavi.AwaitingLGPD: "", klavi.Failed: "consent_error",
		klavi.Rejected: "consent_rejected", klavi.Expired: "consent_expired", klavi.Revoked: "consent_revoked",
		klavi.DeletedByCustomer: "consent_deleted_by_user",
	} {
		cfg := sandbox.Config{Callbacks: sandbox.Callbacks{Events: events, Reports: events}}
		got := delivering(t, cfg, 200, func(t *testing.T, b *box) {
			id := b.link(t)["linkId"].(string)
			synctest.Wait()
			if err := b.SetStatus(id, "260", status); err != nil {
				t.Error(err)
			}
		})
		names := strings.TrimPrefix(listed(t, got), "link_created to events.example/e")
		if want != "" {
			want = "\n" + want + " to events.example/e"
		}
		if names != want {
			t.Errorf("%s: %q, want %q", status, names, want)
		}
	}
}

func TestWithoutAnAddressForEventsNothingIsDelivered(t *testing.T) {
	got := delivering(t, sandbox.Config{Callbacks: sandbox.Callbacks{Reports: "https://r.example/"}}, 200,
		authorise(`{"productsCallbackURL":{"all":"https://a.example/"}}`))
	if len(got) > 0 {
		t.Errorf("%v", got)
	}
}

// Every name has a sample that is JSON, has an ID of its own and what it is about.
func TestEveryCallbackHasASample(t *testing.T) {
	what := sandbox.About{LinkID: "the-link", PersonalTaxID: "52998224725", InstitutionCode: "260"}
	now := time.Date(2026, 11, 23, 14, 0, 0, 5e6, time.UTC)
	keys := map[string]bool{}
	for _, name := range sandbox.CallbackNames() {
		body, report, err := sandbox.Sample(name, what, now)
		items, bad := callback.Parse(body)
		if err != nil || bad != nil || len(items) != 1 || items[0].Name != name || items[0].Report != report {
			t.Fatalf("%s: %s %+v %v %v", name, body, items, err, bad)
		}
		if items[0].Key == "" { // the events of Klavi's pages have a name and a payload only
			continue
		}
		timed := strings.Contains(string(body), "2026-11-23T14:00:00.005Z")
		if keys[items[0].Key] || items[0].LinkID != "the-link" || !timed {
			t.Errorf("%s: %s", name, body)
		}
		keys[items[0].Key] = true
	}
	if _, _, err := sandbox.Sample("nothing", what, now); !errors.Is(err, sandbox.ErrNoSample) {
		t.Errorf("%v", err)
	}
	if len(keys) < 40 {
		t.Error(fmt.Sprint(len(keys)) + " samples with an ID")
	}
}
