package field

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold returns a text in the form that is searched, so that "Itaú" and "ITAU" are
// equal: in lower case, without accents, and with one blank between the words, which
// every other character that is neither a letter nor a digit separates.
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
	return strings.Join(strings.Fields(b.String()), " ")
}

// The ranks of a match, best first.
const (
	rankName   = iota // the query is the name
	rankCode          // the query is the code, with or without leading zeros
	rankOther         // the query is another name
	rankStart         // the name or the code begins with the query
	rankWord          // a word begins with the first word of the query
	rankInside        // all words of the query occur somewhere
	rankNear          // a name would begin with the query if a letter were another
	rankFar           // the same with two letters
	noMatch
)

// entry is an option with the texts that are searched.
type entry struct {
	Option
	name, all string   // the folded label, and all that is folded and searched
	others    []string // the folded other names
	starts    [][]rune // the label and the other names from each of their words on
}

// newEntry returns the entry of an option.
func newEntry(o Option) entry {
	e := entry{Option: o, name: fold(o.Label)}
	e.all = e.name + " " + fold(o.Value) + " " + fold(o.Keywords)
	for _, n := range o.OtherNames {
		e.others = append(e.others, fold(n))
		e.all += " " + fold(n)
	}
	for _, n := range append([]string{e.name}, e.others...) {
		for start := []rune(n); ; {
			e.starts = append(e.starts, start)
			i := 0
			for i < len(start) && start[i] != ' ' {
				i++
			}
			if i == len(start) {
				break
			}
			start = start[i+1:]
		}
	}
	return e
}

// query is what is searched.
type query struct {
	text    string // folded
	words   []string
	letters []rune
	forgive int // how many wrong letters
}

// newQuery returns the query for what is typed.
func newQuery(typed string) query {
	q := query{text: fold(typed)}
	q.words, q.letters = strings.Fields(q.text), []rune(q.text)
	switch n := len(q.letters); {
	case !hasLetter(q.text) || n < 4:
	case n < 8:
		q.forgive = 1
	default:
		q.forgive = 2
	}
	return q
}

// hasLetter reports whether a text has a letter, which no code of the directory has.
func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// rank returns how well an entry matches a query. Every word of the query has to occur
// in it, unless a name is as good as the same.
func (e *entry) rank(q *query) int {
	for _, w := range q.words {
		if !strings.Contains(e.all, w) {
			return e.near(q)
		}
	}
	switch {
	case e.name == q.text:
		return rankName
	case sameCode(e.Value, q.text):
		return rankCode
	case slices.Contains(e.others, q.text):
		return rankOther
	case strings.HasPrefix(e.name, q.text), strings.HasPrefix(e.name, "banco "+q.text), strings.HasPrefix(e.Value, q.text):
		return rankStart
	case strings.Contains(" "+e.all, " "+q.words[0]):
		return rankWord
	default:
		return rankInside
	}
}

// near returns the rank of an entry in which not all words of the query occur.
func (e *entry) near(q *query) int {
	best := q.forgive + 1
	for _, start := range e.starts {
		if len(start) >= len(q.letters)-q.forgive && best > 1 {
			best = min(best, wrong(q.letters, start, best-1))
		}
	}
	if best > q.forgive {
		return noMatch
	}
	return rankNear + best - 1
}

// sameCode reports whether a text names a code. Leading zeros do not matter, because
// people say "33" for "033".
func sameCode(code, said string) bool {
	return said != "" && strings.EqualFold(strings.TrimLeft(code, "0"), strings.TrimLeft(said, "0"))
}
