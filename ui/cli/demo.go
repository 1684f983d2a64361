package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
	"klavilink/ui"
	"klavilink/validate"
)

// startDemo runs the built-in sandbox on this machine's loopback address, and,
// where that was asked for, the pages of its links, without the API, at an
// address that telephones on the network reach.
func (a *app) startDemo() (*session, error) {
	failed := func(err error) (*session, error) {
		return nil, &exit{status: ExitFailed, kind: klavi.KindNetwork.String(), message: err.Error()}
	}
	cfg := sandbox.Config{Now: a.env.Clock.Now}
	var open net.Listener
	place := ui.Place{Demo: true}
	if a.demoListen != "" {
		var err error
		if open, place.Open, err = listen(a.demoListen); err != nil {
			return nil, usage(fmt.Sprintf(a.t.CLI.BadListenF, validate.Harmless(a.demoListen, 60)))
		}
		cfg.PageBase = "http://" + place.Open
	}
	box, err := sandbox.New(cfg)
	if err != nil {
		return failed(err)
	}
	local, _, err := listen("127.0.0.1:0")
	if err != nil {
		return failed(err)
	}
	stop := serve(local, box)
	if open != nil {
		stopAPI, stopPages := stop, serve(open, box.Pages())
		stop = func() {
			stopPages()
			stopAPI()
		}
	}
	client := klavi.Config{BaseURL: "http://" + local.Addr().String(), AccessKey: sandbox.DemoAccessKey, SecretKey: sandbox.DemoSecretKey}
	if cfg.PageBase != "" {
		client.PlainPages = cfg.PageBase + "/"
	}
	s, err := a.open(client, place, stop)
	if err != nil {
		return nil, err
	}
	s.play = box.SetStatus
	return s, nil
}

// listen opens an address and says how others reach it: where it is every address
// of the machine, by the one on the local network.
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

// onNetwork gives the machine's address on the local network, or the loopback
// address where it is on none.
func onNetwork() net.IP {
	addresses, _ := net.InterfaceAddrs() // none is a machine without a network
	for _, a := range addresses {
		if n, ok := a.(*net.IPNet); ok && n.IP.To4() != nil && n.IP.IsPrivate() {
			return n.IP
		}
	}
	return net.IPv4(127, 0, 0, 1)
}

// serve answers until it is stopped.
func serve(l net.Listener, h http.Handler) (stop func()) {
	server := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			_ = l.Close()
		}
	}()
	return func() {
		_ = server.Close()
		<-done
	}
}
