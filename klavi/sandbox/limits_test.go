package sandbox_test

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
)

// mebibyte is the greatest size of a request, in bytes.
const mebibyte = 1048576

func TestARequestToTheAPIMayHaveAMebibyte(t *testing.T) {
	b := newBox(t)
	token := b.accessToken(t)
	for size, want := range map[int]string{
		mebibyte:     "200 <nil>",
		mebibyte + 1: "400 request entity too large",
	} {
		status, body := b.ask(t, "POST", "/links", token, "{}"+strings.Repeat(" ", size-2))
		if got := fmt.Sprint(status, " ", body["message"]); got != want {
			t.Errorf("%d bytes: %s, want %s", size, got, want)
		}
	}
}

func TestAFormOfAPageMayHaveAMebibyte(t *testing.T) {
	c := newCustomer(t, `{}`)
	form := "do=choose&i=260&v=" + c.link["linkToken"].(string) + "&x="
	for _, tt := range []struct{ size, status int }{{mebibyte + 1, 410}, {mebibyte, 303}} {
		body := form + strings.Repeat("x", tt.size-len(form))
		r := httptest.NewRequest("POST", "http://127.0.0.1:8080/path", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		c.box.ServeHTTP(w, r)
		if w.Code != tt.status {
			t.Errorf("%d bytes: %d, want %d", tt.size, w.Code, tt.status)
		}
		if taken := c.status() != "[]"; taken != (tt.status == 303) {
			t.Errorf("%d bytes: the click counts: %t", tt.size, taken)
		}
	}
}

func TestABodyMustBeAnObjectWithKnownNames(t *testing.T) {
	b := newBox(t)
	token := b.accessToken(t)
	for body, want := range map[string]string{
		"null":   "400 body must be a JSON object",
		`"text"`: "400 body must be a JSON object",
		`{"e":1,"c":1,"a":1,"d":1,"b":1}`: "400 [property a should not exist property b should not exist " +
			"property c should not exist property d should not exist property e should not exist]",
		`{"appLink":"x","appRedirectURLKey":"k"}`: "400 appLink must be a URL address",
		`{"redirectURL":"x"}`:                     "400 redirectURL must be a URL address",
		`{"phone":"+5511987654321","email":"ana@exemplo.com","redirectURL":"https://x.com",` +
			`"appLink":"app://x","appRedirectURLKey":"k"}`: "200 <nil>",
	} {
		status, answer := b.ask(t, "POST", "/links", token, body)
		if got := fmt.Sprint(status, " ", answer["message"]); got != want {
			t.Errorf("%s: %s, want %s", body, got, want)
		}
	}
}

func TestABodyMustSayThatItIsJSON(t *testing.T) {
	b := newBox(t)
	for media, want := range map[string]int{
		"application/json": 200, "application/json; charset=utf-8": 200, "text/plain": 400, "": 400,
	} {
		r := httptest.NewRequest("POST", "http://127.0.0.1:8080/data/v1/auth",
			strings.NewReader(`{"accessKey":"demo-access-key","secretKey":"demo-secret-key"}`))
		r.Header.Set("Content-Type", media)
		w := httptest.NewRecorder()
		b.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%q: %d, want %d", media, w.Code, want)
		}
	}
}
