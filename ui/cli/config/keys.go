package config

import "slices"

// Kind says what a key may hold.
type Kind uint8

// The kinds of keys.
const (
	AnyText     Kind = iota + 1 // any text
	YesOrNo                     // true or false
	Name                        // the name of a profile of the file
	Environment                 // the name of an environment of the API
	Language                    // "pt" or "en"
	Template                    // a text with {link} and other placeholders
	Channels                    // a list of WhatsApp and Email
	Command                     // a list of a program and its arguments
	Hosts                       // a list of hosts
	Address                     // an absolute URL, also of an app
	WebAddress                  // an absolute URL of https, or of http
	Reports                     // a table of reports and their web addresses
	Label                       // a short text in one line
	Profiles                    // the table of profiles
	Table                       // a profile
)

// Key is a key of the file and what it may hold.
type Key struct {
	Name string
	Kind Kind
}

// FileKeys returns the keys of the file that stand in no profile.
func FileKeys() []Key {
	return []Key{{"profile", Name}, {"reduced_motion", YesOrNo}, {"profiles", Profiles}}
}

// ProfileKeys returns the keys of a profile, in the order of the documentation.
func ProfileKeys() []Key {
	return []Key{
		{"environment", Environment},
		{"company", AnyText},
		{"language", Language},
		{"contact", AnyText},
		{"message", Template},
		{"channels", Channels},
		{"token_command", Command},
		{"link_hosts", Hosts},
		{"keep_clipboard", YesOrNo},
		{"institution", Label},
		{"redirect_url", Address},
		{"callbacks", Reports},
		{"app_link", Address},
		{"app_redirect_url_key", AnyText},
		{"ticket_key", Label},
	}
}

// names returns the names of keys.
func names(keys []Key) []string {
	list := make([]string, len(keys))
	for i, k := range keys {
		list[i] = k.Name
	}
	return list
}

// kindOf returns what the key of a path may hold, or 0 if there is no such key. A path has a
// part at least.
func kindOf(path []string) Kind {
	in := func(keys []Key, name string) Kind {
		i := slices.IndexFunc(keys, func(k Key) bool { return k.Name == name })
		if i < 0 {
			return 0
		}
		return keys[i].Kind
	}
	switch {
	case len(path) == 1:
		return in(FileKeys(), path[0])
	case path[0] != "profiles":
		return 0
	case len(path) == 2:
		return Table
	case len(path) == 3:
		return in(ProfileKeys(), path[2])
	case len(path) == 4 && in(ProfileKeys(), path[2]) == Reports:
		return WebAddress
	default:
		return 0
	}
}

// beside returns the keys that stand where a path ends, whose last key is the first that is
// unknown.
func beside(path []string) []string {
	switch {
	case len(path) == 1:
		return names(FileKeys())
	case len(path) == 3:
		return names(ProfileKeys())
	default:
		return nil
	}
}
