package klavi_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/validate"
)

// full is a request with a value for every field.
var full = klavi.LinkRequest{
	PersonalTaxID:   "76109277673",
	BusinessTaxID:   "12ABC34501DE35",
	Email:           "ana@exemplo.com",
	Phone:           "+5511987654321",
	InstitutionCode: "001",
	RedirectURL:     "https://exemplo.com/volta",
	ProductsCallbackURL: map[string]string{
		"pf_checking_account": "https://exemplo.com/cc",
		"other":               "https://exemplo.com/x",
	},
	ExternalInfo:      json.RawMessage(`{"ticket":"42","n":12345678901234567890}`),
	ConnectionKey:     "ck-1",
	AppLink:           "exemplo://volta",
	AppRedirectURLKey: "back",
}

func TestFieldsAreSentUnderTheirExactNamesAndEmptyFieldsAreNotSent(t *testing.T) {
	var got map[string]json.RawMessage
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = nil
		_ = json.NewDecoder(r.Body).Decode(&got)
		fmt.Fprint(w, `{"linkId":"1","linkToken":"t","linkURL":"https://x.example/p?v=t","expireIn":1800}`)
	})
	c := newClient(t, klavi.Config{BaseURL: url, AccessToken: "t"})
	for _, tt := range []struct {
		name string
		req  klavi.LinkRequest
		want map[string]string
	}{
		{"all", full, map[string]string{
			"personalTaxId":       `"76109277673"`,
			"businessTaxId":       `"12ABC34501DE35"`,
			"email":               `"ana@exemplo.com"`,
			"phone":               `"+5511987654321"`,
			"institutionCode":     `"001"`,
			"redirectURL":         `"https://exemplo.com/volta"`,
			"productsCallbackURL": `{"other":"https://exemplo.com/x","pf_checking_account":"https://exemplo.com/cc"}`,
			"externalInfo":        `{"ticket":"42","n":12345678901234567890}`,
			"connectionKey":       `"ck-1"`,
			"appLink":             `"exemplo://volta"`,
			"appRedirectURLKey":   `"back"`,
		}},
		{"none", klavi.LinkRequest{}, map[string]string{}},
		{"empty objects", klavi.LinkRequest{
			ProductsCallbackURL: map[string]string{},
			ExternalInfo:        json.RawMessage(" {} "),
		}, map[string]string{}},
	} {
		if _, err := c.CreateLink(t.Context(), tt.req); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(tt.want))) {
			t.Errorf("%s: %v", tt.name, slices.Sorted(maps.Keys(got)))
		}
		for k, v := range tt.want {
			if string(got[k]) != v {
				t.Errorf("%s: %s is %s, want %s", tt.name, k, got[k], v)
			}
		}
	}
}

func TestTheSandboxAcceptsEveryField(t *testing.T) {
	a := newAPI(t)
	l, err := a.client(t).CreateLink(t.Context(), full)
	if err != nil {
		t.Fatal(err)
	}
	if l.ExpireIn != 30*time.Minute || !l.ExpiresAt.Equal(a.clock.Now().Add(30*time.Minute)) || len(l.ID) != 36 {
		t.Errorf("%+v", l)
	}
	if n := len(l.URL.Reveal()); n < 230 || n > 700 {
		t.Errorf("a URL of %d bytes is not of a real link's size", n)
	}
	if !strings.HasSuffix(l.URL.Reveal(), "?v="+l.Token.Reveal()) {
		t.Error("the URL does not carry the token")
	}
}

