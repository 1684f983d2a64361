package cli

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

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
}

// profile returns the profile for the environment that --env or KLAVI_ENV names, or
// the default profile.
func (s *settings) profile() (config.Profile, error) {
	if s.broken != nil {
		return config.Profile{}, s.broken
	}
	name := cmp.Or(s.environment, s.variable)
	if name != "" && klavi.Environment(name).BaseURL() == "" {
		return config.Profile{}, misused(fmt.Sprintf(s.t.BadEnvF, validate.Harmless(name, 40)),
			spell.Nearest(name, environments()))
	}
	if s.named != "" {
		return s.byName(klavi.Environment(name))
	}
	p := s.config.For(klavi.Environment(name))
	p.Environment = cmp.Or(p.Environment, klavi.Sandbox)
	return p, nil
}

// byName returns the profile that --profile names. It must be one of the environment, if
// a flag or a variable names one.
func (s *settings) byName(env klavi.Environment) (config.Profile, error) {
	p, ok := s.config.Profiles[s.named]
	if !ok || env != "" && p.Environment != env {
		return config.Profile{}, misused(
			fmt.Sprintf(s.t.Batch.BadProfileF, validate.Harmless(s.named, 40)),
			validate.Harmless(spell.Nearest(s.named, slices.Sorted(maps.Keys(s.config.Profiles))), 40))
	}
	return p, nil
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
	if p := c.For(klavi.Environment(l.environment)); p.Language != "" {
		return text.For(text.Lang(p.Language))
	}
	return detected
}
