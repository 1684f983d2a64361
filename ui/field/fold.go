package field

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold returns a text in the form that is searched, so that "Itaú" and "ITAU" are
// equal: in lower case, without accents, and with a blank for every other character
// that is neither a letter nor a digit.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// The ranks of a match, best first.
const (
	rankCode   = iota // the query is the code, with or without leading zeros
	rankStart         // the name or the code begins with the query
	rankWord          // a word begins with the first word of the query
	rankInside        // all words of the query occur somewhere
	noMatch
)

// entry is an option with the texts that are searched.
type entry struct {
	Option
	name, all string // the folded label, and the folded label, value and keywords
}

// newEntry returns the entry of an option.
func newEntry(o Option) entry {
	name := fold(o.Label)
	return entry{o, name, name + " " + fold(o.Value) + " " + fold(o.Keywords)}
}

// rank returns how well an entry matches a query. The query is folded, and words are
// its words. An entry matches only if every word occurs in it.
func (e *entry) rank(query string, words []string) int {
	for _, w := range words {
		if !strings.Contains(e.all, w) {
			return noMatch
		}
	}
	switch {
	case sameCode(e.Value, query):
		return rankCode
	case strings.HasPrefix(e.name, query), strings.HasPrefix(e.name, "banco "+query), strings.HasPrefix(e.Value, query):
		return rankStart
	case strings.Contains(" "+e.all, " "+words[0]):
		return rankWord
	default:
		return rankInside
	}
}

// sameCode reports whether a text names a code. Leading zeros do not matter, because
// people say "33" for "033".
func sameCode(code, said string) bool {
	return said != "" && strings.EqualFold(strings.TrimLeft(code, "0"), strings.TrimLeft(said, "0"))
}
