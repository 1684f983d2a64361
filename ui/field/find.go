package field

import (
	"strings"
	"unicode"
)

// Find returns the options that a typed text may mean, the best ones first, as a [Picker]
// lists them. It returns true for sure if the first one is meant beyond doubt: if it alone
// has exactly this name, code or other name, or if it alone has it but for one letter.
func Find(options []Option, typed string) (found []Option, sure bool) {
	q := newQuery(typed)
	if q.text == "" {
		return nil, false
	}
	entries := make([]entry, len(options))
	for i, o := range options {
		entries[i] = newEntry(o)
	}
	for rank, list := range matches(entries, &q) {
		exact := rank <= rankOther || rank == rankNear
		sure = sure || len(found) == 0 && len(list) == 1 && exact
		for _, e := range list {
			found = append(found, e.Option)
		}
	}
	return found, sure
}

// MayBeCode reports whether a typed text may be the code of an option that is not in the
// list: a short word that has a digit.
func MayBeCode(typed string) bool { return isWord(typed) && hasDigit(typed) }

// isWord reports whether a text is a short word of letters and digits.
func isWord(s string) bool {
	return len(s) <= 36 && !strings.ContainsFunc(s, func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_'
	})
}

// hasDigit reports whether a text has a digit.
func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
