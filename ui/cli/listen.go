package cli

import (
	"context"
	"fmt"
	"net"
)

// listen listens at an address and returns the host and port that others can reach. If
// the address is unspecified, as 0.0.0.0 is, that host is the machine's address on the
// local network.
func listen(address string) (l net.Listener, reached string, err error) {
	if l, err = (&net.ListenConfig{}).Listen(context.Background(), "tcp", address); err != nil {
		return nil, "", fmt.Errorf("listen: %w", err)
	}
	tcp, ok := l.Addr().(*net.TCPAddr)
	if !ok || !tcp.IP.IsUnspecified() {
		return l, l.Addr().String(), nil
	}
	return l, net.JoinHostPort(onNetwork().String(), fmt.Sprint(tcp.Port)), nil
}

// onNetwork returns the machine's IPv4 address on the local network. If it has none there,
// it returns another one that others can reach, or 127.0.0.1 if nobody else can.
func onNetwork() net.IP {
	addresses, _ := net.InterfaceAddrs() // after an error the list is empty
	return reachable(addresses)
}

// reachable returns the address of a list at which others reach the machine best.
func reachable(addresses []net.Addr) net.IP {
	best := net.IPv4(127, 0, 0, 1)
	for _, a := range addresses {
		n, ok := a.(*net.IPNet)
		if !ok || n.IP.To4() == nil || !n.IP.IsGlobalUnicast() {
			continue
		}
		if n.IP.IsPrivate() {
			return n.IP
		}
		if best.IsLoopback() {
			best = n.IP
		}
	}
	return best
}

// onlyHere reports whether nobody but this machine reaches a host and port.
func onlyHere(reached string) bool {
	host, _, _ := net.SplitHostPort(reached)
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
