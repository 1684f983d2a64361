package serve_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"klavilink/ui/cli/serve"
)

// start starts a server and returns its address.
func start(t *testing.T, h http.HandlerFunc, change func(*serve.Limits)) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	limits := serve.Usual()
	if change != nil {
		change(&limits)
	}
	t.Cleanup(serve.Start(l, h, limits))
	return l.Addr().String()
}

// ask sends a request as it is written and returns the answer.
func ask(t *testing.T, address, request string) (*http.Response, error) {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	_, _ = io.WriteString(c, request)
	return http.ReadResponse(bufio.NewReader(c), nil)
}

// readsForms is a handler that parses whatever it is given.
func readsForms(w http.ResponseWriter, r *http.Request) {
	_ = r.ParseMultipartForm(1)
	_, _ = fmt.Fprint(w, r.FormValue("v"))
}

func TestARequestIsLookedAtBeforeItIsParsed(t *testing.T) {
	var form bytes.Buffer
	m := multipart.NewWriter(&form)
	part, _ := m.CreateFormFile("f", "f")
	_, _ = part.Write(bytes.Repeat([]byte("x"), 4000))
	_ = m.Close()
	body := func(method, kind string, n int) string {
		return fmt.Sprintf("%s /?v=1 HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n", method, kind, n)
	}
	const urlencoded = "application/x-www-form-urlencoded"
	const get = "GET / HTTP/1.1\r\nHost: x\r\n"
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	address := start(t, readsForms, func(l *serve.Limits) { l.BodyBytes, l.HeaderBytes = 5000, 1000 })
	for name, tt := range map[string]struct {
		request string
		status  int
	}{
		"a page":                    {"GET /?v=1 HTTP/1.1\r\nHost: x\r\n\r\n", 200},
		"a form":                    {body("POST", urlencoded, 3) + "v=1", 200},
		"a form without a kind":     {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", 200},
		"a GET with a body":         {body("GET", urlencoded, 3) + "v=1", 400},
		"a GET with a file":         {body("GET", m.FormDataContentType(), form.Len()) + form.String(), 400},
		"a GET with chunks":         {get + "Transfer-Encoding: chunked\r\n\r\n3\r\nv=1\r\n0\r\n\r\n", 400},
		"a HEAD with a body":        {body("HEAD", urlencoded, 3) + "v=1", 400},
		"a file":                    {body("POST", m.FormDataContentType(), form.Len()) + form.String(), 415},
		"a kind that is none":       {body("POST", "multipart/form-data; boundary", 3) + "v=1", 415},
		"a body that says its size": {body("POST", urlencoded, 5001), 413},
		"a header that is too long": {"GET / HTTP/1.1\r\nHost: x\r\nX: " + strings.Repeat("x", 6000) + "\r\n\r\n", 431},
	} {
		resp, err := ask(t, address, tt.request)
		if err != nil || resp.StatusCode != tt.status {
			t.Errorf("%s: %v %v", name, resp, err)
			continue
		}
		for header, want := range map[string]string{
			"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff",
			"X-Frame-Options": "DENY", "Content-Security-Policy": "frame-ancestors 'none'",
		} {
			if got := resp.Header.Get(header); tt.status != 431 && !strings.Contains(got, want) {
				t.Errorf("%s: %s is %q", name, header, got)
			}
		}
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("%d files were written, %v", len(left), err)
	}
}

// A body in chunks does not say how long it is.
func TestABodyIsCutAtItsLimit(t *testing.T) {
	read := make(chan error, 1)
	address := start(t, func(_ http.ResponseWriter, r *http.Request) {
		_, err := io.Copy(io.Discard, r.Body)
		read <- err
	}, func(l *serve.Limits) { l.BodyBytes = 10 })
	for body, fails := range map[string]bool{"a\r\n0123456789\r\n": false, "b\r\n0123456789a\r\n": true} {
		_, _ = ask(t, address, "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"+body+"0\r\n\r\n")
		if err := <-read; (err != nil) != fails {
			t.Errorf("%q: %v", body, err)
		}
	}
}

// closed waits until the server closes a connection.
func closed(t *testing.T, c net.Conn) {
	t.Helper()
	_ = c.SetReadDeadline(time.Now().Add(20 * time.Second)) // far more than a test that passes needs
	if _, err := io.Copy(io.Discard, c); err != nil {
		t.Errorf("the connection stays open: %v", err)
	}
}

func TestSlowClientsAreShownOut(t *testing.T) {
	const short = 50 * time.Millisecond
	const half = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nv="
	echo := func(w http.ResponseWriter, r *http.Request) { _, _ = io.Copy(w, r.Body) }
	for name, tt := range map[string]struct {
		change func(*serve.Limits)
		sends  string
	}{
		"nothing":         {func(l *serve.Limits) { l.Header = short }, ""},
		"half a header":   {func(l *serve.Limits) { l.Header = short }, "GET / HTTP/1.1\r\nHost:"},
		"half a body":     {func(l *serve.Limits) { l.Read = short }, half},
		"no next request": {func(l *serve.Limits) { l.Idle = short }, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := net.Dial("tcp", start(t, echo, tt.change))
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = c.Close() }()
			_, _ = io.WriteString(c, tt.sends)
			closed(t, c)
		})
	}
}

