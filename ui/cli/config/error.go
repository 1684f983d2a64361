package config

import (
	"regexp"
	"strings"

	"klavilink/ui/spell"
)

// Problem is the kind of an [Error].
type Problem uint8

// The problems of a file.
const (
	Syntax         Problem = iota + 1 // the file is not TOML
	UnknownKey                        // the package does not know the key
	WrongKind                         // the value is of another kind
	BadValue                          // the key cannot have this value
	BadPlaceholder                    // the template has a placeholder that does not exist
	Twice                             // the key or the table is there twice
	Missing                           // another key of the profile needs the key, which is not there
)

// Error describes what is wrong with a file. Its text quotes no value. Its place may have
// the line, but not if the line could hold a secret.
type Error struct {
	Problem Problem
	Key     string // the key with its tables, as in profiles.loja.company, or empty if it is unknown
	Nearest string // the key, profile or placeholder that is probably meant, or empty
	Want    Kind   // what the key may hold, or 0 if that is not what is wrong
	Place   Place
}

// Error implements error.
func (e *Error) Error() string {
	words := [...]string{
		Syntax: "not readable", UnknownKey: "unknown key", WrongKind: "value of another kind", BadValue: "bad value",
		BadPlaceholder: "unknown placeholder", Twice: "twice", Missing: "missing key",
	}
	return "config: " + words[e.Problem] + " " + e.Key
}

// unknown returns the error of a key that the package does not know.
func unknown(path []string, at Place) *Error {
	e := &Error{Problem: UnknownKey, Key: written(path), Place: at}
	if last := path[len(path)-1]; !secretPart(last) {
		e.Nearest = spell.Nearest(last, beside(path))
	}
	return e
}

// bare is a key that needs no quotation marks.
var bare = regexp.MustCompile(`^[A-Za-z0-9_-]*$`)

// secretPart reports whether a part of a path may hold a secret itself. A name such as
// api_key holds none.
func secretPart(part string) bool {
	return credential(part) || !bare.MatchString(part) && mentionsSecret(part)
}

// written returns a path as people write it. A part that may hold a secret is left out.
func written(path []string) string {
	parts := make([]string, len(path))
	for i, part := range path {
		parts[i] = part
		if secretPart(part) {
			parts[i] = "…"
		}
	}
	return strings.Join(parts, ".")
}
