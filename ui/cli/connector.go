package cli

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
)

// connector opens the API that a command uses: the demo's or Klavi's.
type connector struct {
	credentials credentials
	gateway     gateway

	demo       bool
	demoListen string // the address where the network can open the demo's pages, or empty
	play       demoPlay
}

// logging returns a copy that records every request in log. It records nothing if log
// is nil.
func (c *connector) logging(log *slog.Logger) *connector {
	noting := *c
	noting.gateway = c.gateway.logging(log)
	return &noting
}

// pausing returns a copy whose clients wait in another way before they repeat a call.
func (c *connector) pausing(sleep func(context.Context, time.Duration) error) *connector {
	waiting := *c
	waiting.gateway.sleep = sleep
	return &waiting
}

// carrier returns the transport for requests to addresses that the user names.
func (c *connector) carrier() http.RoundTripper {
	if c.gateway.transport != nil {
		return c.gateway.transport
	}
	return klavi.NewTransport()
}

// connect opens the demo if a flag asks for it, and Klavi's API otherwise. If there
// are no credentials, it opens the demo when demoWithout is true and returns an error
// when it is false.
func (c *connector) connect(p config.Profile, demoWithout bool) (*session, error) {
	if c.demo || c.demoListen != "" || c.play.wanted() {
		return startDemo(c.gateway, c.demoListen, p.Company, c.play)
	}
	cfg, from, err := c.credentials.find(p)
	switch {
	case err != nil:
		return nil, err
	case from == fromNowhere && demoWithout:
		return startDemo(c.gateway, c.demoListen, p.Company, c.play)
	case from == fromNowhere:
		none := c.credentials.t.NoCreds
		return nil, &exit{status: ExitCredentials, kind: klavi.KindAuth.String(), message: none}
	}
	cfg.LinkHosts = p.LinkHosts
	s, err := c.gateway.partner(cfg, p.Environment)
	if err != nil {
		return nil, err
	}
	s.reminder = c.credentials.reminder(from)
	return s, nil
}
