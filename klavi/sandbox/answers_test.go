package sandbox_test

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"klavilink/klavi/directory"
	"klavilink/klavi/sandbox"
)

// uuid is the form of a random UUID (RFC 9562, version 4).
var uuid = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

func isUUID(v any) bool {
	s, ok := v.(string)
	return ok && uuid.MatchString(s)
}

// claimsOf returns the payload of a token.
func claimsOf(t *testing.T, token any) map[string]any {
	t.Helper()
	parts := strings.Split(token.(string), ".")
	payload, err := base64.RawURLEncoding.DecodeString(parts[1])
	var claims map[string]any
	if err != nil || json.Unmarshal(payload, &claims) != nil {
		t.Fatalf("%s: %v", payload, err)
	}
	return claims
}

func TestATokenSaysWhatItIsAndWhenItEnds(t *testing.T) {
	server, err := sandbox.New(sandbox.Config{
		Now:       func() time.Time { return time.Unix(1795000000, 0) },
		TokenLife: 10 * time.Minute, LinkLife: 5 * time.Minute,
	})
	if err != nil {
		t.Fatal(err)
	}
	b := &box{Server: server}
	_, auth := b.ask(t, "POST", "/auth", "", `{"accessKey":"demo-access-key","secretKey":"demo-secret-key"}`)
	_, renewed := b.ask(t, "GET", "/refresh", auth["accessToken"].(string), "")
	link := b.link(t)
	for name, tt := range map[string]struct {
		token, life any
		kind        string
		ends        float64
	}{
		"auth":    {auth["accessToken"], auth["expireIn"], "access", 1795000600},
		"refresh": {renewed["accessToken"], renewed["expireIn"], "access", 1795000600},
		"link":    {link["linkToken"], link["expireIn"], "link", 1795000300},
	} {
		c := claimsOf(t, tt.token)
		if !isUUID(c["id"]) || c["type"] != tt.kind || c["iat"] != 1795000000.0 || c["exp"] != tt.ends ||
			tt.life != tt.ends-1795000000 {
			t.Errorf("%s: %v for %v", name, c, tt.life)
		}
	}
	if claimsOf(t, link["linkToken"])["id"] != link["linkId"] {
		t.Error("the token of a link has another ID")
	}
	if status, _ := b.ask(t, "POST", "/links", renewed["accessToken"].(string), `{}`); status != 200 {
		t.Errorf("a renewed token: %d", status)
	}
}

func TestEveryIDIsAnotherRandomUUID(t *testing.T) {
	b, seen := newBox(t), map[any]bool{}
	var everSet, everClear [16]byte
	repeats := map[[2]int]int{} // how often two bytes end in the same four bits
	for range 100 {
		id := b.link(t)["linkId"]
		if !isUUID(id) || seen[id] {
			t.Fatalf("%v", id)
		}
		seen[id] = true
		raw, _ := hex.DecodeString(strings.ReplaceAll(id.(string), "-", ""))
		for i, bits := range raw {
			everSet[i] |= bits
			everClear[i] |= ^bits
			for j := range i {
				if raw[j]&0x0f == bits&0x0f {
					repeats[[2]int{j, i}]++
				}
			}
		}
	}
	for i := range 16 {
		fixed := map[int]byte{6: 0xf0, 8: 0xc0}[i] // the version and the variant
		if (everSet[i]&everClear[i])|fixed != 0xff {
			t.Errorf("byte %d has bits that never change", i)
		}
	}
	for bytes, n := range repeats {
		if n == 100 {
			t.Errorf("one of the bytes %v repeats the other", bytes)
		}
	}
}

func TestOnlyTheKeysOfTheSandboxAreAccepted(t *testing.T) {
	server, err := sandbox.New(sandbox.Config{AccessKey: "mine", SecretKey: "alone"})
	if err != nil {
		t.Fatal(err)
	}
	for keys, want := range map[string]int{
		`{"accessKey":"mine","secretKey":"alone"}`:                      200,
		`{"accessKey":"mine","secretKey":"demo-secret-key"}`:            401,
		`{"accessKey":"demo-access-key","secretKey":"alone"}`:           401,
		`{"accessKey":"demo-access-key","secretKey":"demo-secret-key"}`: 401,
		`{"accessKey":"","secretKey":""}`:                               400,
	} {
		if status, _ := (&box{Server: server}).ask(t, "POST", "/auth", "", keys); status != want {
			t.Errorf("%s: %d, want %d", keys, status, want)
		}
	}
}

