package sandbox_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http/httptest"
	"reflect"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
)

// list sends a request whose answer is a list, and returns the list.
func (b *box) list(t *testing.T, path, token string) []map[string]any {
	t.Helper()
	r := httptest.NewRequest("GET", "http://127.0.0.1:8080/data/v1"+path, nil)
	r.Header.Set("Authorization", "Bearer "+token)
	w := httptest.NewRecorder()
	b.ServeHTTP(w, r)
	var list []map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &list); err != nil || list == nil {
		t.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	return list
}

// set makes a link, sets the state at an institution, and returns the ID of the link.
func (b *box) set(t *testing.T, request, institution string, status klavi.ConsentStatus) string {
	t.Helper()
	code, link := b.ask(t, "POST", "/links", b.accessToken(t), request)
	if code != 200 {
		t.Fatalf("%d %v", code, link)
	}
	id := link["linkId"].(string)
	if err := b.SetStatus(id, institution, status); err != nil {
		t.Fatal(err)
	}
	return id
}

func TestAConsentSaysWhoGaveItAndForHowLong(t *testing.T) {
	b := newBox(t)
	b.now = time.Date(2026, 11, 23, 11, 0, 0, 123456789, time.FixedZone("west", -3*60*60))
	id := b.set(t, `{"personalTaxId":"52998224725","businessTaxId":"11222333000181"}`, "260", klavi.Started)
	want := map[string]any{
		"linkId": id, "personalTaxId": "52998224725", "businessTaxId": "11222333000181",
		"institutionCode": "260", "status": "STARTED", "permissionsGranted": []any{},
		"createdAt": "2026-11-23T14:00:00.123Z", "updatedAt": "2026-11-23T14:00:00.123Z",
		"expireAt": "2027-11-23T14:00:00.123Z",
	}
	consents := func() map[string]any {
		t.Helper()
		list := b.list(t, "/consents?businessTaxId=11222333000181", b.accessToken(t))
		if len(list) != 1 || !isUUID(list[0]["consentId"]) {
			t.Fatalf("%v", list)
		}
		delete(list[0], "consentId")
		return list[0]
	}
	if got := consents(); !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	b.now = b.now.Add(time.Minute)
	if err := b.SetStatus(id, "260", klavi.Authorised); err != nil {
		t.Fatal(err)
	}
	want["status"], want["updatedAt"] = "AUTHORISED", "2026-11-23T14:01:00.123Z"
	want["permissionsGranted"] = []any{"REGISTRATION_ALL", "ACCOUNTS_ALL"}
	if got := consents(); !reflect.DeepEqual(got, want) {
		t.Errorf("authorised: %v, want %v", got, want)
	}
}

func TestConsentsAreThoseOfOneCustomerOldestFirst(t *testing.T) {
	b := newBox(t)
	for _, c := range []struct{ request, institution string }{
		{`{"personalTaxId":"52998224725"}`, "341"},
		{`{"personalTaxId":"76109277673"}`, "001"},
		{`{"personalTaxId":"52998224725","businessTaxId":"11222333000181"}`, "237"},
		{`{"personalTaxId":"52998224725"}`, "260"},
		{`{"personalTaxId":"52998224725"}`, "033"},
		{`{"personalTaxId":"52998224725"}`, "104"},
		{`{}`, "077"},
	} {
		b.set(t, c.request, c.institution, klavi.Started)
		b.now = b.now.Add(time.Second)
	}
	for query, want := range map[string]string{
		"personalTaxId=52998224725":                              "[341 260 033 104]", // not what they gave for the company
		"personalTaxId=76109277673":                              "[001]",
		"businessTaxId=11222333000181":                           "[237]",
		"personalTaxId=76109277673&businessTaxId=11222333000181": "[237]",
		"personalTaxId=11144477735":                              "[]",
		"businessTaxId=52998224725":                              "[]",
	} {
		codes := []string{}
		for _, c := range b.list(t, "/consents?"+query, b.accessToken(t)) {
			codes = append(codes, c["institutionCode"].(string))
		}
		if got := fmt.Sprint(codes); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
}

func TestConsentsOfNobodyAreRefused(t *testing.T) {
	b := newBox(t)
	for _, query := range []string{"", "?personalTaxId=", "?personalTaxId=&businessTaxId=", "?taxId=1"} {
		status, body := b.ask(t, "GET", "/consents"+query, b.accessToken(t), "")
		if status != 400 || body["message"] != "personalTaxId or businessTaxId should not be empty" {
			t.Errorf("%q: %d %v", query, status, body)
		}
	}
}

func TestACustomerMayHaveThreeAuthorisedConsentsAtAnInstitution(t *testing.T) {
	b := newBox(t)
	const customer = `{"personalTaxId":"52998224725"}`
	ask := func(institution string) string {
		status, body := b.ask(t, "POST", "/links", b.accessToken(t),
			`{"personalTaxId":"52998224725","institutionCode":"`+institution+`"}`)
		return fmt.Sprint(status, " ", body["statusCode"], " ", body["error"])
	}
	for _, other := range []klavi.ConsentStatus{klavi.Rejected, klavi.Started, klavi.Revoked} {
		b.set(t, customer, "260", other) // only authorised ones count
	}
	b.set(t, customer, "341", klavi.Authorised) // and only those at the institution
	for n := range 3 {
		if got := ask("260"); got != "200 <nil> <nil>" {
			t.Errorf("with %d: %s", n, got)
		}
		b.set(t, customer, "260", klavi.Authorised)
	}
	if got := ask("260"); got != "416 4003 Business Error" {
		t.Errorf("with three: %s", got)
	}
	if got := ask("341"); got != "200 <nil> <nil>" {
		t.Errorf("at another institution: %s", got)
	}
}

func TestALinkIsForgottenTwoHoursAfterItExpired(t *testing.T) {
	b := newBox(t)
	id := b.set(t, `{}`, "260", klavi.Started)
	b.now = b.now.Add(2*time.Hour + 30*time.Minute)
	b.link(t) // old links are deleted when a new one is made
	if err := b.SetStatus(id, "260", klavi.Rejected); err != nil {
		t.Errorf("two hours after the end: %v", err)
	}
	b.now = b.now.Add(1)
	newest := b.link(t)["linkId"].(string)
	if err := b.SetStatus(id, "260", klavi.Rejected); !errors.Is(err, sandbox.ErrNoLink) {
		t.Errorf("later: %v", err)
	}
	if err := b.SetStatus(newest, "260", klavi.Started); err != nil {
		t.Errorf("the new link: %v", err)
	}
}
