package cli

import (
	"context"
	"fmt"
	"strings"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/text"
	"klavilink/validate"
)

// origin is where credentials come from. The program looks in this order, and the
// first place that has any wins:
//
//  1. KLAVI_ACCESS_TOKEN, a token that somebody's backend made
//  2. the profile's token_command, a program that prints such a token
//  3. KLAVI_ACCESS_KEY and KLAVI_SECRET_KEY
//  4. the system's keyring, an entry for each environment
//  5. a file that only the user can read, if login was told to write one
type origin uint8

const (
	fromNowhere origin = iota
	fromToken
	fromCommand
	fromKeys
	fromKeyring
	fromFile
)

// String names the origin as users know it.
func (o origin) String() string {
	return [...]string{"", "KLAVI_ACCESS_TOKEN", "token_command", "KLAVI_ACCESS_KEY", "keyring", "credentials.json"}[o]
}

// credentials finds what the API asks for.
type credentials struct {
	getenv func(string) string
	run    func(ctx context.Context, argv []string) ([]byte, error) // nil where no program is to be run
	vault  vault
	t      *text.CLI
}

// find gives the credentials of a profile. None at all is no error; half a pair of
// keys is one.
func (c credentials) find(p config.Profile) (cfg klavi.Config, from origin, err error) {
	if cfg.AccessToken = c.variable("KLAVI_ACCESS_TOKEN"); cfg.AccessToken != "" {
		return cfg, fromToken, nil
	}
	if len(p.TokenCommand) > 0 && c.run != nil {
		cfg.TokenSource = tokenSource(c.run, p.TokenCommand)
		return cfg, fromCommand, nil
	}
	cfg.AccessKey, cfg.SecretKey = c.variable("KLAVI_ACCESS_KEY"), c.variable("KLAVI_SECRET_KEY")
	switch {
	case (cfg.AccessKey == "") != (cfg.SecretKey == ""):
		half := &exit{status: ExitCredentials, kind: klavi.KindAuth.String(), message: c.t.HalfKeys}
		return cfg, fromNowhere, half
	case cfg.AccessKey != "":
		return cfg, fromKeys, nil
	}
	keys, from := c.vault.find(p.Environment)
	return klavi.Config{AccessKey: keys.Access, SecretKey: keys.Secret}, from, nil
}

// variable gives a secret of the environment, without blanks around it.
func (c credentials) variable(name string) klavi.Secret {
	return klavi.Secret(strings.TrimSpace(c.getenv(name)))
}

// reminder is said at every start that uses the file.
func (c credentials) reminder(from origin) string {
	if from != fromFile {
		return ""
	}
	return fmt.Sprintf(c.t.InsecureF, validate.Harmless(string(c.vault.file), 120))
}
