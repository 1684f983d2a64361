package klavi_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/klavi"
)

func TestAnUnusableAnswerIsAProtocolErrorWithUnknownResult(t *testing.T) {
	for name, body := range map[string]string{
		"cut JSON":            `{"linkId":"1","linkToken":"t","linkURL":"https://h`,
		"HTML":                "<!doctype html><html>Welcome</html>",
		"empty":               "",
		"null":                "null",
		"array":               "[]",
		"two objects":         `{"linkURL":"https://h/"}{}`,
		"no linkURL":          `{"linkId":"1","linkToken":"t","expireIn":1800}`,
		"linkURL a number":    `{"linkURL":7}`,
		"linkURL relative":    `{"linkURL":"/path?v=t"}`,
		"linkURL a script":    `{"linkURL":"javascript:alert(1)"}`,
		"linkURL not secure":  `{"linkURL":"http://conecte.klavi.ai/p?v=t"}`,
		"linkURL escapes":     `{"linkURL":"https://h/\u001b]52;c;x\u0007"}`,
		"linkURL with a user": `{"linkURL":"https://klavi.ai@evil.example/"}`,
		"expireIn zero":       `{"linkURL":"https://h/","expireIn":0}`,
		"expireIn negative":   `{"linkURL":"https://h/","expireIn":-5}`,
		"expireIn words":      `{"linkURL":"https://h/","expireIn":"half an hour"}`,
		"expireIn huge":       `{"linkURL":"https://h/","expireIn":1e300}`,
		"30 MB":               `{"linkURL":"` + strings.Repeat("x", 30<<20) + `"}`,
	} {
		url := serve(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, body) })
		_, err := newClient(t, klavi.Config{BaseURL: url, AccessToken: "t"}).CreateLink(t.Context(), klavi.LinkRequest{})
		e := failure(t, err)
		if e.Op != "create link" || e.Kind != klavi.KindProtocol || !e.Unknown || len(e.Error()) > 200 {
			t.Errorf("%s: %.300v", name, e)
		}
	}
}

// The server hangs in a bubble, whose clock jumps to the timeout. So the load of the
// machine does not matter.
func TestARequestThatHangsEndsAtTheTimeout(t *testing.T) {
	for name, answer := range map[string]string{
		"before the headers": "",
		"within the headers": "HTTP/1.1 200 OK\r\nContent-",
		"within the body":    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"linkId\":",
	} {
		synctest.Test(t, func(t *testing.T) {
			near, far := net.Pipe()
			defer func() { _ = far.Close() }()
			go func() {
				if r, err := http.ReadRequest(bufio.NewReader(far)); err == nil {
					_, _ = io.Copy(io.Discard, r.Body)
					_, _ = io.WriteString(far, answer)
				}
			}()
			transport := klavi.NewTransport()
			defer transport.CloseIdleConnections()
			transport.DialContext = func(context.Context, string, string) (net.Conn, error) { return near, nil }
			c, err := klavi.New(klavi.Config{
				BaseURL: "http://127.0.0.1", AccessToken: "t", Transport: transport, Timeout: 20 * time.Second,
			})
			if err != nil {
				t.Fatal(err)
			}
			begun := time.Now()
			_, err = c.CreateLink(t.Context(), klavi.LinkRequest{})
			e := failure(t, err)
			if e.Kind != klavi.KindNetwork || !e.Timeout() || e.Canceled() || !e.Unknown || time.Since(begun) != 20*time.Second {
				t.Errorf("%s, after %v: %+v", name, time.Since(begun), e)
			}
		})
	}
}

func TestACancelledRequestIsReportedAsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	release := make(chan struct{})
	url := serve(t, func(http.ResponseWriter, *http.Request) {
		cancel()
		<-release
	})
	_, err := newClient(t, klavi.Config{BaseURL: url, AccessToken: "t"}).CreateLink(ctx, klavi.LinkRequest{})
	if e := failure(t, err); !e.Canceled() || !e.Unknown {
		t.Errorf("%+v", e)
	}
	close(release)
}

func TestTheResultIsKnownIfThereWasNoConnection(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
	_, err = newClient(t, klavi.Config{BaseURL: "http://" + l.Addr().String(), AccessToken: "t"}).
		CreateLink(t.Context(), klavi.LinkRequest{})
	if e := failure(t, err); e.Kind != klavi.KindNetwork || e.Unknown {
		t.Errorf("%+v", e)
	}
}

