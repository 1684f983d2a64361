package serve

import (
	"fmt"
	"net"
	"sync"
)

// door is a listener that closes a connection at once if there are too many. It does not
// let it wait for another one to end, because slow clients would then keep everybody out
// who comes later.
type door struct {
	net.Listener
	limits Limits

	mu    sync.Mutex
	total int
	from  map[string]int // connections by address
}

func newDoor(l net.Listener, limits Limits) *door {
	return &door{Listener: l, limits: limits, from: map[string]int{}}
}

// Accept implements net.Listener.
func (d *door) Accept() (net.Conn, error) {
	for {
		c, err := d.Listener.Accept()
		if err != nil {
			return nil, fmt.Errorf("accept: %w", err)
		}
		address := host(c.RemoteAddr())
		if d.enter(address) {
			return &guest{Conn: c, leave: sync.OnceFunc(func() { d.left(address) })}, nil
		}
		_ = c.Close()
	}
}

// enter counts a connection, if it may come in.
func (d *door) enter(address string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.total >= d.limits.Connections || d.from[address] >= d.limits.PerAddress {
		return false
	}
	d.total++
	d.from[address]++
	return true
}

// left counts a connection no more.
func (d *door) left(address string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.total--
	if d.from[address]--; d.from[address] == 0 {
		delete(d.from, address)
	}
}

// host returns an address without its port. The addresses of one IPv6 network of a home
// count as one, because a single machine may use any of them.
func host(a net.Addr) string {
	tcp, ok := a.(*net.TCPAddr)
	if !ok {
		return a.String()
	}
	if v4 := tcp.IP.To4(); v4 != nil {
		return v4.String()
	}
	return tcp.IP.Mask(net.CIDRMask(64, 128)).String()
}

// guest is a connection that tells the door when it is closed.
type guest struct {
	net.Conn
	leave func()
}

// Close implements net.Conn.
func (g *guest) Close() error {
	defer g.leave()
	return g.Conn.Close() //nolint:wrapcheck // a Conn returns the error of the Conn below it
}
