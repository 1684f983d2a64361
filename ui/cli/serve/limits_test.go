package serve_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/ui/cli/serve"
)

// pipes is a listener without a network: its connections are pipes in the memory, so that
// a test may run on the clock of its bubble.
type pipes struct {
	incoming chan net.Conn
	closed   chan struct{}
	once     sync.Once
	lag      time.Duration // how long Close takes
	broken   bool          // Accept fails
}

// Accept implements net.Listener.
func (p *pipes) Accept() (net.Conn, error) {
	if p.broken {
		return nil, net.ErrWriteToConnected
	}
	select {
	case c := <-p.incoming:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

// Close implements net.Listener.
func (p *pipes) Close() error {
	p.once.Do(func() {
		<-time.After(p.lag)
		close(p.closed)
	})
	return nil
}

// Addr implements net.Listener.
func (p *pipes) Addr() net.Addr { return &net.TCPAddr{} }

// end is an end of a pipe that has an address.
type end struct {
	net.Conn
	address net.Addr
}

// RemoteAddr implements net.Conn.
func (e end) RemoteAddr() net.Addr { return e.address }

// dial connects from an address.
func (p *pipes) dial(address net.Addr) net.Conn {
	ours, theirs := net.Pipe()
	p.incoming <- end{theirs, address}
	return ours
}

// from returns an address of TCP.
func from(ip string) net.Addr { return &net.TCPAddr{IP: net.ParseIP(ip), Port: 50000} }

// bubble runs a test with a server, on a clock that no test has to wait for.
func bubble(t *testing.T, limits serve.Limits, h http.HandlerFunc, test func(*testing.T, *pipes)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		l := &pipes{incoming: make(chan net.Conn), closed: make(chan struct{})}
		stop := serve.Start(l, h, limits)
		test(t, l)
		stop()
		<-time.After(time.Second) // net/http closes a connection it has refused half a second later
	})
}

// openFor returns how long the server keeps a connection open.
func openFor(c net.Conn) time.Duration {
	start := time.Now()
	_, _ = io.Copy(io.Discard, c)
	return time.Since(start)
}

func TestTheUsualServerWaitsSecondsForAClient(t *testing.T) {
	for name, tt := range map[string]struct {
		sends string
		open  time.Duration
	}{
		"nothing":         {"", 5 * time.Second},
		"half a header":   {"GET / HTTP/1.1\r\nHost:", 5 * time.Second},
		"no next request": {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", 30 * time.Second},
	} {
		bubble(t, serve.Usual(), func(http.ResponseWriter, *http.Request) {}, func(t *testing.T, l *pipes) {
			c := l.dial(from("192.0.2.1"))
			_, _ = io.WriteString(c, tt.sends)
			if got := openFor(c); got != tt.open {
				t.Errorf("%s: open for %s, want %s", name, got, tt.open)
			}
		})
	}
	var took chan time.Duration
	wait := func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		_, err := io.Copy(w, r.Body)
		for err == nil {
			_, err = w.Write(make([]byte, 1<<20))
		}
		took <- time.Since(start)
	}
	for name, request := range map[string]string{
		"half a body":    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nv=",
		"an unread page": "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
	} {
		bubble(t, serve.Usual(), wait, func(t *testing.T, l *pipes) {
			took = make(chan time.Duration, 1) // a channel of the bubble, so that its clock goes on
			c := l.dial(from("192.0.2.1"))
			_, _ = io.WriteString(c, request)
			if got := <-took; got != 10*time.Second {
				t.Errorf("%s: the handler waits for %s", name, got)
			}
			_ = c.Close()
		})
	}
}

func TestTheUsualServerTakesKilobytes(t *testing.T) {
	for _, tt := range []struct {
		header, body, status int
	}{
		{16 << 10, 0, http.StatusOK},
		{21 << 10, 0, http.StatusRequestHeaderFieldsTooLarge}, // Go adds 4 KiB to the limit
		{0, 1 << 20, http.StatusOK},
		{0, 1<<20 + 1, http.StatusRequestEntityTooLarge},
	} {
		reads := func(_ http.ResponseWriter, r *http.Request) { _, _ = io.Copy(io.Discard, r.Body) }
		bubble(t, serve.Usual(), reads, func(t *testing.T, l *pipes) {
			c := l.dial(from("192.0.2.1"))
			defer func() { _ = c.Close() }()
			go func() { // the server may answer before it has read everything
				_, _ = fmt.Fprintf(c, "POST / HTTP/1.1\r\nHost: x\r\nX: %s\r\nContent-Length: %d\r\n\r\n%s",
					strings.Repeat("x", tt.header), tt.body, strings.Repeat("x", tt.body))
			}()
			resp, err := http.ReadResponse(bufio.NewReader(c), nil)
			if err != nil || resp.StatusCode != tt.status {
				t.Errorf("a header of %d and a body of %d bytes: %v %v", tt.header, tt.body, resp, err)
			}
		})
	}
}

