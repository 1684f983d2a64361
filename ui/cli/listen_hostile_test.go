package cli_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"klavilink/klavi/callback"
	"klavilink/klavi/sandbox"
)

// strange is a callback as a stranger sends it.
type strange struct {
	body      string
	signature string // of the body with the demo's key, unless it is set; "-" means none
	header    string // lines that the request has too
	method    string // POST, unless it is set
	chunked   bool   // the length is not announced
	cutAt     int    // how much of the body comes before the connection ends, or 0 for all
}

// signs returns the signature of a body with the demo's key.
func signs(body string) string { return callback.Sign([]byte(body), sandbox.DemoSecretKey) }

// request returns the bytes of the request.
func (s strange) request() string {
	signature := s.signature
	switch signature {
	case "":
		signature = signs(s.body)
	case "-":
		signature = ""
	}
	head := "POST"
	if s.method != "" {
		head = s.method
	}
	head += " /hook HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + s.header
	if signature != "" {
		head += callback.SignatureHeader + ": " + signature + "\r\n"
	}
	body := s.body
	if s.cutAt > 0 {
		body = body[:s.cutAt]
	}
	if s.chunked {
		end := "0\r\n\r\n"
		if s.cutAt > 0 {
			end = ""
		}
		return fmt.Sprintf("%sTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n%s", head, len(body), body, end)
	}
	return fmt.Sprintf("%sContent-Length: %d\r\n\r\n%s", head, len(s.body), body)
}

// to sends the request to a running listen and returns the status of the answer.
func (s strange) to(t *testing.T, e *ear) int {
	t.Helper()
	c, err := net.Dial("tcp", strings.TrimPrefix(e.address, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	go func() { // a server may answer before it has read everything
		_, _ = io.WriteString(c, s.request())
		if s.cutAt > 0 {
			_ = c.(*net.TCPConn).CloseWrite()
		}
	}()
	resp, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	return resp.StatusCode
}

// Each goes through the server of the command itself. The last word of an expectation is
// the status of each answer, the others are the verdicts in the order of the lines.
func TestEveryKindOfCallbackHasItsLineAndItsAnswer(t *testing.T) {
	const (
		created = `{"eventId":"e-1","eventName":"link_created","payload":{"linkId":"l-1","personalTaxId":"52998224725"}}`
		given   = `{"eventId":"e-2","eventName":"consent_authorised","payload":{"linkId":"l-1"}}`
		spaced  = `{ "eventId" : "e-1" , "n" : 1.0 }`
		written = `{"eventId":"e-1","n":1}`
		array   = "[" + given + "," + created + "," + given + "]"
		file    = "Content-Type: multipart/mixed; boundary=b\r\n"
	)
	another := callback.Sign([]byte(created), "another-key")
	large := `{"eventId":"` + strings.Repeat("x", 10<<20) + `"}`
	largest := `{"eventId":"e-1"}` + strings.Repeat(" ", callback.MaxBody-len(`{"eventId":"e-1"}`))
	of := func(list ...strange) []strange { return list }
	for name, tt := range map[string]struct {
		sent []strange
		want string
	}{
		"good":                      {of(strange{body: created}), "good 200"},
		"signed as Klavi's sample":  {of(strange{body: spaced, signature: signs(written)}), "good 200"},
		"of another key":            {of(strange{body: created, signature: another}), "forged 401"},
		"tampered":                  {of(strange{body: created, signature: signs(given)}), "forged 401"},
		"unsigned":                  {of(strange{body: created, signature: "-"}), "unsigned 401"},
		"half a signature":          {of(strange{body: created, signature: strings.Repeat("0", 63)}), "malformed 401"},
		"a signature with a prefix": {of(strange{body: created, signature: "sha256=" + signs(created)}), "malformed 401"},
		"replayed":                  {of(strange{body: created}, strange{body: created}), "good repeat 200 200"},
		"replayed in other spacing": {of(strange{body: written}, strange{body: spaced}), "good repeat 200 200"},
		"replayed at another time": {
			of(strange{body: created}, strange{body: created, header: callback.TimestampHeader + ": 1\r\n"}),
			"good repeat 200 200",
		},
		"forged before the real one": {
			of(strange{body: created, signature: "-"}, strange{body: created}), "unsigned good 401 200",
		},
		"reordered":              {of(strange{body: given}, strange{body: created}), "good good 200 200"},
		"an array":               {of(strange{body: array}), "good good repeat 200"},
		"an array with a number": {of(strange{body: "[" + given + ",1]"}), "not JSON 400"},
		"two objects":            {of(strange{body: created + given}), "not JSON 400"},
		"deep":                   {of(strange{body: strings.Repeat("[", 20_000)}), "not JSON 400"},
		"no text":                {of(strange{body: "{\"eventId\":\"\xff\xfe\"}"}), "good 200"},
		"empty":                  {of(strange{}), "test 200"},
		"10 MiB":                 {of(strange{body: large}), "too large 413"},
		"10 MiB, not announced":  {of(strange{body: large, chunked: true}), "too large 413"},
		"8 MiB":                  {of(strange{body: largest}), "good 200"},
		"cut":                    {of(strange{body: created, cutAt: 9}), "cut off 400"},
		"cut, not announced":     {of(strange{body: created, cutAt: 9, chunked: true}), "cut off 400"},
		"a GET":                  {of(strange{method: "GET"}), "405"},
		"a file":                 {of(strange{body: created, header: file}), "415"},
		"1001 items":             {of(strange{body: "[{}" + strings.Repeat(",{}", 1000) + "]"}), "too large 413"},
	} {
		t.Run(name, func(t *testing.T) {
			e := listening(t, nil, "--demo")
			var statuses []string
			for _, s := range tt.sent {
				statuses = append(statuses, fmt.Sprint(s.to(t, e)))
			}
			var got []string
			for _, line := range e.lines(t) {
				got = append(got, line["verdict"].(string))
			}
			if all := strings.Join(append(got, statuses...), " "); all != tt.want {
				t.Errorf("%s, want %s", all, tt.want)
			}
			if said := e.out.String() + e.err.String(); strings.Contains(said, "52998224725") {
				t.Errorf("the customer's number was printed: %s", said)
			}
		})
	}
}