// A client that does not read its answer holds a connection until the time of the answer
// is over.
func TestAnAnswerThatNobodyReadsEnds(t *testing.T) {
	ended := make(chan error, 1)
	address := start(t, func(w http.ResponseWriter, _ *http.Request) {
		block := bytes.Repeat([]byte("x"), 1<<20)
		for {
			if _, err := w.Write(block); err != nil {
				ended <- err
				return
			}
		}
	}, func(l *serve.Limits) { l.Write = 50 * time.Millisecond })
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	_, _ = io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
	<-ended
}

// answers reports whether the server answers on a connection.
func answers(c net.Conn) bool {
	_, _ = io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
	_, err := http.ReadResponse(bufio.NewReader(c), nil)
	return err == nil
}

func TestConnectionsAreLimitedInTotalAndByAddress(t *testing.T) {
	ok := func(http.ResponseWriter, *http.Request) {}
	for name, change := range map[string]func(*serve.Limits){
		"in total":    func(l *serve.Limits) { l.Connections = 3 },
		"one address": func(l *serve.Limits) { l.PerAddress = 3 },
	} {
		address := start(t, ok, change)
		var in []net.Conn
		for range 3 {
			c, err := net.Dial("tcp", address)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = c.Close() }()
			if !answers(c) {
				t.Errorf("%s: connection %d is refused", name, len(in)+1)
			}
			in = append(in, c)
		}
		more, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		closed(t, more)
		_ = more.Close()
		// Who leaves makes room.
		_ = in[0].Close()
		for let := false; !let; { // until the server has seen it
			c, err := net.Dial("tcp", address)
			if err != nil {
				t.Fatal(err)
			}
			let = answers(c)
			_ = c.Close()
		}
	}
}

func TestAPanicEndsItsOwnRequestOnly(t *testing.T) {
	address := start(t, func(_ http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/panic" {
			panic("a fault")
		}
	}, nil)
	if resp, err := ask(t, address, "GET /panic HTTP/1.1\r\nHost: x\r\n\r\n"); err == nil {
		t.Errorf("answered with %v", resp)
	}
	if resp, err := ask(t, address, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil || resp.StatusCode != http.StatusOK {
		t.Errorf("%v %v", resp, err)
	}
}

func TestNothingAnswersAfterStop(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	stop := serve.Start(l, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}), serve.Usual())
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil || !answers(c) {
		t.Fatalf("%v", err)
	}
	stop()
	closed(t, c)
	if c, err := net.Dial("tcp", l.Addr().String()); err == nil {
		_ = c.Close()
		t.Error("it still listens")
	}
}