func TestTheUsualServerHasRoomForAHouseholdAndForSeveral(t *testing.T) {
	bubble(t, serve.Usual(), func(http.ResponseWriter, *http.Request) {}, func(t *testing.T, l *pipes) {
		for i := range 256 {
			c := l.dial(from(fmt.Sprint("192.0.2.", i/64)))
			defer func() { _ = c.Close() }()
			if i%64 != 63 {
				continue
			}
			if got := openFor(l.dial(from(fmt.Sprint("192.0.2.", i/64)))); got != 0 {
				t.Fatalf("connection %d of one address is open for %s", i%64+2, got)
			}
		}
		if got := openFor(l.dial(from("192.0.2.9"))); got != 0 {
			t.Errorf("connection 257 is open for %s", got)
		}
	})
}

func TestAnAddressIsAMachineOrANetworkOfAHome(t *testing.T) {
	limits := serve.Usual()
	limits.PerAddress = 1
	for _, tt := range []struct {
		first, second net.Addr
		same          bool
	}{
		{from("192.0.2.1"), from("192.0.2.1"), true},
		{from("192.0.2.1"), &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 9}, true},
		{from("192.0.2.1"), from("192.0.2.2"), false},
		{from("::ffff:192.0.2.1"), from("192.0.2.1"), true},
		{from("::ffff:192.0.2.1"), from("::ffff:192.0.2.2"), false},
		{from("2001:db8:0:1::1"), from("2001:db8:0:1:ffff::9"), true},
		{from("2001:db8:0:1::1"), from("2001:db8:0:2::1"), false},
		{from("2001:db8::1"), from("192.0.2.1"), false},
		{&net.UnixAddr{Name: "a"}, &net.UnixAddr{Name: "a"}, true},
		{&net.UnixAddr{Name: "a"}, &net.UnixAddr{Name: "b"}, false},
	} {
		bubble(t, limits, func(http.ResponseWriter, *http.Request) {}, func(t *testing.T, l *pipes) {
			defer func() { _ = l.dial(tt.first).Close() }()
			_ = l.dial(tt.first)
			if refused := openFor(l.dial(tt.second)) == 0; refused != tt.same {
				t.Errorf("%s, then %s: refused %t", tt.first, tt.second, refused)
			}
		})
	}
}

// Each letter opens a connection from an address. A letter after a dash closes the oldest
// one of it.
func TestWhoLeavesMakesRoomForOne(t *testing.T) {
	limits := serve.Usual()
	limits.PerAddress, limits.Connections = 2, 3
	for script, last := range map[string]bool{ // whether the last one is let in
		"aa": true, "aaa": false, "aab": true, "aabb": false, "aabc": false,
		"aa-aa": true, "aa-aaa": false, "aa-a-aaa": true, "aa-a-aaaa": false,
		"aab-ab": true, "aab-abc": false, "aab-bc": true, "aab-ba": false, "aaba-aa": true,
	} {
		bubble(t, limits, func(http.ResponseWriter, *http.Request) {}, func(t *testing.T, l *pipes) {
			open, in := map[rune][]net.Conn{}, false
			leaves := false
			for _, r := range script {
				switch {
				case r == '-':
					leaves = true
				case leaves:
					_ = open[r][0].Close()
					open[r], leaves = open[r][1:], false
					synctest.Wait()
				default:
					c := l.dial(&net.UnixAddr{Name: string(r)})
					defer func() { _ = c.Close() }()
					synctest.Wait()
					_, err := c.Write([]byte("G")) // who is not let in finds the pipe closed
					if in = err == nil; in {
						open[r] = append(open[r], c)
					}
				}
			}
			if in != last {
				t.Errorf("%s: let in %t", script, in)
			}
		})
	}
}

func TestStopReturnsWhenTheListenerIsClosedEvenIfTheServerHasNotBegun(t *testing.T) {
	for _, begun := range []bool{true, false} {
		synctest.Test(t, func(t *testing.T) {
			l := &pipes{incoming: make(chan net.Conn), closed: make(chan struct{}), lag: time.Second}
			stop := serve.Start(l, http.NotFoundHandler(), serve.Usual())
			if begun {
				synctest.Wait()
			}
			stop()
			select {
			case <-l.closed:
			default:
				t.Errorf("the listener is still open (the server had begun: %t)", begun)
			}
		})
	}
}

func TestAListenerThatFailsIsClosed(t *testing.T) {
	synctest.Test(t, func(*testing.T) {
		l := &pipes{incoming: make(chan net.Conn), closed: make(chan struct{}), broken: true}
		stop := serve.Start(l, http.NotFoundHandler(), serve.Usual())
		<-l.closed
		stop()
	})
}
