package sandbox_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"klavilink/klavi/sandbox"
)

// box is a sandbox whose time a test sets.
type box struct {
	*sandbox.Server
	now time.Time
}

func newBox(t *testing.T) *box {
	t.Helper()
	b := &box{now: time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)}
	var err error
	if b.Server, err = sandbox.New(sandbox.Config{Now: func() time.Time { return b.now }}); err != nil {
		t.Fatal(err)
	}
	return b
}

// ask sends a request, and returns the status and the decoded body.
func (b *box) ask(t *testing.T, method, path, token, body string) (int, map[string]any) {
	t.Helper()
	r := httptest.NewRequest(method, "http://127.0.0.1:8080/data/v1"+path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	w := httptest.NewRecorder()
	b.ServeHTTP(w, r)
	var decoded map[string]any
	if strings.HasPrefix(w.Body.String(), "{") {
		if err := json.Unmarshal(w.Body.Bytes(), &decoded); err != nil {
			t.Fatalf("%s %s: %v", method, path, err)
		}
	}
	return w.Code, decoded
}

func (b *box) accessToken(t *testing.T) string {
	t.Helper()
	_, body := b.ask(t, "POST", "/auth", "", `{"accessKey":"demo-access-key","secretKey":"demo-secret-key"}`)
	return body["accessToken"].(string)
}

func (b *box) link(t *testing.T) map[string]any {
	t.Helper()
	status, body := b.ask(t, "POST", "/links", b.accessToken(t), `{}`)
	if status != 200 {
		t.Fatalf("%d %v", status, body)
	}
	return body
}

func TestEachEndpointAcceptsOnlyItsOwnKindOfToken(t *testing.T) {
	b := newBox(t)
	access := b.accessToken(t)
	link := b.link(t)["linkToken"].(string)
	for _, tt := range []struct {
		method, path, right, wrong string
	}{
		{"GET", "/refresh", access, link},
		{"POST", "/links", access, link},
		{"GET", "/consents?personalTaxId=76109277673", access, link},
		{"GET", "/links/institutions", link, access},
		{"GET", "/links/institutions/status", link, access},
	} {
		if status, body := b.ask(t, tt.method, tt.path, tt.right, `{}`); status != 200 {
			t.Errorf("%s with its token: %d %v", tt.path, status, body)
		}
		forged := tt.right[:len(tt.right)-6] + "AAAAAA"
		for name, token := range map[string]string{
			"the other": tt.wrong, "no": "", "a forged": forged, "a senseless": "x.y.z",
		} {
			status, body := b.ask(t, tt.method, tt.path, token, `{}`)
			if status != 401 || body["statusCode"] != 401.0 || body["error"] != "Unauthorized" || body["message"] == "" {
				t.Errorf("%s with %s token: %d %v", tt.path, name, status, body)
			}
		}
	}
}

func TestTokensExpireAtTheirStatedTime(t *testing.T) {
	b := newBox(t)
	access := b.accessToken(t)
	link := b.link(t)["linkToken"].(string)
	b.now = b.now.Add(30*time.Minute - time.Second)
	if status, _ := b.ask(t, "GET", "/refresh", access, ""); status != 200 {
		t.Errorf("a second before the end: %d", status)
	}
	b.now = b.now.Add(time.Second)
	for path, token := range map[string]string{"/refresh": access, "/links/institutions": link} {
		if status, _ := b.ask(t, "GET", path, token, ""); status != 401 {
			t.Errorf("%s at the end: %d", path, status)
		}
	}
}

func TestWrongKeysAndBodiesAreRefusedInTheDocumentedForm(t *testing.T) {
	b := newBox(t)
	for body, want := range map[string]string{
		`{"accessKey":"demo-access-key","secretKey":"x"}`: "401 Invalid accessKey or secretKey",
		`{"accessKey":"demo-access-key"}`:                 "400 secretKey must be a string",
		`{}`:                                              "400 [accessKey must be a string secretKey must be a string]",
		`{"accesskey":"demo-access-key","secretKey":"demo-secret-key"}`: "400 " +
			"[property accesskey should not exist accessKey must be a string]",
		`[]`: "400 [body must be a JSON object accessKey must be a string secretKey must be a string]",
		`{"accessKey":1,"secretKey":"demo-secret-key"}`: "400 accessKey must be a string",
	} {
		status, answer := b.ask(t, "POST", "/auth", "", body)
		if got := fmt.Sprint(status, " ", answer["message"]); got != want {
			t.Errorf("%s: %s, want %s", body, got, want)
		}
	}
}

func TestLinksFollowTheDocumentedRules(t *testing.T) {
	b := newBox(t)
	token := b.accessToken(t)
	for body, want := range map[string]string{
		`{}`:                              "200 0",
		`{"personalTaxId":"16109277673"}`: "200 0", // the API does not verify check digits
		`{"businessTaxId":"12ABC34501DE35","personalTaxId":"76109277673"}`:           "200 0",
		`{"productsCallbackURL":{"all":"https://x.com"}}`:                            "200 0",
		`{"productsCallbackURL":{"pf_new":"https://x.com","other":"https://x"}}`:     "200 0",
		`{"externalInfo":{"a":{"b":[1]}}}`:                                           "200 0",
		`{"appLink":"app://x","appRedirectURLKey":"k"}`:                              "200 0",
		`{"institutionCode":"001"}`:                                                  "200 0",
		`{"productsCallbackURL":{"all":"https://x.com","other":"https://x.com"}}`:    "416 4006",
		`{"productsCallbackURL":{"all":"https://x.com","pf_loans":"https://x.com"}}`: "416 4006",
		`{"productsCallbackURL":{"all":"/x"}}`:                                       "416 4006",
		`{"institutionCode":"999"}`:                                                  "416 4004",
		`{"institutionCode":"1"}`:                                                    "416 4004", // leading zeros count
		`{"institutionCode":"069"}`:                                                  "416 4004", // in outage
		`{"redirectUrl":"https://x.com"}`:                                            "400 400",
		`{"phone":"11987654321"}`:                                                    "400 400",
		`{"email":"ana"}`:                                                            "400 400",
		`{"personalTaxId":"761.092.776-73"}`:                                         "400 400",
		`{"personalTaxId":76109277673}`:                                              "400 400",
		`{"personalTaxId":""}`:                                                       "400 400",
		`{"email":null}`:                                                             "400 400",
		`{"businessTaxId":"12abc34501de35"}`:                                         "400 400",
		`{"redirectURL":"x"}`:                                                        "400 400",
		`{"appLink":"app://x"}`:                                                      "400 400",
		`{"externalInfo":[]}`:                                                        "400 400",
		`{"externalInfo":null}`:                                                      "400 400",
		`{"productsCallbackURL":[]}`:                                                 "400 400",
		`{"productsCallbackURL":{"all":1}}`:                                          "400 400",
		`{"a":`:                                                                      "400 400",
	} {
		status, answer := b.ask(t, "POST", "/links", token, body)
		code, _ := answer["statusCode"].(float64)
		if got := fmt.Sprint(status, " ", code); got != want {
			t.Errorf("%s: %s, want %s (%v)", body, got, want, answer["message"])
		}
	}
}

func TestUnknownPathsAndMethodsAreNotFound(t *testing.T) {
	b := newBox(t)
	for _, r := range [][2]string{{"GET", "/auth"}, {"POST", "/refresh"}, {"GET", "/links"}, {"GET", "/nothing"}} {
		if status, _ := b.ask(t, r[0], r[1], "", ""); status != 404 && status != 405 {
			t.Errorf("%v: %d", r, status)
		}
	}
}

func TestTokensAreES256OfRealisticLength(t *testing.T) {
	l := newBox(t).link(t)
	token := l["linkToken"].(string)
	parts := strings.Split(token, ".")
	if len(parts) != 3 || len(parts[2]) != 86 ||
		parts[0] != base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"ES256","typ":"JWT"}`)) {
		t.Errorf("%d parts, a signature of %d", len(parts), len(parts[2]))
	}
	if url := l["linkURL"].(string); len(url) < 230 || len(url) > 700 || url != "http://127.0.0.1:8080/path?v="+token {
		t.Errorf("%d bytes: %s", len(url), url)
	}
	if l["expireIn"] != 1800.0 {
		t.Errorf("expireIn is %v", l["expireIn"])
	}
}

func Example() {
	box, err := sandbox.New(sandbox.Config{})
	if err != nil {
		panic(err)
	}
	server := httptest.NewServer(box)
	defer server.Close()

	resp, err := http.Post(server.URL+"/data/v1/auth", "application/json",
		strings.NewReader(`{"accessKey":"demo-access-key","secretKey":"wrong"}`))
	if err != nil {
		panic(err)
	}
	defer resp.Body.Close()
	fmt.Println(resp.Status)
	// Output: 401 Unauthorized
}