func TestUnknownNamesAreListedInOrder(t *testing.T) {
	_, body := newBox(t).ask(t, "POST", "/auth", "",
		`{"e":1,"c":1,"a":1,"d":1,"b":1,"accessKey":"demo-access-key","secretKey":"demo-secret-key"}`)
	var names []string
	for _, message := range body["message"].([]any) {
		names = append(names, strings.Fields(message.(string))[1])
	}
	if got := strings.Join(names, " "); got != "a b c d e" {
		t.Error(got)
	}
}

func TestATokenThatWasTamperedWithIsRefused(t *testing.T) {
	b := newBox(t)
	token := b.accessToken(t)
	parts := strings.Split(token, ".")
	b64 := base64.RawURLEncoding.EncodeToString
	payload := b64([]byte(`{"id":"1","type":"access","exp":9999999999}`))
	for name, forged := range map[string]string{
		"another payload":      parts[0] + "." + payload + "." + parts[2],
		"no algorithm":         b64([]byte(`{"alg":"none","typ":"JWT"}`)) + "." + payload + ".",
		"another header":       b64([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + parts[1] + "." + parts[2],
		"no signature":         parts[0] + "." + parts[1] + ".",
		"a short signature":    parts[0] + "." + parts[1] + "." + b64([]byte("x")),
		"half a signature":     parts[0] + "." + parts[1] + "." + parts[2][:43],
		"a longer signature":   token + "AAAA",
		"a broken signature":   parts[0] + "." + parts[1] + ".!" + parts[2][1:],
		"a fourth part":        token + ".x",
		"two parts":            parts[0] + "." + parts[1],
		"one part":             parts[0],
		"of another sandbox":   newBox(t).accessToken(t),
		"a blank at the front": " " + token,
	} {
		status, body := b.ask(t, "GET", "/refresh", forged, "")
		if status != 401 || body["message"] != "Invalid token" {
			t.Errorf("%s: %d %v", name, status, body)
		}
	}
}

func TestATokenWithoutTheWordBearerIsRefused(t *testing.T) {
	b := newBox(t)
	for _, scheme := range []string{"", "Basic ", "bearer"} {
		r := httptest.NewRequest("GET", "http://127.0.0.1:8080/data/v1/refresh", nil)
		r.Header.Set("Authorization", scheme+b.accessToken(t))
		w := httptest.NewRecorder()
		b.ServeHTTP(w, r)
		if w.Code != 401 {
			t.Errorf("%q: %d", scheme, w.Code)
		}
	}
}

func TestTheListOfInstitutionsIsThatOfTheDirectory(t *testing.T) {
	b := newBox(t)
	list := b.list(t, "/links/institutions", b.link(t)["linkToken"].(string))
	kinds := map[[2]bool]string{{true, true}: "BOTH", {true, false}: "NATURAL", {false, true}: "LEGAL"}
	for i, d := range directory.Institutions() {
		want := map[string]any{
			"institutionCode": d.Code, "name": d.Name, "institutionType": 1.0, "isBeta": false,
			"isOutage": d.Name == "Crefisa", "businessType": kinds[[2]bool{d.Persons, d.Companies}],
			"availableResources": []any{"REGISTRATION", "ACCOUNTS", "CREDIT_CARDS"},
		}
		if !reflect.DeepEqual(list[i], want) {
			t.Errorf("%v, want %v", list[i], want)
		}
	}
}

func TestAnswersOfTheAPIAreJSONThatNobodyKeeps(t *testing.T) {
	b := newBox(t)
	for path, want := range map[string]string{
		"/refresh": "200 <nil>",
		"/links/institutions": "401 map[error:Unauthorized message:This endpoint takes the link token " +
			"statusCode:401]",
		"/nothing": "404 map[error:Not Found message:Cannot GET /data/v1/nothing statusCode:404]",
	} {
		r := httptest.NewRequest("GET", "http://127.0.0.1:8080/data/v1"+path, nil)
		r.Header.Set("Authorization", "Bearer "+b.accessToken(t))
		w := httptest.NewRecorder()
		b.ServeHTTP(w, r)
		h := w.Header()
		if h.Get("Content-Type") != "application/json; charset=utf-8" || h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %v", path, h)
		}
		var body any
		if w.Code != 200 && json.Unmarshal(w.Body.Bytes(), &body) != nil {
			t.Errorf("%s: %s", path, w.Body)
		}
		if got := fmt.Sprint(w.Code, " ", body); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}
