package cli

import (
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"klavilink/klavi"
	"klavilink/ui/screen"
	"klavilink/ui/text"
)

// session is an API to make links at.
type session struct {
	client *klavi.Client
	place  screen.Place
	close  func()

	// reminder is said at every start that uses keys from a file.
	reminder string

	// play moves the customer of a demo's link; nil where there is no demo.
	play func(linkID, institutionCode string, s klavi.ConsentStatus) error
}

// gateway opens sessions. It knows how requests travel, and it does not know where
// the credentials come from.
type gateway struct {
	base      string            // of the API, empty for the environment's own
	transport http.RoundTripper // nil for the client's own
	now       func() time.Time
	steady    func() time.Duration
	chance    func() float64
	zone      *time.Location // of the times on the pages of a demo
	userAgent string
	t         *text.Catalogue
}

// newGateway makes the gateway of a run.
func newGateway(env Env, t *text.Catalogue) gateway {
	return gateway{
		base: env.Getenv("KLAVI_API_BASE"), transport: env.Transport, now: env.now, steady: env.steady,
		chance: env.Chance, zone: env.Zone, userAgent: env.Build.userAgent(), t: t,
	}
}

// logging is the same gateway that notes every request in a log; nil notes none.
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

// address says where the API of an environment is.
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

// open makes a session with the address and the credentials of cfg. stop ends
// what serves the address; where no session comes of it, open calls it.
func (g gateway) open(cfg klavi.Config, place screen.Place, stop func()) (*session, error) {
	cfg.Transport, cfg.Now, cfg.UserAgent, cfg.Chance = g.transport, g.now, g.userAgent, g.chance
	client, err := klavi.New(cfg)
	if err != nil {
		stop()
		return nil, explain(g.t, err)
	}
	return &session{client: client, place: place, close: stop}, nil
}

// partner opens the API of an environment with credentials of one's own.
func (g gateway) partner(cfg klavi.Config, env klavi.Environment) (*session, error) {
	base, place := g.address(env)
	cfg.BaseURL = base
	return g.open(cfg, place, func() {})
}