func TestTheResultIsUnknownIfTheConnectionBreaksAfterTheRequest(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		conn, _, err := w.(http.Hijacker).Hijack()
		if err == nil {
			_ = conn.Close()
		}
	})
	_, err := newClient(t, klavi.Config{BaseURL: url, AccessToken: "t"}).CreateLink(t.Context(), klavi.LinkRequest{})
	if e := failure(t, err); e.Kind != klavi.KindNetwork || !e.Unknown {
		t.Errorf("%+v", e)
	}
}

func TestAnErrorHoldsNoSecretAndNoCustomersData(t *testing.T) {
	const token, access, key = "token-of-the-partner", "access-key-of-the-partner", "secret-key-of-the-partner"
	written := []string{ // in another form than they were sent
		"761.092.776-73", "761 092 776 73", "12.ABC.345/01DE-35", "12abc34501de35", "Ana@Exemplo.com",
		"+55 (11) 98765-4321", "(11) 98765-4321", "11987654321", "5511987654321",
	}
	secrets := append([]string{
		token, access, key,
		full.PersonalTaxID, full.BusinessTaxID, full.Email, full.Phone,
	}, written...)
	echo := fmt.Sprintf(`{"statusCode":400,"message":["%s","%s"]}`,
		strings.Join(secrets[:8], " ; "), strings.Join(secrets[8:], " ; "))
	answers := map[string]http.HandlerFunc{
		"echo": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(400); _, _ = io.WriteString(w, echo) },
		"junk": func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, strings.Join(secrets, " ")) },
		"types": func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"linkId":`+full.PersonalTaxID+`}`)
		},
		"reset": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	}
	customer := append([]string{full.PersonalTaxID, full.BusinessTaxID, full.Email, full.Phone}, written...)
	for name, answer := range answers {
		url := serve(t, answer)
		given := newClient(t, klavi.Config{BaseURL: url, AccessToken: token})
		keys := newClient(t, klavi.Config{BaseURL: url, AccessKey: access, SecretKey: key})
		_, linkErr := given.CreateLink(t.Context(), full)
		_, listErr := given.Consents(t.Context(), full.PersonalTaxID, "")
		for _, tt := range []struct {
			err   error
			known []string // the texts that the call knew and so could remove
		}{
			{linkErr, append(customer, token)},
			{listErr, []string{token, full.PersonalTaxID}},
			{keys.Warm(t.Context()), []string{access, key}},
		} {
			shown := fmt.Sprintf("%v %+v %#v", tt.err, failure(t, tt.err), failure(t, tt.err).Messages)
			for _, s := range tt.known {
				if strings.Contains(shown, s) {
					t.Errorf("%s: %q in %s", name, s, shown)
				}
			}
		}
	}
}

func TestTheBaseURLMustBeSecure(t *testing.T) {
	for base, ok := range map[string]bool{
		"https://api.klavi.ai":          true,
		"https://api.klavi.ai/data/v1":  true,
		"https://api.klavi.ai/data/v1/": true,
		"http://127.0.0.1:9":            true,
		"http://localhost":              true,
		"http://api.klavi.ai":           false,
		"ftp://x":                       false,
		"api.klavi.ai":                  false,
		"":                              false,
		"https://x?y=1":                 false,
	} {
		_, err := klavi.New(klavi.Config{BaseURL: base, AccessToken: "t"})
		if (err == nil) != ok || err != nil && failure(t, err).Kind != klavi.KindInput {
			t.Errorf("%q: %v", base, err)
		}
	}
	for _, cfg := range []klavi.Config{{}, {AccessKey: "a"}, {SecretKey: "s"}} {
		cfg.BaseURL = klavi.Sandbox.BaseURL()
		if _, err := klavi.New(cfg); failure(t, err).Kind != klavi.KindAuth {
			t.Errorf("%v", err)
		}
	}
}

func TestEveryDocumentedCodeIsExplained(t *testing.T) {
	seen := map[string]bool{}
	for code := klavi.CodeInvalidAuthorisation; code <= klavi.CodeNeedsKYC; code++ {
		text := klavi.CodeText(code)
		err := &klavi.Error{Op: "create link", Kind: klavi.KindBusiness, Status: 416, Code: code}
		if text == "" || seen[text] || !strings.Contains(err.Error(), text) {
			t.Errorf("%d: %q in %v", code, text, err)
		}
		seen[text] = true
	}
	if klavi.CodeText(4010) != "" {
		t.Error("a code that is not documented is explained")
	}
}
