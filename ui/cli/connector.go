package cli

import (
	"log/slog"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
)

// connector chooses the API that a command works at: the demo or Klavi's.
type connector struct {
	credentials credentials
	gateway     gateway

	demo       bool
	demoListen string // where the demo's pages are open to the network, or empty
}

// logging is the same connector that notes every request in a log; nil notes none.
func (c *connector) logging(log *slog.Logger) *connector {
	noting := *c
	noting.gateway = c.gateway.logging(log)
	return &noting
}

// connect opens the demo where it is asked for, and Klavi's API elsewhere. Where
// there are no credentials at all, demoWithout opens the demo too.
func (c *connector) connect(p config.Profile, demoWithout bool) (*session, error) {
	if c.demo || c.demoListen != "" {
		return startDemo(c.gateway, c.demoListen)
	}
	cfg, from, err := c.credentials.find(p)
	switch {
	case err != nil:
		return nil, err
	case from == fromNowhere && demoWithout:
		return startDemo(c.gateway, c.demoListen)
	case from == fromNowhere:
		none := c.credentials.t.NoCreds
		return nil, &exit{status: ExitCredentials, kind: klavi.KindAuth.String(), message: none}
	}
	s, err := c.gateway.partner(cfg, p.Environment)
	if err != nil {
		return nil, err
	}
	s.reminder = c.credentials.reminder(from)
	return s, nil
}
