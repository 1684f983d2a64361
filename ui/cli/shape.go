package cli

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// alnum are the letters and digits of ASCII.
const alnum = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// consists reports whether s has 1 to most characters, all of them in the list. Functions
// do this here, because compiled patterns with such counts take megabytes and milliseconds
// at each start.
func consists(s, list string, most int) bool {
	return s != "" && len(s) <= most && strings.Trim(s, list) == ""
}

// isLinkID reports whether s looks like the ID of a link. The API calls it opaque. All that
// were seen are letters, digits and hyphens. A token has dots.
func isLinkID(s string) bool { return consists(s, alnum+"_:=+~-", 128) }

// isCode reports whether s looks like a business code of the API.
func isCode(s string) bool { return len(s) == 4 && s[0] != '0' && consists(s, "0123456789", 4) }

// isPlainName reports whether no shell takes s for anything else than a name.
func isPlainName(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	plain := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }
	return plain(first) && utf8.RuneCountInString(s) <= 61 &&
		!strings.ContainsFunc(s, func(r rune) bool { return !plain(r) && r != '.' && r != '-' })
}