func TestTheRulesOfThePageAreCheckedBeforeAnythingIsSent(t *testing.T) {
	sent := 0
	url := serve(t, func(http.ResponseWriter, *http.Request) { sent++ })
	c := newClient(t, klavi.Config{BaseURL: url, AccessToken: "t"})
	for _, tt := range []struct {
		name  string
		req   klavi.LinkRequest
		field string
		want  error
	}{
		{"all with other", klavi.LinkRequest{
			ProductsCallbackURL: map[string]string{"all": "https://x.com", "other": "https://x.com"},
		}, "productsCallbackURL", klavi.ErrAllExclusive},
		{"all with a report", klavi.LinkRequest{
			ProductsCallbackURL: map[string]string{"all": "https://x.com", "pf_loans": "https://x.com"},
		}, "productsCallbackURL", klavi.ErrAllExclusive},
		{"no report code", klavi.LinkRequest{
			ProductsCallbackURL: map[string]string{" ": "https://x.com"},
		}, "productsCallbackURL", klavi.ErrReportName},
		{"callback not absolute", klavi.LinkRequest{
			ProductsCallbackURL: map[string]string{"all": "/path"},
		}, "productsCallbackURL", nil},
		{"callback to an application", klavi.LinkRequest{
			ProductsCallbackURL: map[string]string{"all": "app://x"},
		}, "productsCallbackURL", nil},
		{"redirect not absolute", klavi.LinkRequest{RedirectURL: "exemplo.com"}, "redirectURL", nil},
		{"redirect to a script", klavi.LinkRequest{RedirectURL: "javascript:alert(1)"}, "redirectURL", nil},
		{"appLink alone", klavi.LinkRequest{AppLink: "app://x"}, "appRedirectURLKey", klavi.ErrNeedsRedirect},
		{"appLink not absolute", klavi.LinkRequest{AppLink: "x", AppRedirectURLKey: "k"}, "appLink", nil},
		{"externalInfo an array", klavi.LinkRequest{
			ExternalInfo: json.RawMessage(`[1]`),
		}, "externalInfo", klavi.ErrExternalInfo},
		{"externalInfo broken", klavi.LinkRequest{
			ExternalInfo: json.RawMessage(`{"a":`),
		}, "externalInfo", klavi.ErrExternalInfo},
	} {
		_, err := c.CreateLink(t.Context(), tt.req)
		e := failure(t, err)
		var p validate.Problem
		if e.Kind != klavi.KindInput || e.Field != tt.field ||
			tt.want != nil && !errors.Is(err, tt.want) ||
			tt.want == nil && !errors.As(err, &p) {
			t.Errorf("%s: %+v", tt.name, e)
		}
	}
	for name, req := range map[string]klavi.LinkRequest{
		"all alone":           {ProductsCallbackURL: map[string]string{"all": "https://x.com"}},
		"other alone":         {ProductsCallbackURL: map[string]string{"other": "https://x.com"}},
		"unknown report":      {ProductsCallbackURL: map[string]string{"pf_new_in_2027": "https://x.com"}},
		"key without appLink": {AppRedirectURLKey: "k"},
		"http callback":       {ProductsCallbackURL: map[string]string{"all": "http://x.com"}},
	} {
		if err := req.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if sent != 0 {
		t.Errorf("%d requests went out", sent)
	}
}

func TestAnyAnswerWithALinkIsAccepted(t *testing.T) {
	for name, tt := range map[string]struct {
		status int
		body   string
		life   time.Duration
	}{
		"as documented": {
			200, `{"linkId":"1","linkToken":"t","linkURL":"https://h/p?v=t","expireIn":1800}`, 30 * time.Minute,
		},
		"created": {
			201, `{"linkId":"1","linkToken":"t","linkURL":"https://h/p?v=t","expireIn":"600"}`, 10 * time.Minute,
		},
		"accepted": {
			202, `{"linkId":"ed812-81fcec","linkToken":"t","linkURL":"http://127.0.0.1:1/p?v=t","expireIn":60.5}`,
			time.Minute,
		},
		"no expireIn": {200, `{"linkId":"1","linkToken":"t","linkURL":"https://h/p?v=t"}`, 30 * time.Minute},
		"lower case": {
			200, `{"linkid":"1","linktoken":"t","linkurl":"https://h/p?v=t","expirein":"1800"}`, 30 * time.Minute,
		},
		"more fields": {
			200, `{"linkId":"1","linkToken":"t","linkURL":"https://h/p?v=t","expireIn":1800,"new":[{}]}`,
			30 * time.Minute,
		},
	} {
		url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(tt.status)
			_, _ = io.WriteString(w, tt.body)
		})
		now := newClock()
		l, err := newClient(t, klavi.Config{BaseURL: url + "/", AccessToken: "t", Now: now.Now}).
			CreateLink(t.Context(), klavi.LinkRequest{})
		if err != nil || l.ExpireIn != tt.life || !l.ExpiresAt.Equal(now.Now().Add(tt.life)) {
			t.Errorf("%s: %v %v", name, l, err)
		}
	}
}

func TestALinkPrintsWithoutItsSecrets(t *testing.T) {
	l := klavi.Link{ID: "id-1", Token: "secret-token", URL: "https://h/p?v=secret-token"}
	asJSON, _ := json.Marshal(l)
	if s := fmt.Sprintf("%v %+v %#v %s", l, l, l, l) + string(asJSON); strings.Contains(s, "secret-token") ||
		!strings.Contains(s, "id-1") {
		t.Error(s)
	}
	if s := fmt.Sprintf("%v %+v %#v", full, full, full); strings.ContainsAny(s, "0123456789@") ||
		!strings.Contains(s, "personalTaxId") {
		t.Error(s)
	}
}
