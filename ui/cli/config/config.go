// Package config reads config.toml. The file holds the profiles of a company that works
// with Klavi, so that an agent types only the customer's data.
//
//	profile = "loja"               # the default, if no environment is named
//	reduced_motion = false         # true keeps everything still but the time
//
//	[profiles.loja]
//	environment = "production"     # or "sandbox", the default
//	company = "Loja Exemplo"       # the sender that the message and the demo's pages name
//	language = "pt"                # or "en"
//	contact = "4000-1234"          # where a customer can ask whether the message is genuine
//	message = "Oi! {link} vale até {hora}."       # with placeholders of package message
//	channels = ["whatsapp"]        # whatsapp, email or both; both if left out
//	keep_clipboard = false         # true leaves a copied link in the clipboard after a minute
//	token_command = ["loja-cli", "klavi-token"]   # prints an access token
//	link_hosts = ["links.loja.example"]           # hosts of links that are known, beside Klavi's
//	institution = "341"            # the code of the bank that the form has chosen already
//	redirect_url = "https://loja.example/volta"
//	app_link = "https://loja.example/app"
//	app_redirect_url_key = "retorno"
//	callbacks = { all = "https://loja.example/relatorios" }
//	ticket_key = "protocolo"       # the form asks for this key of externalInfo
//
// An unknown key is an error, because it is probably misspelt and would have no effect.
// The file holds no secret and no customer's data.
package config

import (
	"bytes"
	"errors"
	"maps"
	"slices"

	"github.com/pelletier/go-toml/v2"

	"klavilink/klavi"
	"klavilink/ui/spell"
)

// The channels for sending a link. [Profile] may switch them off.
const (
	WhatsApp = "whatsapp"
	Email    = "email"
)

// Config is the content of config.toml.
type Config struct {
	// Default is the name of the profile for when no environment is named, or empty.
	Default string `toml:"profile"`

	// ReducedMotion keeps everything on the screen still but the time.
	ReducedMotion bool `toml:"reduced_motion"`

	// Profiles maps names to profiles.
	Profiles map[string]Profile `toml:"profiles"`

	found *scan // where the keys are, nil without a file
}

// Profile is an environment and the settings for working in it.
type Profile struct {
	// Name is the profile's key in [Config].
	Name string `toml:"-"`

	// Environment is the API's environment. Language is "pt", "en" or empty.
	Environment klavi.Environment `toml:"environment"`
	Language    string            `toml:"language"`

	// Company is the sender that messages and the demo's pages name, and Contact is where
	// a customer can ask whether a message is genuine. Message is the template of messages,
	// with {link} where the link goes.
	Company string `toml:"company"`
	Contact string `toml:"contact"`
	Message string `toml:"message"`

	// Channels are the channels that the agent may use. Nil means all.
	Channels []string `toml:"channels"`

	// TokenCommand is a program and its arguments, run without a shell. It prints an
	// access token, so that the company's backend can keep the secret key to itself.
	TokenCommand []string `toml:"token_command"`

	// LinkHosts are hosts whose links the user is not warned of, beside Klavi's own: names
	// in lower case, such as links.loja.example. Each stands for its subdomains too.
	LinkHosts []string `toml:"link_hosts"`

	// KeepClipboard leaves a copied link in the clipboard. Otherwise the program
	// removes it after a minute.
	KeepClipboard bool `toml:"keep_clipboard"`

	// These fields fill in a request, see [Profile.Defaults].
	Institution       string            `toml:"institution"`
	RedirectURL       string            `toml:"redirect_url"`
	AppLink           string            `toml:"app_link"`
	AppRedirectURLKey string            `toml:"app_redirect_url_key"`
	Callbacks         map[string]string `toml:"callbacks"`

	// TicketKey is the key of externalInfo for which the form has a field of its own, such
	// as the number of the call. It is empty for no such field.
	TicketKey string `toml:"ticket_key"`
}

// Defaults returns a request with only the fields that the profile fills in.
func (p Profile) Defaults() klavi.LinkRequest {
	return klavi.LinkRequest{
		InstitutionCode: p.Institution, RedirectURL: p.RedirectURL, ProductsCallbackURL: p.Callbacks,
		AppLink: p.AppLink, AppRedirectURLKey: p.AppRedirectURLKey,
	}
}

// Offers reports whether the agent may use a channel.
func (p Profile) Offers(channel string) bool {
	return p.Channels == nil || slices.Contains(p.Channels, channel)
}

// Parse reads the content of a file. A profile without an environment gets the sandbox.
// The error is an [*Error].
func Parse(b []byte) (Config, error) {
	s := newScan(b)
	if s.fault != nil {
		return Config{}, s.fault
	}
	var c Config
	if err := toml.NewDecoder(bytes.NewReader(b)).DisallowUnknownFields().Decode(&c); err != nil {
		return Config{}, s.undecoded(err)
	}
	if _, there := c.Profiles[c.Default]; c.Default != "" && !there {
		return Config{}, &Error{
			Problem: BadValue, Key: "profile", Want: Name, Place: s.where([]string{"profile"}),
			Nearest: spell.Nearest(c.Default, c.Names()),
		}
	}
	c.found = s
	for _, name := range c.Names() {
		p := c.Profiles[name]
		p.Name = name
		if p.Environment == "" {
			p.Environment = klavi.Sandbox
		}
		if e := p.check(s); e != nil {
			return Config{}, e
		}
		c.Profiles[name] = p
	}
	return c, nil
}

// undecoded returns the error of a file that [scan] has nothing against.
func (s *scan) undecoded(err error) *Error {
	e := &Error{Problem: Syntax}
	var broken *toml.DecodeError
	if errors.As(err, &broken) {
		line, column := broken.Position()
		from := 0
		for range line - 1 {
			from += bytes.IndexByte(s.b[from:], '\n') + 1
		}
		path := broken.Key()
		e.Key, e.Place = written(path), s.guarded(path, path, span{from + column - 1, from + column})
	}
	return e
}

// Read reports whether the configuration was read from a file.
func (c Config) Read() bool { return c.found != nil }

// Names returns the names of the profiles in their order.
func (c Config) Names() []string { return slices.Sorted(maps.Keys(c.Profiles)) }

// Line returns the line of the file that has a key, or 0 if no line has it. The path begins
// with the tables that the key stands in, as in "profiles", "loja", "company".
func (c Config) Line(path ...string) int {
	if c.found == nil {
		return 0
	}
	return c.found.line(path)
}

// RunsPrograms reports whether a profile names a program that prints a token.
func (c Config) RunsPrograms() bool {
	for _, p := range c.Profiles {
		if len(p.TokenCommand) > 0 {
			return true
		}
	}
	return false
}

// For returns the profile for an environment, or the default profile if named is empty.
// If several profiles are for the environment, it prefers the default one and then the
// first by name. If none is, it returns a profile that holds only the environment. A
// single profile is the default even if the file names none.
func (c Config) For(named klavi.Environment) Profile {
	if p, ok := c.Profiles[c.Default]; ok && (named == "" || p.Environment == named) {
		return p
	}
	for _, name := range c.Names() {
		if p := c.Profiles[name]; p.Environment == named || named == "" && len(c.Profiles) == 1 {
			return p
		}
	}
	return Profile{Environment: named}
}
