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
	"strings"

	"github.com/pelletier/go-toml/v2"

	"klavilink/klavi"
	"klavilink/ui/message"
	"klavilink/validate"
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
		RedirectURL: p.RedirectURL, ProductsCallbackURL: p.Callbacks,
		AppLink: p.AppLink, AppRedirectURLKey: p.AppRedirectURLKey,
	}
}

// Offers reports whether the agent may use a channel.
func (p Profile) Offers(channel string) bool {
	return p.Channels == nil || slices.Contains(p.Channels, channel)
}

// Problem is the kind of an [Error].
type Problem uint8

// The problems of a file.
const (
	Syntax         Problem = iota + 1 // the file is not TOML, or a value has the wrong type
	UnknownKey                        // the package does not know the key
	BadValue                          // the key cannot have this value
	BadPlaceholder                    // the template has a placeholder that does not exist
)

// Error describes what is wrong with a file. It never quotes a value.
type Error struct {
	Problem Problem
	Line    int    // the line, counted from 1, or 0 if it is unknown
	Key     string // the key with its tables, as in profiles.loja.company, or empty if it is unknown
	Nearest string // the placeholder that is spelt most like the one that does not exist
}

// Error implements error.
func (e *Error) Error() string {
	words := [...]string{
		Syntax: "not readable", UnknownKey: "unknown key", BadValue: "bad value", BadPlaceholder: "unknown placeholder",
	}
	return "config: " + words[e.Problem] + " " + e.Key
}

// Parse reads the content of a file. A profile without an environment gets the sandbox.
// The error is an [*Error].
func Parse(b []byte) (Config, error) {
	var c Config
	err := toml.NewDecoder(bytes.NewReader(b)).DisallowUnknownFields().Decode(&c)
	var unknown *toml.StrictMissingError
	var broken *toml.DecodeError
	switch {
	case errors.As(err, &unknown):
		line, _ := unknown.Errors[0].Position() // there is at least one
		return Config{}, &Error{Problem: UnknownKey, Line: line, Key: strings.Join(unknown.Errors[0].Key(), ".")}
	case err != nil:
		e := &Error{Problem: Syntax}
		if errors.As(err, &broken) {
			e.Line, _ = broken.Position()
			e.Key = strings.Join(broken.Key(), ".")
		}
		return Config{}, e
	}
	if _, there := c.Profiles[c.Default]; c.Default != "" && !there {
		return Config{}, &Error{Problem: BadValue, Key: "profile"}
	}
	for _, name := range slices.Sorted(maps.Keys(c.Profiles)) {
		p := c.Profiles[name]
		p.Name = name
		if p.Environment == "" {
			p.Environment = klavi.Sandbox
		}
		if key := p.wrong(); key != "" {
			return Config{}, &Error{Problem: BadValue, Key: "profiles." + name + "." + key}
		}
		if nearest, found := message.Unknown(p.Message); found {
			return Config{}, &Error{Problem: BadPlaceholder, Key: "profiles." + name + ".message", Nearest: nearest}
		}
		c.Profiles[name] = p
	}
	return c, nil
}

// wrong returns the first key whose value is not allowed, or "".
func (p Profile) wrong() string {
	switch {
	case p.Environment.BaseURL() == "":
		return "environment"
	case p.Language != "" && p.Language != "pt" && p.Language != "en":
		return "language"
	case p.Message != "" && !strings.Contains(p.Message, "{link}"):
		return "message" // the customer would not get the link
	case slices.ContainsFunc(p.Channels, func(c string) bool { return c != WhatsApp && c != Email }):
		return "channels"
	case slices.ContainsFunc(p.LinkHosts, func(h string) bool { return !isHost(h) }):
		return "link_hosts"
	case p.TicketKey != validate.Trim(validate.Harmless(p.TicketKey, 40)):
		return "ticket_key"
	}
	var e *klavi.Error
	if errors.As(p.Defaults().Check(), &e) {
		return map[string]string{
			"redirectURL": "redirect_url", "productsCallbackURL": "callbacks",
			"appLink": "app_link", "appRedirectURLKey": "app_redirect_url_key",
		}[e.Field]
	}
	return ""
}

// isHost reports whether a text is the name of a host as a URL has it: labels of letters,
// digits and hyphens in lower case, at least two of them.
func isHost(s string) bool {
	if !strings.Contains(s, ".") || len(s) > 253 {
		return false
	}
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || len(label) > 63 || strings.Trim(label, "-") != label ||
			strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return false
		}
	}
	return true
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
	for _, name := range slices.Sorted(maps.Keys(c.Profiles)) {
		if p := c.Profiles[name]; p.Environment == named || named == "" && len(c.Profiles) == 1 {
			return p
		}
	}
	return Profile{Environment: named}
}
