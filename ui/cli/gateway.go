package cli

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"klavilink/klavi"
	"klavilink/ui/screen"
	"klavilink/ui/text"
)

// session is a connected client, where it points, and how to close it.
type session struct {
	client *klavi.Client
	place  screen.Place
	close  func()

	// reminder is the warning that the keys are in a file without encryption, or empty.
	reminder string

	// settle returns when the demo has delivered its callbacks, or when the context ends. It
	// is nil if the demo delivers none.
	settle func(context.Context)

	// play sets the status that a customer of the demo has at an institution. It is nil
	// outside the demo.
	play func(linkID, institutionCode string, s klavi.ConsentStatus) error
}

// settled waits until the demo has delivered its callbacks.
func (s *session) settled(ctx context.Context) {
	if s != nil && s.settle != nil {
		s.settle(ctx)
	}
}

// gateway opens sessions. It holds the settings of the connection. The caller finds the
// credentials.
type gateway struct {
	base      string            // the URL of the API, or empty for the environment's own
	transport http.RoundTripper // nil for the client's own
	now       func() time.Time
	steady    func() time.Duration
	chance    func() float64
	sleep     func(context.Context, time.Duration) error // how the client waits, nil for its own way
	wait      func(context.Context, time.Duration) error // how the demo waits
	userAgent string
	t         *text.Catalogue
}

// newGateway returns the gateway for an environment.
func newGateway(env Env, t *text.Catalogue) gateway {
	return gateway{
		base: env.Getenv("KLAVI_API_BASE"), transport: env.Transport, now: env.now, steady: env.steady,
		sleep: waits(env.Clock), wait: waits(env.Clock), chance: env.Chance,
		userAgent: env.Build.userAgent(), t: t,
	}
}

// logging returns a copy that records every request in log. It records nothing if log
// is nil.
func (g gateway) logging(log *slog.Logger) gateway {
	if log == nil {
		return g
	}
	next := g.transport
	if next == nil {
		next = klavi.NewTransport()
	}
	g.transport = logged{next, log, g.steady}
	return g
}

// address returns the base URL of the API of an environment, and the place to show to
// the user.
func (g gateway) address(env klavi.Environment) (base string, place screen.Place) {
	place.Env = env
	if g.base == "" {
		return env.BaseURL(), place
	}
	if u, err := url.Parse(g.base); err == nil {
		place.Server = u.Host
	}
	return g.base, place
}

// open returns a session with the address and the credentials of cfg. Closing the
// session calls stop. If open fails, it calls stop itself.
func (g gateway) open(cfg klavi.Config, place screen.Place, stop func()) (*session, error) {
	cfg.Transport, cfg.Now, cfg.UserAgent, cfg.Chance = g.transport, g.now, g.userAgent, g.chance
	cfg.Sleep = g.sleep
	client, err := klavi.New(cfg)
	if err != nil {
		stop()
		return nil, explain(g.t, err)
	}
	return &session{client: client, place: place, close: stop}, nil
}

// partner opens Klavi's API of an environment with a partner's credentials.
func (g gateway) partner(cfg klavi.Config, env klavi.Environment) (*session, error) {
	base, place := g.address(env)
	cfg.BaseURL = base
	return g.open(cfg, place, func() {})
}
