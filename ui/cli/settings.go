package cli

import (
	"cmp"
	"fmt"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/text"
	"klavilink/validate"
)

// settings are what the flags, the environment and the configuration file say of
// the environment and the language.
type settings struct {
	config   config.Config
	broken   *exit  // what is wrong with the file; help and checks work all the same
	variable string // of KLAVI_ENV
	t        *text.CLI

	language, environment string // of the flags
}

// profile is the one for the environment that the flag or the variable names, or
// the default one.
func (s *settings) profile() (config.Profile, error) {
	if s.broken != nil {
		return config.Profile{}, s.broken
	}
	name := cmp.Or(s.environment, s.variable)
	if name != "" && klavi.Environment(name).BaseURL() == "" {
		return config.Profile{}, usage(fmt.Sprintf(s.t.BadEnvF, validate.Harmless(name, 40)))
	}
	p := s.config.For(klavi.Environment(name))
	p.Environment = cmp.Or(p.Environment, klavi.Sandbox)
	return p, nil
}

// checkLanguage refuses a language that the flag names and the program does not
// know.
func (s *settings) checkLanguage() error {
	if _, known := text.ParseLang(s.language); s.language != "" && !known {
		return usage(fmt.Sprintf(s.t.BadLangF, validate.Harmless(s.language, 40)))
	}
	return nil
}

// language is what chooses the language of the texts.
type language struct {
	flag        string // the value of --lang
	environment string // the environment whose profile may name a language
	variable    string // the value of KLAVILINK_LANG
}

// of gives the texts in the language of the flag, of the variable, of the profile
// or of the machine's locale: the first of them that is known. The detected texts
// obey the variable and the locale already.
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
