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

// origin is the place that credentials come from. The program looks in this order and
// uses the first place that has credentials:
//
//  1. KLAVI_ACCESS_TOKEN, an access token made by a company's backend
//  2. the profile's token_command, a program that prints such a token
//  3. KLAVI_ACCESS_KEY and KLAVI_SECRET_KEY
//  4. the system's keyring, with one entry for each environment
//  5. a file that only the user can read, which login --insecure-storage writes
type origin uint8

const (
	fromNowhere origin = iota
	fromToken
	fromCommand
	fromKeys
	fromKeyring
	fromFile
)

// String returns the name of the origin that users know, such as a variable's name.
func (o origin) String() string {
	return [...]string{"", "KLAVI_ACCESS_TOKEN", "token_command", "KLAVI_ACCESS_KEY", "keyring", "credentials.json"}[o]
}

// credentials finds the token or the keys for the API.
type credentials struct {
	getenv func(string) string
	run    func(ctx context.Context, argv []string) ([]byte, error) // nil if no program may be run
	vault  vault
	t      *text.CLI
}

// find returns the credentials of a profile and their origin. If there are none, the
// origin is fromNowhere and the error is nil. If only one of the two keys is set, or the
// file of keys cannot be used, find returns an error.
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
	keys, from, err := c.vault.find(p.Environment)
	if err != nil {
		message := fileProblem(string(c.vault.file), err, c.t)
		return cfg, fromNowhere, &exit{status: ExitCredentials, kind: klavi.KindAuth.String(), message: message}
	}
	return klavi.Config{AccessKey: keys.Access, SecretKey: keys.Secret}, from, nil
}

// variable returns the secret in an environment variable, without surrounding spaces.
func (c credentials) variable(name string) klavi.Secret {
	return klavi.Secret(strings.TrimSpace(c.getenv(name)))
}

// reminder returns the warning that the keys are in a file without encryption, or ""
// if they come from elsewhere. The program shows it at every start.
func (c credentials) reminder(from origin) string {
	if from != fromFile {
		return ""
	}
	return fmt.Sprintf(c.t.InsecureF, validate.Harmless(string(c.vault.file), 120))
}
