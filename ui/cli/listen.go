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

// onNetwork returns the machine's IPv4 address on the local network, or 127.0.0.1 if it
// has none.
func onNetwork() net.IP {
	addresses, _ := net.InterfaceAddrs() // after an error the list is empty
	for _, a := range addresses {
		if n, ok := a.(*net.IPNet); ok && n.IP.To4() != nil && n.IP.IsPrivate() {
			return n.IP
		}
	}
	return net.IPv4(127, 0, 0, 1)
}
