// Package config reads config.toml: the profiles of a company that works with
// Klavi, so that an agent types what is the customer's and nothing else.
//
//	profile = "loja"               # where no environment is named
//
//	[profiles.loja]
//	environment = "production"     # or "sandbox", the default
//	company = "Loja Exemplo"       # who the customer is told the link is from
//	language = "pt"
//	message = "Oi! {link} vale até {hora}."
//	channels = ["whatsapp"]        # which of whatsapp and email; both where left out
//	keep_clipboard = false         # true leaves a copied link there for longer than a minute
//	token_command = ["loja-cli", "klavi-token"]   # prints an access token
//	redirect_url = "https://loja.example/volta"
//	app_link = "https://loja.example/app"
//	app_redirect_url_key = "retorno"
//	callbacks = { all = "https://loja.example/relatorios" }
//
// A key that is not known is an error, for a misspelt one would be obeyed by
// nobody. The file holds no secret and nothing of a customer's.
package config

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"klavilink/klavi"
)

// The channels that may be switched off.
const (
	WhatsApp = "whatsapp"
	Email    = "email"
)

// Config is a file.
type Config struct {
	Default  string             `toml:"profile"`
	Profiles map[string]Profile `toml:"profiles"`
}

// Profile is a way to work: an environment, and what is filled in.
type Profile struct {
	Name string `toml:"-"`

	Environment klavi.Environment `toml:"environment"`
	Language    string            `toml:"language"`

	// Company is named in messages; Message is their template, see the package.
	Company string `toml:"company"`
	Message string `toml:"message"`

	// Channels are those that the agent is offered, all where it is nil.
	Channels []string `toml:"channels"`

	// TokenCommand is a program with its arguments, run without a shell, that prints
	// an access token: the way for a company's backend to keep the secret key.
	TokenCommand []string `toml:"token_command"`

	// KeepClipboard leaves a copied link in the clipboard for longer than a minute.
	KeepClipboard bool `toml:"keep_clipboard"`

	RedirectURL       string            `toml:"redirect_url"`
	AppLink           string            `toml:"app_link"`
	AppRedirectURLKey string            `toml:"app_redirect_url_key"`
	Callbacks         map[string]string `toml:"callbacks"`
}

// Defaults are the fields of a request that the profile fills in.
func (p Profile) Defaults() klavi.LinkRequest {
	return klavi.LinkRequest{
		RedirectURL: p.RedirectURL, ProductsCallbackURL: p.Callbacks,
		AppLink: p.AppLink, AppRedirectURLKey: p.AppRedirectURLKey,
	}
}

// Offers tells whether a channel is on.
func (p Profile) Offers(channel string) bool {
	return p.Channels == nil || slices.Contains(p.Channels, channel)
}

// Problem is what kind of thing is wrong with a file.
type Problem uint8

// The problems.
const (
	Syntax     Problem = iota + 1 // not TOML, or a value of another type
	UnknownKey                    // a key that means nothing
	BadValue                      // a value that the key cannot have
)

// Error is what is wrong with a file. It never quotes a value.
type Error struct {
	Problem Problem
	Line    int    // from 1; 0 where it is not known
	Key     string // with dots, empty where it is not known
}

// Error implements error.
func (e *Error) Error() string {
	words := [...]string{Syntax: "not readable", UnknownKey: "unknown key", BadValue: "bad value"}
	return "config: " + words[e.Problem] + " " + e.Key
}

// Parse reads a file. The error is an [*Error].
func Parse(b []byte) (Config, error) {
	var c Config
	err := toml.NewDecoder(bytes.NewReader(b)).DisallowUnknownFields().Decode(&c)
	var unknown *toml.StrictMissingError
	var broken *toml.DecodeError
	switch {
	case errors.As(err, &unknown) && len(unknown.Errors) > 0:
		line, _ := unknown.Errors[0].Position()
		return Config{}, &Error{UnknownKey, line, strings.Join(unknown.Errors[0].Key(), ".")}
	case errors.As(err, &broken):
		line, _ := broken.Position()
		return Config{}, &Error{Syntax, line, strings.Join(broken.Key(), ".")}
	case err != nil:
		return Config{}, &Error{Problem: Syntax}
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
		c.Profiles[name] = p
	}
	return c, nil
}

// wrong names the first key with a value that it cannot have.
func (p Profile) wrong() string {
	switch {
	case p.Environment.BaseURL() == "":
		return "environment"
	case p.Language != "" && p.Language != "pt" && p.Language != "en":
		return "language"
	case p.Message != "" && !strings.Contains(p.Message, "{link}"):
		return "message" // a message without the link helps nobody
	case slices.ContainsFunc(p.Channels, func(c string) bool { return c != WhatsApp && c != Email }):
		return "channels"
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

// For gives the profile for an environment that was named, or, where none was,
// the default one. Where several would do the default goes first, then the order
// of names; where none does it is empty but for the environment.
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
