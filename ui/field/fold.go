package field

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold makes "Itaú" and "ITAU" the same: no accents, lower case, anything that
// is no letter or digit a blank.
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

// Ranks of a match, the best first.
const (
	rankCode = iota // the code itself, leading zeros or not
	rankStart
	rankWord
	rankInside
	noMatch
)

// entry is an option made ready to be searched.
type entry struct {
	Option
	name, all string // folded: the label; label and everything else
}

func newEntry(o Option) entry {
	name := fold(o.Label)
	return entry{o, name, name + " " + fold(o.Value) + " " + fold(o.Keywords)}
}

// rank tells how well an entry answers the words of a query. Every word must be
// found somewhere.
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

// sameCode compares codes as people say them: "33" is "033".
func sameCode(code, said string) bool {
	return said != "" && strings.EqualFold(strings.TrimLeft(code, "0"), strings.TrimLeft(said, "0"))
}
