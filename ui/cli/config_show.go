package cli

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"klavilink/ui/cli/config"
	"klavilink/ui/text"
	"klavilink/validate"
)

// The kinds of [provenance], as the JSON output names them.
const (
	sourceFlag     = "flag"
	sourceVariable = "variable"
	sourceFile     = "file"
	sourceSystem   = "system"
	sourceDefault  = "default"
)

// provenance is where the value of a setting comes from.
type provenance struct {
	Kind    string `json:"source"`
	Name    string `json:"name"` // of the flag, the variable or the file, or empty
	Line    int    `json:"line"` // of the file, or 0
	Profile string `json:"profile"`
}

// setting is a value that holds. Of a secret it says only whether there is one.
type setting struct {
	Key   string `json:"key"`
	Value any    `json:"value"` // nil if there is none, true or false of a secret
	provenance
}

// show prints what holds and where it comes from.
func (c *configurer) show() error {
	p, err := c.settings.profile()
	if err != nil {
		return err
	}
	list := slices.Concat(c.choices(p), c.kept(p))
	if c.print.json {
		c.print.object(struct {
			File     string    `json:"file"`
			Exists   bool      `json:"exists"`
			Settings []setting `json:"settings"`
		}{c.env.ConfigFile, c.settings.config.Read(), list})
		return nil
	}
	t := &c.t.CLI.Config
	c.print.tell(c.name())
	if !c.settings.config.Read() {
		c.print.tell(t.NoFile)
	}
	rows := make([]string, len(list))
	for i, s := range list {
		rows[i] = strings.Join([]string{s.Key, s.text(t), s.provenance.text(t)}, "\t")
	}
	c.print.list(rows)
	return nil
}

// choices are the settings that flags and variables change.
func (c *configurer) choices(p config.Profile) []setting {
	s := c.settings
	var profile any
	if p.Name != "" {
		profile = p.Name
	}
	base, _ := newGateway(c.env, c.t).address(p.Environment)
	_, from, err := c.credentials.find(p)
	if err != nil && !c.print.json {
		c.print.tell(err.Error())
	}
	origin := provenance{Kind: sourceDefault}
	switch {
	case from == fromToken, from == fromKeys:
		origin = provenance{Kind: sourceVariable, Name: from.String()}
	case from == fromCommand:
		origin = c.inProfile(p, "token_command")
	case from != fromNowhere:
		origin = provenance{Kind: sourceSystem, Name: from.String()}
	}
	return []setting{
		{"profile", profile, c.first(
			given{s.named, sourceFlag, "--profile"}, given{s.namedVariable, sourceVariable, "KLAVILINK_PROFILE"},
			given{s.environment, sourceFlag, "--env"}, given{s.variable, sourceVariable, "KLAVI_ENV"},
		).or(c.inFile("profile")).or(c.inProfile(p))},
		{"environment", string(p.Environment), c.first(
			given{s.environment, sourceFlag, "--env"}, given{s.variable, sourceVariable, "KLAVI_ENV"},
		).or(c.inProfile(p, "environment"))},
		{"language", string(c.t.Lang), c.languageSource(p)},
		{"api", harmlessURL(base), c.first(given{c.env.Getenv("KLAVI_API_BASE"), sourceVariable, "KLAVI_API_BASE"})},
		{"credentials", from != fromNowhere, origin},
		{"reduced_motion", s.config.ReducedMotion, c.inFile("reduced_motion")},
	}
}

// languageSource returns where the language comes from.
func (c *configurer) languageSource(p config.Profile) provenance {
	known := func(name string) string {
		if _, ok := text.ParseLang(name); ok {
			return name
		}
		return ""
	}
	from := c.first(
		given{known(c.settings.language), sourceFlag, "--lang"},
		given{known(c.env.Getenv("KLAVILINK_LANG")), sourceVariable, "KLAVILINK_LANG"},
	).or(c.inProfile(p, "language"))
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := c.env.Getenv(name); value != "" {
			return from.or(provenance{Kind: sourceSystem, Name: name})
		}
	}
	return from
}

