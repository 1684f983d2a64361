package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/validate"
)

// Credentials are looked for in this order, and the first that are found win:
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

// commandTime bounds the program that prints a token.
const commandTime = 10 * time.Second

// keyPair is what is stored, as JSON.
type keyPair struct {
	Access klavi.Secret `json:"accessKey"`
	Secret klavi.Secret `json:"secretKey"`
}

// encode writes the keys out: a Secret prints itself redacted.
func (k keyPair) encode() string {
	b, _ := json.Marshal(map[string]string{"accessKey": k.Access.Reveal(), "secretKey": k.Secret.Reveal()})
	return string(b)
}

func decodeKeys(s string) (k keyPair, ok bool) {
	var plain map[string]string
	if json.Unmarshal([]byte(s), &plain) != nil {
		return k, false
	}
	k = keyPair{klavi.Secret(plain["accessKey"]), klavi.Secret(plain["secretKey"])}
	return k, k.Access != "" && k.Secret != ""
}

// credentials finds those for a profile; none is no error.
func (a *app) credentials(p config.Profile) (cfg klavi.Config, from origin, err error) {
	get := func(name string) klavi.Secret { return klavi.Secret(strings.TrimSpace(a.env.Getenv(name))) }
	if cfg.AccessToken = get("KLAVI_ACCESS_TOKEN"); cfg.AccessToken != "" {
		return cfg, fromToken, nil
	}
	if len(p.TokenCommand) > 0 && a.env.Run != nil {
		cfg.TokenSource = a.tokenCommand(p.TokenCommand)
		return cfg, fromCommand, nil
	}
	cfg.AccessKey, cfg.SecretKey = get("KLAVI_ACCESS_KEY"), get("KLAVI_SECRET_KEY")
	switch {
	case (cfg.AccessKey == "") != (cfg.SecretKey == ""):
		return cfg, fromNowhere, &exit{status: ExitCredentials, kind: klavi.KindAuth.String(), message: a.t.CLI.HalfKeys}
	case cfg.AccessKey != "":
		return cfg, fromKeys, nil
	}
	if k, ok := a.fromKeyring(p.Environment); ok {
		cfg.AccessKey, cfg.SecretKey = k.Access, k.Secret
		return cfg, fromKeyring, nil
	}
	if k, ok := a.readKeys()[p.Environment]; ok {
		cfg.AccessKey, cfg.SecretKey = k.Access, k.Secret
		return cfg, fromFile, nil
	}
	return klavi.Config{}, fromNowhere, nil
}

// tokenCommand makes a token source of a program: what it prints, without blanks
// around it. What else it says is not passed on, for nobody knows what is in it.
func (a *app) tokenCommand(argv []string) func(context.Context) (klavi.Secret, error) {
	return func(ctx context.Context) (klavi.Secret, error) {
		ctx, cancel := context.WithTimeout(ctx, commandTime)
		defer cancel()
		out, err := a.env.Run(ctx, argv)
		token := klavi.Secret(bytes.TrimSpace(out))
		switch {
		case ctx.Err() != nil:
			return "", fmt.Errorf("token_command: %w", ctx.Err())
		case err != nil:
			return "", errTokenCommand
		case token == "" || strings.ContainsFunc(token.Reveal(), func(r rune) bool { return r <= ' ' || r > '~' }):
			return "", errNoToken
		}
		return token, nil
	}
}

var (
	errTokenCommand = errors.New("token_command failed")
	errNoToken      = errors.New("token_command printed no token")
)

// fromKeyring reads the system's keyring. One that is locked, missing or slow is
// the same as an empty one; doctor tells them apart.
func (a *app) fromKeyring(env klavi.Environment) (keyPair, bool) {
	if a.env.Keyring == nil {
		return keyPair{}, false
	}
	s, err := a.env.Keyring.Get(string(env))
	if err != nil {
		return keyPair{}, false
	}
	return decodeKeys(s)
}

// keysFile is where login writes keys if it is told to, empty where there is no
// folder for it.
func (a *app) keysFile() string {
	if a.env.ConfigFile == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(a.env.ConfigFile), "credentials.json")
}

// readKeys reads the file, by environment.
func (a *app) readKeys() map[klavi.Environment]keyPair {
	b, err := os.ReadFile(a.keysFile())
	var raw map[klavi.Environment]json.RawMessage
	if err != nil || json.Unmarshal(b, &raw) != nil {
		return nil
	}
	keys := map[klavi.Environment]keyPair{}
	for env, r := range raw {
		if k, ok := decodeKeys(string(r)); ok {
			keys[env] = k
		}
	}
	return keys
}

// writeKeys writes the file, for the user alone; without any keys it goes.
func (a *app) writeKeys(keys map[klavi.Environment]keyPair) error {
	name := a.keysFile()
	if name == "" {
		return errNoFolder
	}
	if len(keys) == 0 {
		if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("remove the keys: %w", err)
		}
		return nil
	}
	raw := map[klavi.Environment]json.RawMessage{}
	for env, k := range keys {
		raw[env] = json.RawMessage(k.encode())
	}
	b, err := json.Marshal(raw)
	if err != nil {
		return fmt.Errorf("write the keys: %w", err)
	}
	if err := replaceFile(name, b); err != nil {
		return fmt.Errorf("write the keys: %w", err)
	}
	return nil
}

var errNoFolder = errors.New("there is no configuration folder")

// reminder is said at every start that uses the file.
func (a *app) reminder(from origin) string {
	if from != fromFile {
		return ""
	}
	return fmt.Sprintf(a.t.CLI.InsecureF, validate.Harmless(a.keysFile(), 120))
}
