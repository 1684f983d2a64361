package cli

import (
	"cmp"
	"fmt"
	"strings"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/spell"
	"klavilink/ui/text"
	"klavilink/validate"
)

// settings holds what the flags, the variables and the configuration file say about
// the environment and the language.
type settings struct {
	config   config.Config
	broken   *exit  // the error of the file; help and validate work without the file
	variable string // the value of KLAVI_ENV
	t        *text.CLI

	language, environment string // the values of --lang and --env
	named                 string // the value of --profile
	namedVariable         string // the value of KLAVILINK_PROFILE
}

// profile returns the profile that --profile or KLAVILINK_PROFILE names, the one for the
// environment that --env or KLAVI_ENV names, or the default profile.
func (s *settings) profile() (config.Profile, error) {
	if s.broken != nil {
		return config.Profile{}, s.broken
	}
	name := cmp.Or(s.environment, s.variable)
	if name != "" && klavi.Environment(name).BaseURL() == "" {
		return config.Profile{}, misused(fmt.Sprintf(s.t.BadEnvF, validate.Harmless(name, 40)),
			spell.Nearest(name, environments()))
	}
	if named := cmp.Or(s.named, s.namedVariable); named != "" {
		return s.byName(named, klavi.Environment(name))
	}
	p := s.config.For(klavi.Environment(name))
	p.Environment = cmp.Or(p.Environment, klavi.Sandbox)
	return p, nil
}

// byName returns the profile with a name. It must be one of the environment, if a flag or a
// variable names one.
func (s *settings) byName(name string, env klavi.Environment) (config.Profile, error) {
	t := &s.t.Config
	p, ok := s.config.Profiles[name]
	if !ok {
		return config.Profile{}, s.noProfile(name)
	}
	if env != "" && p.Environment != env {
		said := "KLAVI_ENV"
		if s.environment != "" {
			said = "--env"
		}
		return config.Profile{}, usage(fmt.Sprintf(t.WrongPlaceF, validate.Harmless(name, 40), p.Environment, said, env))
	}
	return p, nil
}

// mostProfiles is how many profiles an error lists.
const mostProfiles = 12

// noProfile returns the error of a profile that does not exist. It names the nearest one and
// those that there are.
func (s *settings) noProfile(name string) error {
	t := &s.t.Config
	said := fmt.Sprintf(t.NoProfileF, validate.Harmless(name, 40))
	names := s.config.Names()
	switch {
	case len(names) > 0:
	case s.config.Read():
		return usage(join(said, t.NoProfiles))
	default:
		return usage(join(said, t.NoFile))
	}
	var list []string
	for _, name := range names[:min(len(names), mostProfiles)] {
		list = append(list, validate.Harmless(name, 40))
	}
	if len(names) > mostProfiles {
		list = append(list, "…")
	}
	return misused(join(said, fmt.Sprintf(t.ProfilesF, strings.Join(list, ", "))),
		validate.Harmless(spell.Nearest(name, names), 40))
}

// checkLanguage returns an error if --lang names an unknown language.
func (s *settings) checkLanguage() error {
	if _, known := text.ParseLang(s.language); s.language != "" && !known {
		return misused(fmt.Sprintf(s.t.BadLangF, validate.Harmless(s.language, 40)),
			spell.Nearest(s.language, languages()))
	}
	return nil
}

// language holds the values that decide the language of the texts.
type language struct {
	flag        string // the value of --lang
	profile     string // the value of --profile or of KLAVILINK_PROFILE
	environment string // the environment whose profile may name a language
	variable    string // the value of KLAVILINK_LANG
}

// of returns the texts in the language of the flag, the variable, the profile or the
// machine's locale: the first that is known. The caller has found detected from the
// variable and the locale.
func (l language) of(c config.Config, detected *text.Catalogue) *text.Catalogue {
	if lang, known := text.ParseLang(l.flag); known {
		return text.For(lang)
	}
	if _, known := text.ParseLang(l.variable); known {
		return detected
	}
	p, named := c.Profiles[l.profile]
	if !named {
		p = c.For(klavi.Environment(l.environment))
	}
	if p.Language != "" {
		return text.For(text.Lang(p.Language))
	}
	return detected
}
