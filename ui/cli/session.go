package cli

import (
	"net/url"

	"klavilink/klavi"
	"klavilink/ui"
)

// session is an API to make links at.
type session struct {
	client *klavi.Client
	place  ui.Place
	close  func()

	// play moves the customer of a demo's link; nil where there is no demo.
	play func(linkID, institutionCode string, s klavi.ConsentStatus) error
}

// credentials reads the environment; none is no error.
func (a *app) credentials() (cfg klavi.Config, err error) {
	get := func(name string) klavi.Secret { return klavi.Secret(a.env.Getenv(name)) }
	if cfg.AccessToken = get("KLAVI_ACCESS_TOKEN"); cfg.AccessToken != "" {
		return cfg, nil
	}
	cfg.AccessKey, cfg.SecretKey = get("KLAVI_ACCESS_KEY"), get("KLAVI_SECRET_KEY")
	if (cfg.AccessKey == "") != (cfg.SecretKey == "") {
		return cfg, &exit{status: ExitCredentials, kind: klavi.KindAuth.String(), message: a.t.CLI.HalfKeys}
	}
	return cfg, nil
}

func given(cfg klavi.Config) bool { return cfg.AccessToken != "" || cfg.AccessKey != "" }

// connect chooses the API: the demo where it is asked for, and, for the wizard,
// where there are no credentials at all.
func (a *app) connect(demoWithout bool) (*session, error) {
	profile, err := a.profile()
	if err != nil {
		return nil, err
	}
	env := profile.Environment
	if a.demo || a.demoListen != "" {
		return a.startDemo()
	}
	cfg, err := a.credentials()
	switch {
	case err != nil:
		return nil, err
	case !given(cfg) && demoWithout:
		return a.startDemo()
	case !given(cfg):
		return nil, &exit{status: ExitCredentials, kind: klavi.KindAuth.String(), message: a.t.CLI.NoCreds}
	}
	cfg.BaseURL = env.BaseURL()
	place := ui.Place{Env: env}
	if base := a.env.Getenv("KLAVI_API_BASE"); base != "" {
		cfg.BaseURL = base
		if u, err := url.Parse(base); err == nil {
			place.Server = u.Host
		}
	}
	return a.open(cfg, place, func() {})
}

func (a *app) open(cfg klavi.Config, place ui.Place, stop func()) (*session, error) {
	cfg.Transport, cfg.Now, cfg.UserAgent = a.env.Transport, a.env.Clock.Now, "klavilink/"+a.env.Version
	client, err := klavi.New(cfg)
	if err != nil {
		stop()
		return nil, a.explain(err)
	}
	return &session{client: client, place: place, close: stop}, nil
}
