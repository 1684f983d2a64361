package config

import (
	"regexp"
	"strings"
	"unicode"

	"klavilink/ui/spell"
)

// LooksSecret reports whether a text has something that looks like a key, a token or a
// password.
func LooksSecret(s string) bool { return credential(s) }

// secretKey reports whether a path is of a value that others must not read: the key of a
// command that gives a token, or one that is probably meant to be it or to hold a secret.
func secretKey(path []string) bool {
	if len(path) > 2 && path[0] == "profiles" {
		path = path[2:] // without the name of the profile
	}
	for _, part := range path {
		if mentionsSecret(part) || spell.Nearest(part, names(ProfileKeys())) == "token_command" {
			return true
		}
	}
	return false
}

// mentionsSecret reports whether a text has a word that people use for secrets, or an address
// with a password or a query.
func mentionsSecret(s string) bool {
	if inURL.MatchString(s) {
		return true
	}
	s = strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(s))
	for _, word := range []string{
		"token", "secret", "segredo", "senha", "passw", "pwd", "credenc", "credential", "bearer", "authoriz", "autoriz",
		"apikey", "accesskey", "privatekey", "jwt",
	} {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}

// inURL finds what may be a secret in an address: a password, and the values of a query.
var inURL = regexp.MustCompile(`://[^/\s"']*@|[?&#][^\s"'#]+=`)

// credential reports whether a text has something that looks like a key, a token or a
// password: a long run of letters and digits that is no word.
func credential(s string) bool {
	runs := strings.FieldsFunc(s, func(r rune) bool { return r != '_' && r != '-' && !alphanumeric(r) })
	for _, run := range runs {
		if c := count(run); c.all >= 16 && c.digits >= 3 {
			return true
		}
		for _, part := range strings.FieldsFunc(run, func(r rune) bool { return !alphanumeric(r) }) {
			c := count(part)
			if c.all >= 24 || c.all >= 12 && (c.digits > 0 || c.upper >= 2 && c.upper < c.all) {
				return true
			}
		}
	}
	return false
}

// personal reports whether a text may hold a customer's data: an e-mail, or as many digits as
// a telephone number has.
func personal(s string) bool { return strings.Contains(s, "@") || count(s).digits >= 8 }

// counts says how many characters of each class a text has.
type counts struct{ all, digits, upper int }

func count(s string) (c counts) {
	for _, r := range s {
		c.all++
		if unicode.IsDigit(r) {
			c.digits++
		}
		if unicode.IsUpper(r) {
			c.upper++
		}
	}
	return c
}

// alphanumeric reports whether r is a letter or a digit of ASCII, as credentials have them.
func alphanumeric(r rune) bool {
	return r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
