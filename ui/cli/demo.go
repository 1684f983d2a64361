package cli

import (
	"context"
	"fmt"
	"net"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
	"klavilink/ui/cli/serve"
	"klavilink/ui/screen"
	"klavilink/validate"
)

// startDemo runs the built-in sandbox on the loopback address. If address is not
// empty, it also serves the customer's pages there, so that telephones on the network
// can open them. The place says whether anybody else reaches that address. The API is not
// served there. The pages name the company.
func startDemo(g gateway, address, company string, play demoPlay) (*session, error) {
	cfg := sandbox.Config{Now: g.now, Company: company, Lang: sandbox.Lang(g.t.Lang)}
	play.configure(&cfg, g)
	place := screen.Place{Demo: true}
	var open net.Listener
	if address != "" {
		var err error
		if open, place.Open, err = listen(address); err != nil {
			return nil, usage(fmt.Sprintf(g.t.CLI.BadListenF, validate.Harmless(address, 60)))
		}
		place.HereOnly = onlyHere(place.Open)
		cfg.PageBase = "http://" + place.Open
	}
	box, err := sandbox.New(cfg)
	if err != nil {
		return nil, demoFailed(err)
	}
	local, _, err := listen("127.0.0.1:0")
	if err != nil {
		return nil, demoFailed(err)
	}
	stop := serve.Start(local, box, serve.Usual())
	if play.wanted() {
		stop = running(box, stop)
	}
	if open != nil {
		stopAPI, stopPages := stop, serve.Start(open, box.Pages(), serve.Usual())
		stop = func() {
			stopPages()
			stopAPI()
		}
	}
	client := klavi.Config{
		BaseURL:   "http://" + local.Addr().String(),
		AccessKey: sandbox.DemoAccessKey, SecretKey: sandbox.DemoSecretKey,
	}
	if cfg.PageBase != "" {
		client.PlainPages = cfg.PageBase + "/"
	}
	s, err := g.open(client, place, stop)
	if err != nil {
		return nil, err
	}
	s.play = box.SetStatus
	if play.wanted() {
		s.settle = box.Settle
	}
	return s, nil
}

// running lets a sandbox deliver and tell its story until the returned function is called,
// which then calls stop.
func running(box *sandbox.Server, stop func()) func() {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		box.Run(ctx)
	}()
	return func() {
		cancel()
		<-done
		stop()
	}
}

// demoFailed returns the exit for a machine that cannot run the demo.
func demoFailed(err error) *exit {
	return &exit{status: ExitFailed, kind: klavi.KindNetwork.String(), message: err.Error()}
}
