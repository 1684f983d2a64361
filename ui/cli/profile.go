package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/text"
	"klavilink/validate"
)

// maxConfig bounds the configuration file, in bytes.
const maxConfig = 1 << 20

// configure reads config.toml. What is wrong with it is told only to commands that
// need it: help and checks work all the same.
func (a *app) configure() {
	if a.env.ConfigFile == "" {
		return
	}
	f, err := os.Open(a.env.ConfigFile)
	if err != nil {
		if !os.IsNotExist(err) {
			a.badConfig = usage(fmt.Sprintf(a.t.CLI.ReadFileF, validate.Harmless(a.env.ConfigFile, 200)))
		}
		return
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxConfig))
	if err == nil {
		a.config, err = config.Parse(b)
	}
	if err != nil {
		a.badConfig = usage(a.configProblem(err))
	}
}

// configProblem says where in the file something is wrong, and what.
func (a *app) configProblem(err error) string {
	t := &a.t.CLI
	where := validate.Harmless(a.env.ConfigFile, 200)
	var e *config.Error
	if !errors.As(err, &e) {
		return fmt.Sprintf(t.ReadFileF, where)
	}
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d", where, e.Line)
	}
	key := validate.Harmless(e.Key, 100)
	switch e.Problem {
	case config.UnknownKey:
		return fmt.Sprintf(t.ConfigKeyF, where, key)
	case config.BadValue:
		return fmt.Sprintf(t.ConfigValueF, where, key)
	default:
		return fmt.Sprintf(t.ConfigSyntaxF, where)
	}
}

// profile is the one for the environment that a flag or the environment variable
// names, or the default one.
func (a *app) profile() (config.Profile, error) {
	if a.badConfig != nil {
		return config.Profile{}, a.badConfig
	}
	name := a.environment
	if name == "" {
		name = a.env.Getenv("KLAVI_ENV")
	}
	if name != "" && klavi.Environment(name).BaseURL() == "" {
		return config.Profile{}, usage(fmt.Sprintf(a.t.CLI.BadEnvF, validate.Harmless(name, 40)))
	}
	p := a.config.For(klavi.Environment(name))
	if p.Environment == "" {
		p.Environment = klavi.Sandbox
	}
	return p, nil
}

// speak chooses the language: of the flag, else of KLAVILINK_LANG, else of the
// profile of the environment, else of the machine's locale.
func (a *app) speak(said, environment string) {
	if l, known := text.ParseLang(said); known {
		a.t = text.For(l)
		return
	}
	if _, known := text.ParseLang(a.env.Getenv("KLAVILINK_LANG")); known {
		return
	}
	if p := a.config.For(klavi.Environment(environment)); p.Language != "" {
		a.t = text.For(text.Lang(p.Language))
	}
}