// kept are the settings that only a profile has.
func (c *configurer) kept(p config.Profile) (list []setting) {
	values := map[string]any{
		"company": p.Company, "contact": p.Contact, "message": p.Message, "channels": p.Channels,
		"token_command": len(p.TokenCommand) > 0, "link_hosts": p.LinkHosts, "keep_clipboard": p.KeepClipboard,
		"institution": p.Institution, "redirect_url": harmlessURL(p.RedirectURL), "callbacks": p.Callbacks,
		"app_link": harmlessURL(p.AppLink), "app_redirect_url_key": p.AppRedirectURLKey, "ticket_key": p.TicketKey,
	}
	if p.Channels == nil {
		values["channels"] = []string{config.WhatsApp, config.Email}
	}
	for _, key := range config.ProfileKeys() {
		value, own := values[key.Name]
		if !own {
			continue
		}
		list = append(list, setting{key.Name, masked(value), c.inProfile(p, key.Name)})
	}
	return list
}

// masked returns a value without what looks like a secret, and nil for an empty one.
func masked(value any) any {
	mask := func(s string) string {
		if config.LooksSecret(s) {
			return "…"
		}
		return s
	}
	switch v := value.(type) {
	case string:
		if v == "" {
			return nil
		}
		return mask(v)
	case []string:
		if v == nil {
			return nil
		}
		list := make([]string, len(v))
		for i, s := range v {
			list[i] = mask(s)
		}
		return list
	case map[string]string:
		if v == nil {
			return nil
		}
		table := map[string]string{}
		for report, address := range v {
			table[mask(report)] = harmlessURL(address)
		}
		return table
	default:
		return value
	}
}

// harmlessURL returns an address without what may be a secret in it.
func harmlessURL(s string) string {
	if !strings.ContainsAny(s, "?#@") && !config.LooksSecret(s) {
		return s
	}
	u, err := validate.ParseURL(s)
	if err != nil {
		return "…"
	}
	return u.String()
}

// given is the value of a flag or of a variable.
type given struct{ value, kind, name string }

// first returns the source that is the first with a value, or the default.
func (c *configurer) first(candidates ...given) provenance {
	for _, g := range candidates {
		if g.value != "" {
			return provenance{Kind: g.kind, Name: g.name}
		}
	}
	return provenance{Kind: sourceDefault}
}

// or returns another source in the place of the default.
func (s provenance) or(other provenance) provenance {
	if s.Kind == sourceDefault {
		return other
	}
	return s
}

// inFile returns the line of a key of the file, or the default.
func (c *configurer) inFile(path ...string) provenance {
	line := c.settings.config.Line(path...)
	if line == 0 {
		return provenance{Kind: sourceDefault}
	}
	return provenance{Kind: sourceFile, Name: filepath.Base(c.env.ConfigFile), Line: line}
}

// inProfile returns the line of a key of a profile, or of the profile itself, or the default.
func (c *configurer) inProfile(p config.Profile, key ...string) provenance {
	from := c.inFile(append([]string{"profiles", p.Name}, key...)...)
	if from.Kind == sourceFile {
		from.Profile = p.Name
	}
	return from
}

// text returns the value for people, in a line.
func (s setting) text(t *text.Config) string {
	secret := s.Key == "token_command" || s.Key == "credentials"
	value := ""
	switch v := s.Value.(type) {
	case nil:
	case bool:
		switch {
		case !secret:
			value = fmt.Sprint(v)
		case v:
			value = t.Set
		}
	case []string:
		value = strings.Join(v, ", ")
	case map[string]string:
		var list []string
		for _, report := range slices.Sorted(maps.Keys(v)) {
			list = append(list, report+" → "+v[report])
		}
		value = strings.Join(list, ", ")
	default:
		value = fmt.Sprint(v)
	}
	return cmp.Or(validate.Harmless(value, 60), t.None)
}

// text returns the source for people.
func (s provenance) text(t *text.Config) string {
	switch s.Kind {
	case sourceFile:
		where := fmt.Sprintf("%s:%d", s.Name, s.Line)
		if s.Profile != "" {
			where += " (" + validate.Harmless(s.Profile, 40) + ")"
		}
		return where
	case sourceSystem:
		return t.System + " (" + s.Name + ")"
	case sourceDefault:
		return t.Builtin
	default:
		return s.Name
	}
}
