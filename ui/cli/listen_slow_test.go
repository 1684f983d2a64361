package cli

import (
	"context"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/klavi/callback"
	"klavilink/klavi/callback/deliver"
	"klavilink/klavi/sandbox"
	"klavilink/ui/cli/serve"
	"klavilink/ui/received"
)

// pipes is a listener whose connections are in memory, so that a bubble of time can hold
// them.
type pipes struct {
	open  chan net.Conn
	ended chan struct{}
	close func()
}

func newPipes() *pipes {
	ended := make(chan struct{})
	return &pipes{make(chan net.Conn), ended, sync.OnceFunc(func() { close(ended) })}
}

// Accept implements net.Listener.
func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.open:
		return c, nil
	case <-p.ended:
		return nil, net.ErrClosed
	}
}

// Close implements net.Listener.
func (p *pipes) Close() error { p.close(); return nil }

// Addr implements net.Listener.
func (p *pipes) Addr() net.Addr { return &net.TCPAddr{} }

// transport returns a transport that connects to the listener.
func (p *pipes) transport() *http.Transport {
	return &http.Transport{DisableKeepAlives: true, DialContext: func(context.Context, string, string) (net.Conn, error) {
		here, there := net.Pipe()
		p.open <- there
		return here, nil
	}}
}

// The server and its limits are those of listen, and the sender is that of trigger --slow.
func TestAListenerCutsABodyThatComesTooSlowlyAndTakesTheNextOne(t *testing.T) {
	const body = `{"eventId":"1","eventName":"link_created","payload":{"linkId":"l"}}`
	synctest.Test(t, func(t *testing.T) {
		begin := time.Now()
		var got []string
		ctx, end := context.WithCancel(t.Context())
		r := received.New(ctx, received.Config{
			Key: sandbox.DemoSecretKey, Now: time.Now, Report: func(r received.Receipt) {
				got = append(got, r.Verdict.String()+" after "+time.Since(begin).String())
			},
		})
		p := newPipes()
		stop := serve.Start(p, r, callbackLimits())
		post := deliver.Post{
			URL: "http://127.0.0.1/", Body: []byte(body),
			Header: sandbox.CallbackHeader([]byte(body), sandbox.DemoSecretKey, "1"),
		}
		plain := p.transport()
		sleep := waits(bubble{begin})
		slow := deliver.Sender{Transport: slowly{plain, sleep}, Steady: bubble{begin}.Steady, Sleep: sleep, Tries: 1}
		if result := slow.Send(t.Context(), post); result.OK() || result.Took != deliver.Timeout {
			t.Errorf("the slow one: %+v", result)
		}
		synctest.Wait()
		if result := (deliver.Sender{Transport: plain, Steady: bubble{begin}.Steady}).Send(t.Context(), post); !result.OK() {
			t.Errorf("the next one: %+v", result)
		}
		if all := strings.Join(got, ", "); all != "cut off after 10s, good after 10s" {
			t.Errorf("%s", all)
		}
		end()
		stop()
		time.Sleep(time.Minute) // the last waits end
	})
}

// A body that trickles within the limit is taken.
func TestAListenerWaitsForABodyThatComesInTime(t *testing.T) {
	const body = `{"eventId":"1"}`
	synctest.Test(t, func(t *testing.T) {
		var got received.Verdict
		r := received.New(t.Context(), received.Config{
			Key: sandbox.DemoSecretKey, Now: time.Now, Report: func(r received.Receipt) { got = r.Verdict },
		})
		p := newPipes()
		stop := serve.Start(p, r, callbackLimits())
		c, there := net.Pipe()
		p.open <- there
		head := "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 15\r\n" +
			callback.SignatureHeader + ": " + callback.Sign([]byte(body), sandbox.DemoSecretKey) + "\r\n\r\n"
		for _, part := range []string{head, body[:5], body[5:10], body[10:]} {
			if _, err := c.Write([]byte(part)); err != nil {
				t.Fatal(err)
			}
			time.Sleep(3 * time.Second)
		}
		synctest.Wait()
		if got != received.Good {
			t.Errorf("%s", got)
		}
		_ = c.Close()
		stop()
	})
}
