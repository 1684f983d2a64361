package cli

import (
	"cmp"
	"net/url"

	"klavilink/klavi"
	"klavilink/ui"
	"klavilink/ui/cli/config"
)

// session is an API to make links at.
type session struct {
	client *klavi.Client
	place  ui.Place
	close  func()

	reminder string // of keys that lie in a file, at every start

	// play moves the customer of a demo's link; nil where there is no demo.
	play func(linkID, institutionCode string, s klavi.ConsentStatus) error
}

// connect chooses the API: the demo where it is asked for, and, for the wizard,
// where there are no credentials at all.
func (a *app) connect(profile config.Profile, demoWithout bool) (*session, error) {
	if a.demo || a.demoListen != "" {
		return a.startDemo()
	}
	cfg, from, err := a.credentials(profile)
	switch {
	case err != nil:
		return nil, err
	case from == fromNowhere && demoWithout:
		return a.startDemo()
	case from == fromNowhere:
		return nil, &exit{status: ExitCredentials, kind: klavi.KindAuth.String(), message: a.t.CLI.NoCreds}
	}
	place := a.address(&cfg, profile.Environment)
	s, err := a.open(cfg, place, func() {})
	if err != nil {
		return nil, err
	}
	s.reminder = a.reminder(from)
	return s, nil
}

// address says where the API of an environment is.
func (a *app) address(cfg *klavi.Config, env klavi.Environment) ui.Place {
	cfg.BaseURL = env.BaseURL()
	place := ui.Place{Env: env}
	if base := a.env.Getenv("KLAVI_API_BASE"); base != "" {
		cfg.BaseURL = base
		if u, err := url.Parse(base); err == nil {
			place.Server = u.Host
		}
	}
	return place
}

func (a *app) open(cfg klavi.Config, place ui.Place, stop func()) (*session, error) {
	cfg.Transport, cfg.Now, cfg.UserAgent, cfg.Chance = a.transport(), a.env.Clock.Now, "klavilink/"+cmp.Or(a.env.Build.Version, "dev"), a.env.Chance
	client, err := klavi.New(cfg)
	if err != nil {
		stop()
		return nil, a.explain(err)
	}
	return &session{client: client, place: place, close: stop}, nil
}
